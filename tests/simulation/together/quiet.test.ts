// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { storeSummaries } from '#lib/workspace/summaries.ts';
import type { Browser } from './browser.ts';
import { together } from './town.ts';

/** What a round costs where nothing came and nothing goes. */
const { server, town, pair } = together();

afterEach(() => vi.restoreAllMocks());

/** A server whose clock is `ahead` of this device's, as far as it is asked. */
async function brought() {
	const { marit, measure } = await town();
	const clock = { ahead: 0 };
	server.meeting.ports.now = () => marit.device.now() + clock.ahead;
	await marit.bring();
	await marit.say(measure, 'een');
	await marit.exchange();
	return { marit, measure, clock };
}

const storeOf = (context: unknown) => (context as IDBObjectStore).name;

/** How often facts were written for one act, and how often it waited for its turn. */
async function costOf(marit: Browser, act: () => Promise<unknown>) {
	const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
	const locks = vi.spyOn(marit.inside.platform, 'lock');
	await act();
	const attempts = puts.mock.contexts.filter((store) => storeOf(store) === 'facts').length;
	const turns = locks.mock.calls.filter(([name]) => name.startsWith('journal:')).length;
	puts.mockRestore();
	locks.mockRestore();
	return { attempts, turns };
}

describe('[S1.2] the fact after a round is made once, and waits for no turn', () => {
	test('where the clocks stand as they stood, to what half of the way there and back can tell', async () => {
		const { marit, measure, clock } = await brought();
		const [first] = await marit.facts();
		for (const ahead of [700, -200, 400]) {
			clock.ahead = ahead;
			await marit.exchange();
			const cost = await costOf(marit, () => marit.say(measure, `bij ${ahead}`));
			expect(cost).toEqual({ attempts: 1, turns: 0 });
		}
		const offsets = new Set((await marit.facts()).map(({ deviceOffset }) => deviceOffset));
		expect(offsets).toEqual(new Set([first?.deviceOffset]));
	});

	test('[S9.3] where a clock was set, and the fact carries it', async () => {
		const { marit, measure, clock } = await brought();
		clock.ahead = 90_000;
		await marit.exchange();
		const cost = await costOf(marit, () => marit.say(measure, 'erna'));
		expect(cost).toEqual({ attempts: 1, turns: 0 });
		const last = (await marit.facts()).find(({ deviceSeq }) => deviceSeq === 2);
		expect(Math.abs((last?.deviceOffset ?? 0) - 90_000)).toBeLessThan(1000);
	});
});

test('a round that brings nothing writes when it was, and nothing else', async () => {
	const { marit } = await brought();
	await marit.exchange();
	await storeSummaries(marit.inside);
	const writes = (['put', 'add', 'delete', 'clear'] as const).map((how) =>
		vi.spyOn(IDBObjectStore.prototype, how)
	);
	await marit.exchange();
	expect(marit.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true });
	const written = writes.flatMap(({ mock }) =>
		mock.calls.map((given: unknown[], at) => [storeOf(mock.contexts[at]), given[0]])
	);
	expect(written).toEqual([['server', { key: 'lastAt', value: marit.workspace.exchange.lastAt }]]);
});

test('one fact of a colleague makes its own subject read again, and no other', async () => {
	const { marit, els, measure } = await pair();
	for (let n = 0; n < 5; n++) await marit.say(`andere maatregel ${n}`, 'eerder');
	await marit.exchange();
	await els.exchange();
	await els.say(measure, 'van Els');
	await els.exchange();
	const again = vi.spyOn(marit.inside.factTable, 'readAgain');
	await marit.exchange();
	expect(again.mock.calls.flat(2)).toEqual([measure]);
	expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(1);
});

test('a fact of a colleague is read also where the notices of arrival were lost and count anew', async () => {
	const { marit, els, measure } = await pair();
	for (let n = 0; n < 3; n++) await marit.say(measure, `eerder ${n}`);
	await marit.exchange();
	await els.exchange();
	// More of them than are gone back over.
	marit.inside.arrivedTo = 10_000;
	await els.say(measure, 'van Els');
	await els.exchange();
	await marit.exchange();
	expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(4);
});

test('[S3.6] what is safe twice is counted anew from all facts only where one of them, or a word about them, is new', async () => {
	const { marit, measure } = await brought();
	const spies = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((from) => [
		vi.spyOn(from, 'getAll'),
		vi.spyOn(from, 'getAllKeys')
	]);
	const isWhole = ([asked, most]: unknown[]) =>
		most === undefined && (asked as { count?: number } | undefined)?.count === undefined;
	/** Of which of these stores a round asked everything, and not how much there is or what is last. */
	async function readByARound() {
		for (const spy of spies) spy.mockClear();
		await marit.exchange();
		const names = spies
			.flatMap(({ mock }) => mock.contexts.filter((_, at) => isWhole(mock.calls[at] ?? [])))
			.map((from) => (from instanceof IDBIndex ? from.objectStore.name : storeOf(from)));
		return ['facts', 'attested', 'links'].filter((name) => names.includes(name));
	}
	await marit.exchange();
	expect(await readByARound()).toEqual([]);
	expect(marit.workspace.exchange.safeTwice).toBe(true);
	await marit.say(measure, 'nieuw');
	expect(marit.workspace.exchange.safeTwice).toBe(false);
	marit.link.cut();
	expect(await readByARound()).toEqual(['facts', 'attested']);
	expect(marit.workspace.exchange).toMatchObject({ waiting: { facts: 1 }, safeTwice: false });
	marit.link.mend();
	expect(await readByARound()).toEqual(['facts', 'attested', 'links']);
	expect(marit.workspace.exchange).toMatchObject({ waiting: { facts: 0 }, safeTwice: true });
});
