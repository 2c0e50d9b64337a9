import type { DeviceId, FactId, PersonId } from '../id.ts';
import type { Ports, Signer } from '../ports.ts';
import { canonicalBytes, hex } from './canonical.ts';
import { commitment, hashBytes, hashedNow } from './envelope.ts';
import type { Continues, Fact, FactPayload } from './fact.ts';
import { writtenForms } from './read-payload.ts';

/**
 * The chain of facts of one device [S1]: each fact carries the next number and the hash of the one before,
 * so a gap or a changed fact is seen by anyone who holds the rows.
 */
export interface ChainEnd {
	deviceSeq: number;
	hash: string | null;
}
export const chainStart: ChainEnd = { deviceSeq: 0, hash: null };

export interface FactDraft {
	device: DeviceId;
	person: PersonId | null;
	payload: FactPayload;
	/** Milliseconds; the writer's clock [S9]. */
	occurredAt: number;
	/** Milliseconds; the last known difference with the server [S9]. */
	deviceOffset?: number | null;
	/** On the first fact of a device that goes on from another (design D4). */
	continues?: Continues | null;
	confidentiality?: Fact['confidentiality'];
}

/** A salt of 16 bytes keeps a short payload from being guessed out of its commitment. */
const saltBytes = 16;

export async function chainFact(
	ports: Ports,
	after: ChainEnd,
	draft: FactDraft,
	signer: Signer | null = null
): Promise<Fact> {
	const salt = hex(ports.randomBytes(saltBytes));
	const envelope = {
		id: ports.newId() as FactId,
		device: draft.device,
		deviceSeq: after.deviceSeq + 1,
		previousHash: after.hash,
		continues: draft.continues ?? null,
		person: draft.person,
		occurredAt: draft.occurredAt,
		deviceOffset: draft.deviceOffset ?? null,
		confidentiality: draft.confidentiality ?? 'internal'
	};
	const written = writtenForms(draft.payload)[0];
	const bytes = canonicalBytes(hashedNow(envelope, await commitment(ports, salt, written)));
	const hash = await ports.sha256(bytes);
	const signature = signer ? await signer.sign(hashBytes(hash)) : null;
	return { ...envelope, hash, signature, bytes, salt, payload: draft.payload };
}

export { missingNumbers, verifyChains, type ChainFault, type NumberGap } from './verify.ts';
