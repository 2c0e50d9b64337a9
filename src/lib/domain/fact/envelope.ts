import type { Ports } from '../ports.ts';
import { canonicalBytes, canonicalText, fromHex, utf8 } from './canonical.ts';
import type { Fact } from './fact.ts';
import { writtenForms } from './read-payload.ts';

/** What of a fact is hashed as it is. */
type Envelope = Omit<Fact, 'hash' | 'signature' | 'bytes' | 'salt' | 'payload'>;

/** Version 2, written now: knows where a device goes on from another, and how far its clock was off. */
export function hashedNow(envelope: Envelope, committed: string) {
	const { id, device, deviceSeq, previousHash, continues, person } = envelope;
	const { occurredAt, deviceOffset, confidentiality } = envelope;
	const about = { id, device, deviceSeq, previousHash, continues, person };
	return { version: 2, ...about, occurredAt, deviceOffset, confidentiality, commitment: committed };
}

/** Version 1, of facts that are stored already: it can vouch for no `continues` and no `deviceOffset`. */
function hashedBefore(envelope: Envelope, committed: string) {
	if (envelope.continues !== null || envelope.deviceOffset !== null) return null;
	const { continues: _continues, deviceOffset: _offset, ...rest } = hashedNow(envelope, committed);
	return { ...rest, version: 1 };
}

export function commitment(ports: Ports, salt: string, written: unknown): Promise<string> {
	return ports.sha256(utf8(`${salt}:${canonicalText(written)}`));
}

/** What a device signs. */
export function hashBytes(hash: string): Uint8Array {
	const bytes = fromHex(hash);
	if (!bytes) throw new Error('a hash is lower-case hexadecimal');
	return bytes;
}

/** The bytes must commit to this very payload and envelope: what is shown is what was hashed. */
export async function holdsItsPayload(ports: Ports, fact: Fact): Promise<boolean> {
	for (const written of writtenForms(fact.payload)) {
		const committed = await commitment(ports, fact.salt, written);
		if (isSame(fact.bytes, canonicalBytes(hashedNow(fact, committed)))) return true;
		const before = hashedBefore(fact, committed);
		if (before && isSame(fact.bytes, canonicalBytes(before))) return true;
	}
	return false;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
