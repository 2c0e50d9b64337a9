import type { Activity } from '#lib/local/database.ts';
import type { Inside } from './handle.ts';
import { live, type Live } from './live.svelte.ts';

/**
 * What was done here, and in which order (design D12):
 * 1. `turnedAt` rises with everything that is done and undone, in the order in which it is written, and hangs on no
 *    clock [S9.4]; times that are shown are the clock's own;
 * 2. it is held against the store in the transaction that writes it; what is not written yet comes behind all that is;
 * 3. what another tab did is read from the last number that was read, so none is passed over [D6].
 */
export interface ActivityLog {
	/** As a screen lists them: newest first, by the clock. */
	entries: Activity[];
	/** False: what was done here before was not read yet; that there is none may not be said. */
	isRead: boolean;
	readonly live: Live;
	/** The highest number that is known. */
	lastTurn: number;
	/** The highest that was read from the store. */
	readTo: number;
	/** Not numbered yet in the transaction that writes it, in order. */
	readonly pending: Set<Activity>;
	/** Acts whose facts have no ids yet. */
	readonly saying: Set<string>;
	/** Undo and redo follow each other (history.ts). */
	turning: Promise<unknown>;
}

export function activityLog(): ActivityLog {
	return {
		entries: [],
		isRead: false,
		live: live(),
		lastTurn: 0,
		readTo: 0,
		pending: new Set(),
		saying: new Set(),
		turning: Promise.resolve()
	};
}

/** As many acts as a person would ever scroll back through on a screen; the rest stays in the database. */
const activityKept = 500;

/** The one that fits and was done or undone last. */
export function lastTurned(
	entries: readonly Activity[],
	fits: (entry: Activity) => boolean = () => true
): Activity | undefined {
	let last: Activity | undefined;
	for (const entry of entries) if (fits(entry) && (!last || entry.turnedAt > last.turnedAt)) last = entry;
	return last;
}

/** When it was done or undone, by the clock, milliseconds. */
export function clockOf({ clockAt, turnedAt }: Activity): number {
	return clockAt ?? turnedAt;
}

/** What was done just now comes behind all that is known; a new act ends the road forward: what was undone stays undone. */
export function noteActivity({ log, platform }: Inside, activity: Activity, isNew: boolean): Activity[] {
	const now = platform.now();
	const undone = isNew ? log.entries.filter(({ state }) => state === 'undone') : [];
	for (const entry of undone) Object.assign(entry, { state: 'replaced', clockAt: clockOf(entry) });
	activity.clockAt = now;
	for (const one of [...undone, activity]) {
		one.turnedAt = log.lastTurn = Math.max(now, log.lastTurn + 1);
		log.pending.add(one);
	}
	const at = log.entries.findIndex((entry) => entry.id === activity.id);
	if (at >= 0) log.entries[at] = activity;
	else log.entries.unshift(activity);
	log.live.changed();
	return [activity, ...undone];
}

/** What is not written comes behind this number. */
export function renumber(log: ActivityLog, turnedAt: number): void {
	let last = turnedAt;
	for (const one of log.pending) last = one.turnedAt = Math.max(one.turnedAt, last + 1);
	log.lastTurn = Math.max(log.lastTurn, last);
}

/**
 * Asked in the transaction that writes these, with the last number that stands there: theirs is behind it, and theirs
 * for good, for whatever is written later comes behind them.
 */
export function numberForGood(log: ActivityLog, these: readonly Activity[], turnedAt: number): void {
	renumber(log, turnedAt);
	for (const one of these) log.pending.delete(one);
}

export async function readActivity({ stored, log }: Inside): Promise<void> {
	const { activity } = await stored;
	const read = await activity.orderBy('turnedAt').reverse().limit(activityKept).toArray();
	log.isRead = true;
	showActivity(log, read);
}

export async function readNewActivity({ stored, log }: Inside): Promise<Activity[]> {
	const { activity } = await stored;
	return activity.where('turnedAt').aboveOrEqual(log.readTo).toArray();
}

export function showActivity(log: ActivityLog, read: readonly Activity[]): void {
	log.readTo = read.reduce((most, { turnedAt }) => Math.max(most, turnedAt), log.readTo);
	renumber(log, log.readTo);
	const places = new Map(log.entries.map(({ id }, at) => [id, at]));
	for (const entry of read) {
		const at = places.get(entry.id);
		const known = at === undefined ? undefined : log.entries[at];
		if (at === undefined || !known) log.entries.push(entry);
		else if (entry.turnedAt > known.turnedAt) log.entries[at] = entry;
	}
	log.entries.sort((a, b) => b.at - a.at);
	log.live.changed();
}
