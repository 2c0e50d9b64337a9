/** The four-year term (art. 38b Politiewet 2012): it runs from adoption to adoption, not from period to period. */
import type { PlanRow } from '#lib/domain/programme/row.ts';
import { isoTime } from './say-figure.ts';

const termYears = 4;

export interface Term {
	/** ISO date. */
	due: string;
	isOver: boolean;
	/** Whole percents of the term that have passed. */
	percent: number;
}

export function termOf(plan: PlanRow, now: number): Term | null {
	const start = plan.adoptedAt === null ? null : isoTime(plan.adoptedAt);
	if (start === null) return null;
	const end = new Date(start);
	end.setUTCFullYear(end.getUTCFullYear() + termYears);
	const part = (now - start) / (end.getTime() - start);
	return {
		due: end.toISOString().slice(0, 10),
		isOver: now > end.getTime(),
		percent: Math.round(Math.min(1, Math.max(0, part)) * 100)
	};
}
