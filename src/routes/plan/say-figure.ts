/** Figures, dates and lists as people say them, in the language that is spoken. */
import { spokenLanguage, words } from '#lib/ui/words/words.svelte.ts';

/** European English: the day before the month, as everywhere else on these screens. */
function locale(): string {
	return spokenLanguage() === 'en' ? 'en-GB' : 'nl';
}

export function sayNumber(value: number): string {
	return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
}

export function sayList(names: readonly string[]): string {
	return new Intl.ListFormat(locale()).format(names);
}

/** «14 maart 2026»; a date that the source gives otherwise stays as written. */
export function sayLongDate(date: string): string {
	const at = isoTime(date);
	if (at === null) return date;
	const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(locale(), form).format(at);
}

/** Milliseconds of a full ISO date, or null. */
export function isoTime(date: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}/.test(date)) return null;
	const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
	return Number.isNaN(at) ? null : at;
}

/** `2026`, `2026-Q1` or `2026-03` as words. */
export function sayPeriod(period: string): string {
	const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
	if (quarter) return words.plan.quarter(quarter[2] ?? '', quarter[1] ?? '');
	const month = /^(\d{4})-(\d{2})$/.exec(period);
	if (!month) return period;
	const form = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(locale(), form).format(Date.UTC(Number(month[1]), Number(month[2]) - 1, 1));
}

/** Years as a number, so that quarters and months fall in place: `2026-Q3` → 2026.5. */
export function periodAsYears(period: string): number | null {
	const parts = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(period);
	if (!parts) return null;
	const quarters = parts[2] ? (Number(parts[2]) - 1) / 4 : 0;
	const months = parts[3] ? (Number(parts[3]) - 1) / 12 : 0;
	return Number(parts[1]) + quarters + months;
}

/** What a Dutch hand types: `1.200` is twelve hundred, `3,5` three and a half. Null: nothing; undefined: no number. */
export function readNumber(text: string): number | null | undefined {
	const bare = text.trim().replace(/\s|%/g, '');
	if (bare === '') return null;
	const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replaceAll('.', '') : bare;
	const value = Number(plain.replace(',', '.'));
	return Number.isFinite(value) ? value : undefined;
}
