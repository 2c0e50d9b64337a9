import type { DeviceId, FactId, PersonId } from '../id.ts';
import type { FactPayload } from './payload.ts';

export * from './payload.ts';

/** Where a device goes on from another one: a cloned or restored profile starts a new id (design D4). */
export interface Continues {
	device: DeviceId;
	deviceSeq: number;
	hash: string;
}

/** The envelope of design D3; the server's attestation stands beside it, never in it [S3]. */
export interface Fact {
	id: FactId;
	device: DeviceId;
	/** 1, 2, 3 … without a gap per device [S1]. */
	deviceSeq: number;
	/** Hash of the fact before it on this device, or null for the first. */
	previousHash: string | null;
	/** What this device was before, on its first fact; in the hash since version 2 of the bytes. */
	continues: Continues | null;
	/** SHA-256 over `bytes`. */
	hash: string;
	/** By the device's key over the 32 bytes of `hash`, hexadecimal; null where the device had no key. */
	signature: string | null;
	/** The canonical bytes that were hashed, kept as they are. */
	bytes: Uint8Array;
	/** Random salt, hexadecimal: the payload enters the hash as a salted commitment, so it can be erased later. */
	salt: string;
	person: PersonId | null;
	/** The writer's clock, milliseconds [S9]. */
	occurredAt: number;
	/** Server's clock minus the writer's when they last met, milliseconds; null: never met [S9]. */
	deviceOffset: number | null;
	confidentiality: 'public' | 'internal' | 'confidential';
	/** As this version reads it; the hash knows it as `writtenForms` gives it. */
	payload: FactPayload;
}
