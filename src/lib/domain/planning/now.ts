import type { Planning } from './planning.ts';

/** Whether a planning asks for work on this ISO day: in its span or season, coming back, or going on. */
export function isOnNow(planning: Planning, day: string): boolean {
	switch (planning.kind) {
		case 'recurring':
			return true;
		case 'continuous':
			return planning.from === null || planning.from <= day;
		case 'yearlyMonths':
			return isInMonths(Number(day.slice(5, 7)), planning.fromMonth, planning.toMonth);
		case 'before':
			return false;
		case 'year':
		case 'yearRange':
		case 'quarter':
		case 'month':
		case 'monthRange':
		case 'season':
		case 'date':
			return planning.from <= day && day <= planning.to;
	}
}

/** "okt.–feb." runs past the end of the year. */
function isInMonths(month: number, from: number, to: number): boolean {
	return from <= to ? from <= month && month <= to : month >= from || month <= to;
}
