// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { attend } from '#lib/workspace/together/index.ts';
import { atOnceMs } from '#lib/sync/runner.ts';
import type { Browser } from './browser.ts';
import { together } from './town.ts';

const { server, pair } = together();

/** When rounds come, with a clock that stands still until a test lets it go on. */
const plannedOf = ({ planned }: Browser) =>
	[...planned].map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const isRound = ({ method }: { method: string }) => method === 'GET /api/v1/me';
const roundsOf = ({ link }: Browser) => link.asked.filter((method) => isRound({ method })).length;
/** Lets the soonest plan happen, and resolves when the round that it begins has ended. */
async function roundAfter(browser: Browser): Promise<number> {
	const after = browser.pass();
	// At its end it plans the next one.
	await expect.poll(() => plannedOf(browser).length, { timeout: 10_000 }).toBe(1);
	return after;
}

describe('a round comes', () => {
	test('[S4.2] after a quiet minute, and soon when something was said', async () => {
		const { marit, measure } = await pair();
		await marit.exchange();
		expect(plannedOf(marit)).toEqual([60_000]);
		await marit.say(measure, 'gezien');
		await expect.poll(() => plannedOf(marit)).toEqual([1500]);
		expect(await roundAfter(marit)).toBe(1500);
		await expect.poll(() => marit.workspace.exchange).toMatchObject({ state: 'idle', waiting: { facts: 0 } });
	});

	test('when the machine wakes, and however often it does, once', async () => {
		const { marit } = await pair();
		await marit.exchange();
		for (let n = 0; n < 5; n++) marit.link.wake();
		expect(plannedOf(marit)).toEqual([atOnceMs]);
	});

	test('at the start', async () => {
		const { marit } = await pair();
		await marit.reopen();
		await expect.poll(() => plannedOf(marit)).toEqual([atOnceMs]);
	});
});

describe('after a failure', () => {
	test('less and less often, never less than every five minutes, and never all tablets at once', async () => {
		const { marit, els } = await pair();
		const waits: Record<'marit' | 'els', number[]> = { marit: [], els: [] };
		for (const [name, one] of Object.entries({ marit, els }) as ['marit' | 'els', Browser][]) {
			one.link.cut();
			await one.exchange();
			for (let n = 0; n < 10; n++) waits[name].push(await roundAfter(one));
		}
		for (const said of Object.values(waits))
			for (const [n, wait] of said.entries()) {
				const most = Math.min(300_000, 2000 * 2 ** n);
				expect(wait).toBeGreaterThanOrEqual(0.75 * most);
				expect(wait).toBeLessThanOrEqual(1.25 * most);
			}
		expect(waits.marit).not.toEqual(waits.els);
		marit.link.mend();
		await marit.exchange();
		expect(plannedOf(marit)).toEqual([60_000]);
	});

	test('not before the server asked for it', async () => {
		const { marit, measure } = await pair();
		await marit.say(measure, 'gezien');
		const { fetch } = marit.link;
		let asked = 0;
		marit.link.fetch = async (path, init) => {
			if (init?.method !== 'POST' || asked++ > 0) return fetch(path, init);
			return Response.json({ error: 'tooMany' }, { status: 429, headers: { 'retry-after': '40' } });
		};
		await marit.exchange();
		expect(marit.workspace.exchange).toMatchObject({ state: 'serverAway', waiting: { facts: 1 } });
		marit.link.wake();
		expect(await roundAfter(marit)).toBeGreaterThan(39_000);
		await expect.poll(() => marit.workspace.exchange).toMatchObject({ state: 'idle', waiting: { facts: 0 } });
	});

	test('[S9] and no longer, where the clock is put back meanwhile', async () => {
		const { marit } = await pair();
		const { fetch } = marit.link;
		marit.link.fetch = () =>
			Promise.resolve(
				Response.json({ error: 'internal' }, { status: 503, headers: { 'retry-after': '40' } })
			);
		await marit.exchange();
		marit.device.advance(-2 * 24 * 60 * 60_000);
		marit.link.wake();
		expect(plannedOf(marit)[0]).toBeLessThanOrEqual(300_000);
		marit.link.fetch = fetch;
		await roundAfter(marit);
		// Nor does a rest of before make the ones after it late.
		expect(plannedOf(marit)).toEqual([60_000]);
		expect(marit.workspace.exchange.state).toBe('idle');
	});

	test('who does something is not kept waiting by what failed before', async () => {
		const { marit, measure } = await pair();
		marit.link.cut();
		await marit.exchange();
		for (let n = 0; n < 6; n++) await roundAfter(marit);
		expect(plannedOf(marit)[0]).toBeGreaterThan(60_000);
		await marit.say(measure, 'nu');
		await expect.poll(() => plannedOf(marit)).toEqual([1500]);
	});

	test('a right that went, or a session, is asked for again as well', async () => {
		const { els } = await pair();
		els.link.cookies.clear();
		await els.exchange();
		expect(els.workspace.exchange.state).toBe('signedOut');
		expect(plannedOf(els)[0]).toBeLessThan(3000);
	});
});

describe('a ping', () => {
	test('[S4.2] brings what another said, and no timer does', async () => {
		const { marit, els, measure } = await pair();
		// The line for pings is there once the server counts it.
		for (const one of [marit, els]) await one.exchange();
		await expect.poll(() => els.link.sockets.size).toBe(1);
		await expect
			.poll(() => [...els.link.sockets].every((socket) => socket.readyState === socket.OPEN))
			.toBe(true);
		const before = plannedOf(els);
		expect(before).toEqual([60_000]);
		await marit.say(measure, 'nu gezien');
		await marit.exchange();
		// The ping is heard: a round soon, where there was one in a minute.
		await expect.poll(() => plannedOf(els), { timeout: 10_000 }).toEqual([1500]);
		await roundAfter(els);
		expect((await els.facts()).map(({ payload }) => payload)).toMatchObject([{ text: 'nu gezien' }]);
		expect(roundsOf(els)).toBeGreaterThan(1);
	});

	test('[S11.2] that rights changed is heard, and the screen says so', async () => {
		const { els } = await pair();
		await els.exchange();
		await expect
			.poll(() => [...els.link.sockets].some((socket) => socket.readyState === socket.OPEN))
			.toBe(true);
		const { store, hub, ports } = server.meeting;
		const { id, exchange } = els.workspace;
		for (const grant of await store.people.grantsOf(id, exchange.account as never))
			await store.people.endGrant(id, grant.id, ports.now());
		hub.tell('rightsChanged', { workspace: id, account: exchange.account as never });
		await expect.poll(() => plannedOf(els), { timeout: 10_000 }).toEqual([1500]);
		await roundAfter(els);
		expect(els.workspace.exchange.state).toBe('noRight');
	});
});

test('[S11.2] a revoked device hears it: its lines are closed, what it says is set aside, and nothing comes any more', async () => {
	const { marit, els, measure, programme } = await pair();
	await els.exchange();
	attend(els.workspace, programme);
	await expect.poll(() => els.link.sockets.size, { timeout: 10_000 }).toBe(2);
	await expect
		.poll(() => [...els.link.sockets].every((socket) => socket.readyState === socket.OPEN))
		.toBe(true);
	const closed = [...els.link.sockets].map(
		(socket) => new Promise((resolve) => socket.once('close', resolve))
	);
	const { houseCalls } = await import('#lib/sync/house.ts');
	await houseCalls(marit.link).revokeDevice(marit.workspace.id, els.inside.device);
	expect(await Promise.all(closed)).toEqual([4403, 4403]);
	await els.say(measure, 'te laat');
	await marit.say(measure, 'hierna');
	await marit.exchange();
	await els.exchange();
	expect(els.workspace.exchange).toMatchObject({ state: 'noRight', safeTwice: false });
	expect((await els.facts()).length).toBe(1);
	expect((await server.meeting.store.facts.setAsideOnes(marit.workspace.id)).length).toBe(1);
	expect(els.link.sockets.size).toBe(0);
});
