import * as v from 'valibot';
import type { Fact } from '../domain/fact/fact.ts';
import { readFact } from '../domain/fact/read-fact.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { maxIdLength } from './limits.ts';

/**
 * A fact on the wire: its envelope as in domain/fact/fact.ts, the hashed bytes in base64, the payload as its writer
 * hashed it. Fields that are none of the fact's (a client's own `seq`, `receivedAt` or carrier) do not pass [S3.1].
 */
const id = v.pipe(v.string(), v.regex(/^[\w.:-]+$/), v.maxLength(maxIdLength));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const hexText = v.pipe(v.string(), v.regex(/^[0-9a-f]*$/), v.maxLength(128));
const milliseconds = v.pipe(v.number(), v.finite());
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const wireFact = v.object({
	id,
	device: id,
	deviceSeq: number,
	previousHash: v.nullable(hash),
	// Null in facts from before version 2 of the bytes, and missing in some.
	continues: v.optional(v.nullable(v.object({ device: id, deviceSeq: number, hash })), null),
	hash,
	signature: v.optional(v.nullable(v.pipe(hexText, v.length(128))), null),
	bytes: v.pipe(v.string(), v.base64()),
	salt: hexText,
	person: v.nullable(id),
	occurredAt: milliseconds,
	deviceOffset: v.optional(v.nullable(milliseconds), null),
	confidentiality: v.picklist(['public', 'internal', 'confidential']),
	payload: v.unknown()
});
export type WireFact = v.InferOutput<typeof wireFact>;

/** Of a fact as it is stored, not as it was read into memory: reading may add fields that were not hashed. */
export function toWire(fact: Fact): WireFact {
	const { id, device, deviceSeq, previousHash, continues, hash, signature, bytes, salt } = fact;
	const { person, occurredAt, deviceOffset, confidentiality, payload } = fact;
	const chain = {
		id,
		device,
		deviceSeq,
		previousHash,
		continues,
		hash,
		signature,
		bytes: toBase64(bytes),
		salt
	};
	return { ...chain, person, occurredAt, deviceOffset, confidentiality, payload };
}

/** Null where it is no fact. */
export function fromWire(wire: WireFact): Fact | null {
	return readFact({ ...wire, bytes: fromBase64(wire.bytes) });
}
