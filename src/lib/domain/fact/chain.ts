import type { DeviceId, FactId, PersonId } from '../id.ts';
import type { Ports } from '../ports.ts';
import { canonicalBytes, canonicalText, hex, utf8 } from './canonical.ts';
import type { Fact, FactPayload } from './fact.ts';

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
	confidentiality?: Fact['confidentiality'];
}

/** A salt of 16 bytes keeps a short payload from being guessed out of its commitment. */
const saltBytes = 16;

export async function chainFact(ports: Ports, after: ChainEnd, draft: FactDraft): Promise<Fact> {
	const salt = hex(ports.randomBytes(saltBytes));
	const id = ports.newId() as FactId;
	const confidentiality = draft.confidentiality ?? 'internal';
	const bytes = canonicalBytes({
		version: 1,
		id,
		device: draft.device,
		deviceSeq: after.deviceSeq + 1,
		previousHash: after.hash,
		person: draft.person,
		occurredAt: draft.occurredAt,
		confidentiality,
		commitment: await commitment(ports, salt, draft.payload)
	});
	return {
		id,
		device: draft.device,
		deviceSeq: after.deviceSeq + 1,
		previousHash: after.hash,
		hash: await ports.sha256(bytes),
		bytes,
		salt,
		person: draft.person,
		occurredAt: draft.occurredAt,
		confidentiality,
		payload: draft.payload
	};
}

function commitment(ports: Ports, salt: string, payload: FactPayload): Promise<string> {
	return ports.sha256(utf8(`${salt}:${canonicalText(payload)}`));
}

export interface ChainFault {
	device: DeviceId;
	deviceSeq: number;
	what: 'gap' | 'brokenLink' | 'changedBytes' | 'changedPayload';
}

/** Every fault in the facts of all devices together; an empty list is the proof that nothing is missing or changed. */
export async function verifyChains(ports: Ports, facts: readonly Fact[]): Promise<ChainFault[]> {
	const faults: ChainFault[] = [];
	const ends = new Map<DeviceId, ChainEnd>();
	const inOrder = facts.toSorted((a, b) => a.deviceSeq - b.deviceSeq);
	for (const fact of inOrder) {
		const end = ends.get(fact.device) ?? chainStart;
		const fault = (what: ChainFault['what']) =>
			faults.push({ device: fact.device, deviceSeq: fact.deviceSeq, what });
		if (fact.deviceSeq !== end.deviceSeq + 1) fault('gap');
		else if (fact.previousHash !== end.hash) fault('brokenLink');
		if ((await ports.sha256(fact.bytes)) !== fact.hash) fault('changedBytes');
		else if (!(await holdsItsPayload(ports, fact))) fault('changedPayload');
		ends.set(fact.device, { deviceSeq: fact.deviceSeq, hash: fact.hash });
	}
	return faults;
}

/** The bytes must commit to this very payload and envelope: what is shown is what was hashed. */
async function holdsItsPayload(ports: Ports, fact: Fact): Promise<boolean> {
	const expected = canonicalBytes({
		version: 1,
		id: fact.id,
		device: fact.device,
		deviceSeq: fact.deviceSeq,
		previousHash: fact.previousHash,
		person: fact.person,
		occurredAt: fact.occurredAt,
		confidentiality: fact.confidentiality,
		commitment: await commitment(ports, fact.salt, fact.payload)
	});
	return expected.length === fact.bytes.length && expected.every((byte, at) => byte === fact.bytes[at]);
}
