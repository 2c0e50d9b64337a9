import { spokenLanguage, words } from './words.svelte.ts';

/** Dates as people say them. Times are the clock of this device; a day word (`vandaag`) is used where one would. */
const dayMs = 86_400_000;

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${spokenLanguage()} ${JSON.stringify(options)}`;
	const known = formats.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat(spokenLanguage() === 'nl' ? 'nl' : 'en-GB', options);
	formats.set(key, made);
	return made;
}
/** Making a format takes longer than using it, and lists use it per row. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whole days from `now` to `ms` by the calendar, not by the clock: yesterday evening is 1 day ago this morning. */
export function daysUntil(ms: number, now = Date.now()): number {
	return Math.round((startOfDay(ms) - startOfDay(now)) / dayMs);
}

export function startOfDay(ms: number): number {
	return new Date(ms).setHours(0, 0, 0, 0);
}

function withYear(ms: number, now: number): Intl.DateTimeFormatOptions {
	return new Date(ms).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' };
}

/** "vr 20 november"; with the year when it is another one. */
export function sayDate(ms: number, now = Date.now()): string {
	return format({ weekday: 'short', day: 'numeric', month: 'long', ...withYear(ms, now) })
		.format(ms)
		.replace(',', '');
}

/** "maandag 23 november": for the head of a page. */
export function sayFullDate(ms: number, now = Date.now()): string {
	return format({ weekday: 'long', day: 'numeric', month: 'long', ...withYear(ms, now) })
		.format(ms)
		.replace(',', '');
}

/** "14 maart 2030": a date that is far away or official. */
export function sayOfficialDate(ms: number): string {
	return format({ day: 'numeric', month: 'long', year: 'numeric' }).format(ms);
}

/** "vandaag", "gisteren", "morgen", "woensdag" within a week, else "vr 20 november". */
export function sayDay(ms: number, now = Date.now()): string {
	const days = daysUntil(ms, now);
	if (days === 0) return words.common.today;
	if (days === -1) return words.common.yesterday;
	if (days === 1) return words.common.tomorrow;
	if (Math.abs(days) < 7) return format({ weekday: 'long' }).format(ms);
	return sayDate(ms, now);
}

/** "16:40" */
export function sayTime(ms: number): string {
	return format({ hour: '2-digit', minute: '2-digit' }).format(ms);
}

/** "vrijdag 16:40" */
export function sayMoment(ms: number, now = Date.now()): string {
	return `${sayDay(ms, now)} ${sayTime(ms)}`;
}

/** An ISO date (`2027-03-31`) as the start of that day on this device; null when it is not one. */
export function dayOf(iso: string): number | null {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
	return parts ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])).getTime() : null;
}

/** "14,5 MB"; below a megabyte in kB, above a thousand in GB. */
export function sayBytes(bytes: number): string {
	const number = new Intl.NumberFormat(spokenLanguage(), { maximumFractionDigits: 1 });
	if (bytes < 1_000_000) return `${number.format(Math.ceil(bytes / 1000))} kB`;
	if (bytes < 1_000_000_000) return `${number.format(bytes / 1_000_000)} MB`;
	return `${number.format(bytes / 1_000_000_000)} GB`;
}
