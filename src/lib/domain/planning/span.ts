/** A stretch of ISO days, first and last included. */
export interface Span {
	from: string;
	to: string;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}

export function lastDayOf(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	if (month === 2) return leap ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Null for a day that does not exist. */
export function isoDay(year: number, month: number, day: number): string | null {
	const exists = month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
	return exists ? `${year}-${two(month)}-${two(day)}` : null;
}

export function monthSpan(fromYear: number, fromMonth: number, toYear: number, toMonth: number): Span {
	return {
		from: `${fromYear}-${two(fromMonth)}-01`,
		to: `${toYear}-${two(toMonth)}-${two(lastDayOf(toYear, toMonth))}`
	};
}

export function dayBefore(day: string): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	if (date > 1) return `${year}-${two(month)}-${two(date - 1)}`;
	if (month > 1) return `${year}-${two(month - 1)}-${two(lastDayOf(year, month - 1))}`;
	return `${year - 1}-12-31`;
}
