/**
 * A real browser with the built app is killed at random moments while someone works in it, and started again:
 * 1. what the screen showed to be safe is on disk, once, with a chain that verifies from its first number;
 * 2. an edit stands as it was last seen safe, or as it was begun after that;
 * 3. the server is taken away now and then: the app starts and works without it;
 * 4. now and then the blow also leaves half a record in the browser's own log [S2.8].
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { mulberry32 } from '../../tests/simulation/support/chance.ts';
import { startServer, type RunningServer } from '../../tests/stories/support/server.ts';
import { field, programme, watchFor, type Act, type Screens } from './acts.ts';
import { startBrowser, type RunningBrowser } from './browser.ts';
import { losses, readStores, type Seen } from './evidence.ts';
import { leaveHalfRecords } from './half-record.ts';
import { folder, readProgress, writeProgress } from './progress.ts';

interface Progress {
	seed: number;
	count: number;
	kills: number;
	offlineStarts: number;
	begun: number;
	/** Acts that were seen to be safe. */
	acknowledged: number;
	/** Kills after which a log ended in half a record. */
	halves: number;
	lost: string[];
	seconds: number;
	seen: Seen;
}

export interface KillRun {
	count: number;
	seed: number;
	port: number;
	anew?: boolean;
	/** Under .campaign/: the profile and the progress of this run. */
	name?: string;
}

/** Seldom by itself: about once in some hundreds of kills, and then all is at stake. */
const halfRecordChance = 0.15;
/** A save takes some 10 ms and a screen about 300 ms to follow; the rest is quiet, in which nothing may happen either. */
const killWithinMs = 1500;
const typesForMs = 2500;
/** So much of what is typed may be gone after a kill. */
const draftsBehindMs = 1000;
/** Of each start of the browser: the adviser's table or the officer's tablet. */
let screens: Screens = programme;

export async function runKills({
	count,
	seed,
	port,
	anew = false,
	name = 'kill'
}: KillRun): Promise<boolean> {
	const file = `${name}.json`;
	const profile = join(folder, `${name}-profile`);
	const before = anew ? null : readProgress<Progress>(file);
	const goesOn =
		before?.seed === seed && before.count === count && before.kills < count && before.lost.length === 0;
	if (!goesOn) rmSync(profile, { recursive: true, force: true });
	mkdirSync(profile, { recursive: true });
	const progress: Progress = goesOn ? before : { seed, count, ...fresh() };
	const chance = mulberry32(seed * 7919 + progress.kills);
	const first = await startServer('build', port);
	// One address for the whole run: another one would be another app to the browser.
	const url = `http://127.0.0.1:${first.port}`;
	let server: RunningServer | null = first;
	try {
		if (!goesOn) await foundTown(profile, url);
		while (progress.kills < count && progress.lost.length === 0) {
			const startedAt = Date.now();
			if (chance() < 0.2) server = await toggle(server, first.port);
			if (!server) progress.offlineStarts++;
			await oneLife(profile, url, chance, progress);
			progress.seconds += (Date.now() - startedAt) / 1000;
			writeProgress(file, progress);
			if (progress.kills % 20 === 0) console.log(say(progress));
		}
		if (progress.lost.length === 0) await lookAfter(profile, url, progress);
		writeProgress(file, progress);
	} finally {
		await server?.kill();
	}
	console.log(say(progress));
	if (progress.lost.length === 0) return true;
	const evidence = join(folder, `${name}-lost-seed-${seed}-kill-${progress.kills}`);
	cpSync(profile, evidence, { recursive: true });
	console.log([...progress.lost, `The profile is kept in ${evidence}`].join('\n'));
	return false;
}

function fresh(): Omit<Progress, 'seed' | 'count'> {
	const seen: Seen = { facts: [], edits: {}, drafts: {} };
	return { kills: 0, offlineStarts: 0, begun: 0, acknowledged: 0, halves: 0, lost: [], seconds: 0, seen };
}

function say({ seed, kills, offlineStarts, begun, acknowledged, halves, lost, seconds }: Progress): string {
	const perMinute = seconds === 0 ? 0 : Math.round((kills / seconds) * 60);
	return `seed ${seed}: ${kills} kills (${perMinute} a minute, ${offlineStarts} starts without the server, ${halves} after half a record), ${begun} acts begun, ${acknowledged} seen to be safe, ${lost.length} lost`;
}

async function toggle(server: RunningServer | null, port: number): Promise<RunningServer | null> {
	if (!server) return startServer('build', port);
	await server.kill();
	return null;
}

/** The filled demo town, once, and everything the app needs to start without a server. */
async function foundTown(profile: string, url: string): Promise<void> {
	const browser = await startBrowser(profile);
	await browser.page.goto(url);
	await browser.page.getByRole('button', { name: 'Open de voorbeeldgemeente' }).click();
	await browser.page.waitForURL('**/vandaag', { timeout: 60_000 });
	await browser.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await screens.open(browser.page, url);
	await browser.kill();
}

/** One start of the browser: what was promised is looked for, then a few acts, and the kill in the midst of the last. */
async function oneLife(
	profile: string,
	url: string,
	chance: () => number,
	progress: Progress
): Promise<void> {
	screens = chance() < 0.4 ? programme : field;
	const browser = await startBrowser(profile);
	const { page } = browser;
	try {
		await openScreens(browser, url, progress);
		if (progress.lost.length > 0) return;
		page.on('console', (message) => {
			const [, says] = /^seen:(.*)$/.exec(message.text()) ?? [];
			if (says !== undefined) noteSeen(progress, says);
		});
		const whole = Math.floor(chance() * 3);
		for (let act = 0; act < whole; act++) await run(browser, choose(chance, progress, false), progress, true);
		const last = choose(chance, progress, true);
		// More often early than late: that is when something is being written.
		const within = last.kind === 'draft' ? typesForMs * (0.5 + chance()) : chance() ** 2 * killWithinMs;
		const dead = wait(within).then(() => {
			killedAt = Date.now();
			return browser.kill();
		});
		// The blow falls while it acts: whatever the hand still does fails, and that is the point.
		await Promise.all([run(browser, last, progress, false).catch(() => undefined), dead]);
		progress.kills++;
		if (chance() < halfRecordChance && leaveHalfRecords(profile) > 0) progress.halves++;
	} finally {
		await browser.kill();
	}
}

let open: Act[] = [];
/** When the last blow fell, milliseconds. */
let killedAt = 0;

function choose(chance: () => number, progress: Progress, mayBeDraft: boolean): Act {
	const place = Math.floor(chance() * 100);
	const acts = screens.acts.map((make) => make(place, `k${progress.seed}-${progress.begun}`));
	const fitting = acts.filter(({ kind }) => mayBeDraft || kind !== 'draft');
	const act = fitting[Math.floor(chance() * fitting.length)];
	if (!act) throw new Error('There are no acts.');
	return act;
}

async function run({ page }: RunningBrowser, act: Act, progress: Progress, waits: boolean): Promise<void> {
	progress.begun++;
	if (act.kind === 'draft') return typeUntilTheEnd(page, act, progress);
	// Its words take the place of what was typed there before an earlier kill.
	if (act.kind === 'fact') delete progress.seen.drafts[act.place];
	open = [...open, act];
	if (act.kind === 'edit') placeOf(progress, act.place).begun.push(act.says);
	await page.evaluate(watchFor, { says: act.says, kind: act.kind });
	const seen = waits
		? page.waitForEvent('console', (message) => message.text() === `seen:${act.says}`)
		: null;
	await act.run(page, () => undefined);
	await seen;
}

async function typeUntilTheEnd(page: Page, act: Act, { seen }: Progress): Promise<void> {
	const strokes: { at: number; words: string }[] = [];
	// From the first stroke on the earlier words are no longer meant.
	delete seen.drafts[act.place];
	try {
		await act.run(page, (words) => strokes.push({ at: Date.now(), words }));
	} finally {
		const behind = strokes.findLast(({ at }) => at <= killedAt - draftsBehindMs);
		if (behind) seen.drafts[act.place] = behind.words;
	}
}

function placeOf({ seen }: Progress, place: string) {
	return (seen.edits[place] ??= { safe: null, begun: [] });
}

function noteSeen(progress: Progress, says: string): void {
	const act = open.find((one) => one.says === says);
	if (!act) return;
	open = open.filter((one) => one !== act);
	progress.acknowledged++;
	if (act.kind === 'fact') progress.seen.facts.push(says);
	if (act.kind !== 'edit') return;
	const place = placeOf(progress, act.place);
	place.safe = says;
	place.begun = place.begun.slice(place.begun.indexOf(says) + 1);
}

/** A device on which the first screen begins anew has lost all there was. */
async function openScreens(browser: RunningBrowser, url: string, progress: Progress): Promise<void> {
	try {
		await screens.open(browser.page, url);
	} catch (error) {
		if (!(await browser.page.getByRole('button', { name: 'Open de voorbeeldgemeente' }).isVisible()))
			throw error;
		progress.lost.push('the whole store: the app begins anew');
		return;
	}
	await compare(browser, progress);
}

async function compare({ page }: RunningBrowser, progress: Progress): Promise<void> {
	progress.lost.push(...(await losses(await page.evaluate(readStores), progress.seen)));
}

/** After the last kill. */
async function lookAfter(profile: string, url: string, progress: Progress): Promise<void> {
	const browser = await startBrowser(profile);
	try {
		await openScreens(browser, url, progress);
	} finally {
		await browser.kill();
	}
}
