import { collections } from '../step.ts';
import {
	signalColours,
	statuses,
	type CorrectablePayload,
	type CorrectionPayload,
	type FactPayload,
	type Photo,
	type Place,
	type Point,
	type WithdrawalPayload
} from './payload.ts';

/**
 * The edge where raw payloads become values: what fits is passed on as it is, with the fields it does not know;
 * what does not fit is `unknown`, whole. Nothing is dropped and nothing is repaired, so its hash still verifies.
 */
export function readPayload(raw: unknown): FactPayload {
	if (!isRecord(raw)) return { kind: 'unknown', original: { raw } };
	if (isWrapped(raw)) return raw;
	const whole = raw.kind === 'observation' ? { ...laterObservationFields, ...raw } : raw;
	return isKnown(whole) ? whole : { kind: 'unknown', original: raw };
}

/** Came after the first observations were written; null there. */
const laterObservationFields = { margin: null, areaId: null, story: null };

/**
 * The values that may have been hashed for this payload. Reading adds the later fields of an observation as null,
 * and wraps what it does not know; both were hashed without that.
 */
export function writtenForms(payload: FactPayload): unknown[] {
	if (payload.kind === 'unknown') return [payload.original, ...rawOf(payload.original)];
	if (payload.kind !== 'observation') return [payload];
	const { margin, areaId, story, ...first } = payload;
	return margin === null && areaId === null && story === null ? [payload, first] : [payload];
}

type Check = (value: unknown) => boolean;
/** A check for every field, so that a field added to the type is missed by the compiler and not by a reader. */
type Checks<T> = { [K in keyof T]-?: Check };

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isSize: Check = (value) => isCount(value) && value !== 0;
const within =
	(low: number, high: number): Check =>
	(value) =>
		typeof value === 'number' && value >= low && value <= high;
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
const oneOf =
	(choices: readonly string[]): Check =>
	(value) =>
		typeof value === 'string' && choices.includes(value);
/** The list of fields is made once: at the start of the app tens of thousands of facts pass here. */
function shaped<T>(checks: Checks<T>): Check {
	const fields = Object.entries<Check>(checks);
	return (value) => isRecord(value) && fields.every(([field, check]) => check(value[field]));
}

const isSource = orNull(shaped<{ file: string; line: number }>({ file: isText, line: isNumber }));
const isPoint = shaped<Point>({
	latitude: within(-90, 90),
	longitude: within(-180, 180),
	accuracyMetres: within(0, Number.MAX_VALUE)
});
const isPlace = orNull(shaped<Place>({ areaId: orNull(isText), point: orNull(isPoint) }));
const isPhotos = listOf(
	shaped<Photo>({
		sha256: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
		bytes: isSize,
		width: isSize,
		height: isSize
	})
);

const correctable: {
	[Kind in CorrectablePayload['kind']]: Checks<Omit<Extract<CorrectablePayload, { kind: Kind }>, 'kind'>>;
} = {
	status: {
		measureId: isText,
		status: oneOf(statuses),
		colour: orNull(oneOf(signalColours)),
		reason: orNull(isText),
		seen: listOf(isText),
		source: isSource
	},
	progress: {
		measureId: isText,
		activity: orNull(isText),
		text: orNull(isText),
		count: orNull(isNumber),
		unit: orNull(isText),
		place: isPlace,
		photos: isPhotos
	},
	tick: { measureId: isText, checkItemId: isText, isDone: isBoolean, seen: listOf(isText) },
	signal: { measureId: orNull(isText), text: isText, place: isPlace, photos: isPhotos },
	decision: {
		objectId: isText,
		body: oneOf(['council', 'executive', 'mayor', 'triangle', 'managementTeam']),
		decision: oneOf(['adopt', 'agree', 'takeNote', 'consult']),
		date: orNull(isText),
		reference: orNull(isText),
		source: isSource
	},
	observation: {
		indicatorId: isText,
		period: isText,
		value: orNull(isNumber),
		unit: isText,
		source: orNull(isText),
		margin: orNull(shaped<{ low: number; high: number }>({ low: isNumber, high: isNumber })),
		areaId: orNull(isText),
		story: orNull(isText)
	},
	comment: {
		about: shaped<{ collection: string; id: string }>({ collection: oneOf(collections), id: isText }),
		text: isText
	}
};
const correctableChecks = checksByKind(correctable);
const isCorrectable: Check = (value) => isRecord(value) && fits(correctableChecks, value);

const amendmentChecks = checksByKind({
	withdrawal: { factId: isText, measureId: orNull(isText) } satisfies Checks<Omit<WithdrawalPayload, 'kind'>>,
	correction: { factId: isText, measureId: orNull(isText), payload: isCorrectable } satisfies Checks<
		Omit<CorrectionPayload, 'kind'>
	>
});

function checksByKind(kinds: Record<string, Record<string, Check>>): Map<unknown, Check> {
	return new Map(Object.entries(kinds).map(([kind, checks]) => [kind, shaped(checks)]));
}

function fits(kinds: ReadonlyMap<unknown, Check>, value: Record<string, unknown>): boolean {
	return kinds.get(value.kind)?.(value) ?? false;
}

function isKnown(value: Record<string, unknown>): value is Record<string, unknown> & FactPayload {
	return fits(correctableChecks, value) || fits(amendmentChecks, value);
}

/** Read before: reading twice changes nothing. */
function isWrapped(
	value: Record<string, unknown>
): value is { kind: 'unknown'; original: Record<string, unknown> } {
	return value.kind === 'unknown' && isRecord(value.original) && Object.keys(value).length === 2;
}

/** A payload that is no object at all is kept under `raw`. */
function rawOf(original: Record<string, unknown>): unknown[] {
	return Object.keys(original).length === 1 && 'raw' in original ? [original.raw] : [];
}
