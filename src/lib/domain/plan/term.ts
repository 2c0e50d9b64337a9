/** The term of a plan: the council adopts one at least every four years, from adoption to adoption (art. 38b Politiewet 2012). */
export const termYears = 4;
/** A new plan takes about a year to make. */
const soonDays = 365;
const dayMs = 86_400_000;

export interface Term {
	/** ISO date: the last day on which the next one is in time. */
	due: string;
	/** Whole days by the calendar; below zero when it is over. */
	daysLeft: number;
	isOver: boolean;
	/** The next plan must be begun by now. */
	isSoon: boolean;
	/** Whole percents of the term that have passed. */
	percent: number;
}

/** `adoptedAt` is an ISO date, `now` milliseconds on this device's clock. Null: the term does not run yet. */
export function termOf(adoptedAt: string | null, now: number): Term | null {
	const start = adoptedAt === null ? null : dayNumber(adoptedAt);
	if (start === null) return null;
	const end = new Date(start * dayMs);
	end.setUTCFullYear(end.getUTCFullYear() + termYears);
	const last = end.getTime() / dayMs;
	const today = todayNumber(now);
	const daysLeft = last - today;
	return {
		due: end.toISOString().slice(0, 10),
		daysLeft,
		isOver: daysLeft < 0,
		isSoon: daysLeft < soonDays,
		percent: Math.round(Math.min(1, Math.max(0, (today - start) / (last - start))) * 100)
	};
}

/** Days since 1970 by the calendar: no hour, no summer time. Null where it is no date. */
function dayNumber(iso: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return null;
	const at = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
	return Number.isNaN(at) ? null : at / dayMs;
}

function todayNumber(now: number): number {
	const here = new Date(now);
	return Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()) / dayMs;
}
