import type { BuiltInActivity, FactPayload } from '#lib/domain/fact/fact.ts';
import { fieldLines, signalLines, tickLines } from './field-lines.ts';
import { id, type DemoFact } from './seed.ts';

/** `MM-DD HH:MM` of 2026 in the winter time of Amsterdam; a summer evening is an hour off, which no one will miss. */
export type Moment = `${string} ${string}`;

/** When, who, for which measure, what, how many people, where, and what stood out. */
export type FieldLine = [
	at: Moment,
	who: string,
	measure: string,
	activity: BuiltInActivity,
	count?: number | null,
	area?: string | null,
	text?: string
];
export type TickLine = [at: Moment, who: string, measure: string, step: number];
export type SignalLine = [at: Moment, who: string, measure: string | null, area: string, text: string];

function momentOf(at: Moment): number {
	const [day = '', time = ''] = at.split(' ');
	return Date.parse(`2026-${day}T${time}:00+01:00`);
}

function said(key: string, at: Moment, who: string, payload: FactPayload): DemoFact {
	return { key: id(key), person: id(who), occurredAt: momentOf(at), payload };
}

const progress = fieldLines.map(([at, who, measure, activity, count = null, area = null, text = ''], n) =>
	said(`f-veld-${n + 1}`, at, who, {
		kind: 'progress',
		measureId: id(measure),
		activity,
		text: text || null,
		count,
		unit: count === null ? null : 'mensen',
		place: area === null ? null : { areaId: id(area), point: null },
		photos: []
	})
);

const ticks = tickLines.map(([at, who, measure, step]) =>
	said(`f-vink-${measure}-${step}`, at, who, {
		kind: 'tick',
		measureId: id(measure),
		checkItemId: id(`step-${measure}-${step}`),
		isDone: true,
		seen: []
	})
);

const signals = signalLines.map(([at, who, measure, area, text], n) =>
	said(`f-signaal-${n + 1}`, at, who, {
		kind: 'signal',
		measureId: measure === null ? null : id(measure),
		text,
		place: { areaId: id(area), point: null },
		photos: []
	})
);

/** What the street told in the autumn of 2026: no person is named, only what was seen and done. */
export const fieldFacts: DemoFact[] = [...progress, ...ticks, ...signals];
