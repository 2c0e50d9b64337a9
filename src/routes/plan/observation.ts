import type { ObservationPayload } from '#lib/domain/fact/fact.ts';
import type { AreaId, IndicatorId } from '#lib/domain/id.ts';
import { readNumber } from './say-figure.ts';

/** What a hand typed about one figure, before it is an observation. */
export interface TypedObservation {
	period: string;
	value: string;
	low: string;
	high: string;
	source: string;
	story: string;
	areaId: string;
}

export type ObservationFault = 'period' | 'value' | 'margin' | 'empty';

/** «2026», «2026-Q1», «kw 1 2026», «1e kwartaal 2026», «2026-03», «03-2026» → `2026`, `2026-Q1`, `2026-03`; null otherwise. */
export function readPeriod(text: string): string | null {
	const bare = text.trim().toLowerCase();
	if (/^\d{4}$/.test(bare)) return bare;
	const year = /\b(\d{4})\b/.exec(bare)?.[1];
	if (year === undefined) return null;
	const quarter = /\b(?:q|kw\.?\s*|kwartaal\s*)([1-4])\b|\b([1-4])e?\s*(?:kwartaal|kw)/.exec(bare);
	if (quarter) return `${year}-Q${quarter[1] ?? quarter[2] ?? ''}`;
	const month = /^(?:\d{4}[-/](\d{1,2})|(\d{1,2})[-/]\d{4})$/.exec(bare);
	const number = Number(month?.[1] ?? month?.[2] ?? 0);
	return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : null;
}

/** A number with its unit and margins, or a story; one of the two at least. */
export function readObservation(
	typed: TypedObservation,
	indicator: { id: string; unit: string }
): { ok: true; payload: ObservationPayload } | { ok: false; fault: ObservationFault } {
	const period = readPeriod(typed.period);
	if (period === null) return { ok: false, fault: 'period' };
	const value = readNumber(typed.value);
	if (value === undefined) return { ok: false, fault: 'value' };
	const story = typed.story.trim() || null;
	if (value === null && story === null) return { ok: false, fault: 'empty' };
	const low = readNumber(typed.low);
	const high = readNumber(typed.high);
	const hasMargin = low !== null || high !== null;
	const isMargin = typeof low === 'number' && typeof high === 'number' && low <= high;
	if (hasMargin && (!isMargin || value === null || value < low || value > high))
		return { ok: false, fault: 'margin' };
	return {
		ok: true,
		payload: {
			kind: 'observation',
			indicatorId: indicator.id as IndicatorId,
			period,
			value,
			unit: indicator.unit,
			source: typed.source.trim() || null,
			margin: isMargin ? { low, high } : null,
			areaId: (typed.areaId || null) as AreaId | null,
			story
		}
	};
}
