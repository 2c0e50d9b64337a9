import type { DeviceId, FactId, IndicatorId, MeasureId, PersonId, PlanId, ProgrammeId } from '../id.ts';
import type { Source } from '../programme/row.ts';

export const statuses = [
	'notStarted',
	'preparing',
	'running',
	'done',
	'delayed',
	'paused',
	'dropped',
	'changed',
	'continued'
] as const;
export type Status = (typeof statuses)[number];

export const signalColours = ['onTrack', 'attention', 'stuck'] as const;
export type SignalColour = (typeof signalColours)[number];

/** These need a reason before they can be said (glossary). */
export const needsReason: readonly Status[] = ['paused', 'dropped', 'changed'];

export interface StatusPayload {
	kind: 'status';
	measureId: MeasureId;
	status: Status;
	colour: SignalColour | null;
	reason: string | null;
	/** The status facts the writer had seen (P3): two that did not see each other are both heads. */
	seen: FactId[];
	source: Source | null;
}
/** Takes back an own fact (design D12); the fact itself stays. */
export interface WithdrawalPayload {
	kind: 'withdrawal';
	factId: FactId;
	measureId: MeasureId | null;
}
export interface DecisionPayload {
	kind: 'decision';
	objectId: PlanId | ProgrammeId;
	body: 'council' | 'executive' | 'mayor' | 'triangle' | 'managementTeam';
	decision: 'adopt' | 'agree' | 'takeNote' | 'consult';
	/** ISO date, or as written where the source gives no full date. */
	date: string | null;
	reference: string | null;
	source: Source | null;
}
export interface ObservationPayload {
	kind: 'observation';
	indicatorId: IndicatorId;
	/** `2026`, `2026-Q1` or `2026-03`. */
	period: string;
	value: number;
	unit: string;
	source: string | null;
}
/** A kind this version does not know survives and is listed (rule 7). */
export interface UnknownPayload {
	kind: 'unknown';
	original: Record<string, unknown>;
}
export type FactPayload =
	StatusPayload | WithdrawalPayload | DecisionPayload | ObservationPayload | UnknownPayload;

/** The envelope of design D3 as far as one device can fill it; the signature and the server's attestation come later. */
export interface Fact {
	id: FactId;
	device: DeviceId;
	/** 1, 2, 3 … without a gap per device [S1]. */
	deviceSeq: number;
	/** Hash of the fact before it on this device, or null for the first. */
	previousHash: string | null;
	/** SHA-256 over `bytes`. */
	hash: string;
	/** The canonical bytes that were hashed, kept as they are. */
	bytes: Uint8Array;
	/** Random salt, hexadecimal: the payload enters the hash as a salted commitment, so it can be erased later. */
	salt: string;
	person: PersonId | null;
	/** The writer's clock, milliseconds [S9]. */
	occurredAt: number;
	confidentiality: 'public' | 'internal' | 'confidential';
	payload: FactPayload;
}
