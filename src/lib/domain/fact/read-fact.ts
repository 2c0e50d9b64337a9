import type { Continues, Fact } from './fact.ts';
import { isRecord, readPayload } from './read-payload.ts';

/**
 * A fact as it comes from a store, a file or a wire (bytes already decoded), or null where its envelope is none.
 * Envelopes from before signatures get null for what they lack; a payload that cannot be read is kept as `unknown`.
 * Stores and roads keep what was written; this is for the way into memory.
 */
export function readFact(raw: unknown): Fact | null {
	if (!isRecord(raw)) return null;
	const whole = {
		...raw,
		continues: raw.continues ?? null,
		signature: raw.signature ?? null,
		deviceOffset: raw.deviceOffset ?? null
	};
	return isEnvelope(whole) ? { ...whole, payload: readPayload(raw.payload) } : null;
}

type Envelope = Omit<Fact, 'payload'>;

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isTime = (value: unknown) => Number.isFinite(value);
const isPlaceInChain = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1;

const envelope: { [K in keyof Envelope]-?: (value: unknown) => boolean } = {
	id: isText,
	device: isText,
	deviceSeq: isPlaceInChain,
	previousHash: isTextOrNull,
	continues: (value) => value === null || isContinues(value),
	hash: isText,
	signature: isTextOrNull,
	bytes: isBytes,
	salt: isText,
	person: isTextOrNull,
	occurredAt: isTime,
	deviceOffset: (value) => value === null || isTime(value),
	confidentiality: (value) => value === 'public' || value === 'internal' || value === 'confidential'
};
const envelopeFields = Object.entries(envelope);

function isEnvelope(value: Record<string, unknown>): value is Record<string, unknown> & Envelope {
	return envelopeFields.every(([field, check]) => check(value[field]));
}

function isContinues(value: unknown): value is Continues {
	return isRecord(value) && isText(value.device) && isPlaceInChain(value.deviceSeq) && isText(value.hash);
}

/** Also of another realm: a store may hand back a Uint8Array that is not ours by `instanceof`. */
function isBytes(value: unknown): value is Uint8Array {
	return Object.prototype.toString.call(value) === '[object Uint8Array]';
}
