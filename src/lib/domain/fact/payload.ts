import type { AreaId, CheckItemId, FactId, IndicatorId, MeasureId, PlanId, ProgrammeId } from '../id.ts';
import type { Source } from '../programme/row.ts';
import type { Collection } from '../step.ts';

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

/** What kind of thing was done. A municipality may name more: `progress.activity` is any text. */
export const activities = [
	'spoken',
	'nuisanceSeen',
	'nothingSpecial',
	'appointment',
	'inspection',
	'warning',
	'other'
] as const;
export type BuiltInActivity = (typeof activities)[number];

export interface Point {
	latitude: number;
	longitude: number;
	accuracyMetres: number;
}
/** Where it happened; never where the officer went (domain §8). */
export interface Place {
	areaId: AreaId | null;
	point: Point | null;
}
/** The picture itself lives beside the facts, by its hash. */
export interface Photo {
	sha256: string;
	bytes: number;
	width: number;
	height: number;
}

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
/** Something was done for a measure. */
export interface ProgressPayload {
	kind: 'progress';
	measureId: MeasureId;
	/** One of `activities`, or a name of the municipality's own. */
	activity: string | null;
	text: string | null;
	/** How many, of `unit`. */
	count: number | null;
	unit: string | null;
	place: Place | null;
	photos: Photo[];
}
export interface TickPayload {
	kind: 'tick';
	measureId: MeasureId;
	checkItemId: CheckItemId;
	isDone: boolean;
	/** The ticks of this item that the writer had seen, as with a status. */
	seen: FactId[];
}
/** Something may be wrong; to be weighed and followed up. */
export interface SignalPayload {
	kind: 'signal';
	measureId: MeasureId | null;
	text: string;
	place: Place | null;
	photos: Photo[];
}
/** Takes back an own fact (design D12); the fact itself stays. */
export interface WithdrawalPayload {
	kind: 'withdrawal';
	factId: FactId;
	measureId: MeasureId | null;
}
/** Says an own fact again as it should have been; the fact itself stays. */
export interface CorrectionPayload {
	kind: 'correction';
	factId: FactId;
	measureId: MeasureId | null;
	payload: CorrectablePayload;
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
	/** Null where it is a story. */
	value: number | null;
	unit: string;
	source: string | null;
	/** The bounds between which the true value lies, where the source gives them. */
	margin: { low: number; high: number } | null;
	areaId: AreaId | null;
	story: string | null;
}
export interface CommentPayload {
	kind: 'comment';
	about: { collection: Collection; id: string };
	text: string;
}
/** What this version does not know or cannot read survives as it was, and is listed (rule 7). */
export interface UnknownPayload {
	kind: 'unknown';
	original: Record<string, unknown>;
}

/** What may be corrected: whatever says something by itself. */
export type CorrectablePayload =
	| StatusPayload
	| ProgressPayload
	| TickPayload
	| SignalPayload
	| DecisionPayload
	| ObservationPayload
	| CommentPayload;
export type FactPayload = CorrectablePayload | WithdrawalPayload | CorrectionPayload | UnknownPayload;
