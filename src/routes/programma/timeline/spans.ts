/** Where a planning lies between two years, as shares of that stretch. Pure. */
import type { Planning } from '#lib/domain/planning/planning.ts';

export interface Span {
	/** 0 to 1 from the left. */
	readonly from: number;
	readonly to: number;
	readonly kind: 'fixed' | 'open' | 'due';
}

export interface Stretch {
	/** First and last year, inclusive. */
	readonly from: number;
	readonly to: number;
}

export function spansOf(planning: Planning, stretch: Stretch): Span[] {
	const years = Array.from({ length: stretch.to - stretch.from + 1 }, (_, at) => stretch.from + at);
	switch (planning.kind) {
		case 'recurring':
			return [{ from: 0, to: 1, kind: 'open' }];
		case 'continuous':
			return clipped(planning.from ? shareOf(planning.from, stretch) : 0, 1, 'open');
		case 'before':
			return clipped(0, shareOf(planning.to, stretch, true), 'due');
		case 'yearlyMonths':
			return years.flatMap((year) => {
				const start = monthShare(year, planning.fromMonth - 1, stretch);
				const wraps = planning.toMonth < planning.fromMonth;
				return clipped(start, monthShare(year, planning.toMonth + (wraps ? 12 : 0), stretch), 'fixed');
			});
		default:
			return clipped(shareOf(planning.from, stretch), shareOf(planning.to, stretch, true), 'fixed');
	}
}

function clipped(from: number, to: number, kind: Span['kind']): Span[] {
	const [left, right] = [Math.max(0, from), Math.min(1, to)];
	return right > left ? [{ from: left, to: right, kind }] : [];
}

export function shareOf(iso: string, stretch: Stretch, isLastDay = false): number {
	const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
	return monthShare(year, month - 1 + (day - (isLastDay ? 0 : 1)) / 31, stretch);
}

function monthShare(year: number, months: number, stretch: Stretch): number {
	return ((year - stretch.from) * 12 + months) / ((stretch.to - stretch.from + 1) * 12);
}
