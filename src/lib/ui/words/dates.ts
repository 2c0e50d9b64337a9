import { spokenLanguage, words } from './words.svelte.ts';

/** Dates as people say them. Times are the clock of this device; a day word (`vandaag`) is used where one would. */
const dayMs = 86_400_000;

/** Whole days from `now` to `ms` by the calendar, not by the clock: yesterday evening is 1 day ago this morning. */
export function daysUntil(ms: number, now = Date.now()): number {
	return Math.round((startOfDay(ms) - startOfDay(now)) / dayMs);
}

export function startOfDay(ms: number): number {
	return new Date(ms).setHours(0, 0, 0, 0);
}

/**
 * By hand and from the catalogue: making one Intl format takes 40 ms of a fast laptop's first screen, and a date is
 * said on nearly every screen.
 */
function dayAndMonth(ms: number): string {
	const date = new Date(ms);
	return `${date.getDate()} ${words.calendar.months[date.getMonth()] ?? ''}`;
}

function weekday(ms: number): string {
	return words.calendar.weekdays[new Date(ms).getDay()] ?? '';
}

function yearUnlessThis(ms: number, now: number): string {
	const year = new Date(ms).getFullYear();
	return year === new Date(now).getFullYear() ? '' : ` ${year}`;
}

/** "vr 20 november"; with the year when it is another one. */
export function sayDate(ms: number, now = Date.now()): string {
	return `${weekday(ms).slice(0, words.calendar.weekdayLetters)} ${dayAndMonth(ms)}${yearUnlessThis(ms, now)}`;
}

/** "maandag 23 november": for the head of a page. */
export function sayFullDate(ms: number, now = Date.now()): string {
	return `${weekday(ms)} ${dayAndMonth(ms)}${yearUnlessThis(ms, now)}`;
}

/** "14 maart 2030": a date that is far away or official. */
export function sayOfficialDate(ms: number): string {
	return `${dayAndMonth(ms)} ${new Date(ms).getFullYear()}`;
}

/** "vandaag", "gisteren", "morgen", "woensdag" within a week, else "vr 20 november". */
export function sayDay(ms: number, now = Date.now()): string {
	const days = daysUntil(ms, now);
	if (days === 0) return words.calendar.today;
	if (days === -1) return words.calendar.yesterday;
	if (days === 1) return words.calendar.tomorrow;
	if (Math.abs(days) < 7) return weekday(ms);
	return sayDate(ms, now);
}

/** "16:40" */
export function sayTime(ms: number): string {
	const date = new Date(ms);
	return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
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
	if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
	if (bytes < 1_000_000_000) return `${tenths(bytes / 1_000_000)} MB`;
	return `${tenths(bytes / 1_000_000_000)} GB`;
}

function tenths(value: number): string {
	const text = String(Math.round(value * 10) / 10);
	return spokenLanguage() === 'nl' ? text.replace('.', ',') : text;
}
