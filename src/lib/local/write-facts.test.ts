import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { done, madeFact, withdrawal } from '../../../tests/simulation/support/facts.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import { WorkspaceDatabase, type Activity } from './database.ts';
import { MovedOn, type Upon } from './facts.ts';
import { writeAct, type JournalAct } from './journal.ts';
import { isOfNewFactsAlone, writeFacts } from './write-facts.ts';

let made = 0;

async function town(): Promise<WorkspaceDatabase> {
	const database = new WorkspaceDatabase(`write-facts-${++made}`);
	await database.meta.put({ key: 'device', value: first.device });
	return database;
}

const first = madeFact('f1', done());
const second: Fact = { ...madeFact('f2', done()), deviceSeq: first.deviceSeq + 1, previousHash: first.hash };
const behind = (end: Fact | null): Upon => ({
	device: first.device,
	deviceOffset: null,
	deviceSeq: end?.deviceSeq ?? 0,
	hash: end?.hash ?? null,
	isPresumed: true
});

function act(fact: Fact, upon?: Upon, more: Partial<JournalAct> = {}): JournalAct {
	return {
		documents: [],
		entries: [],
		rows: [],
		facts: [fact],
		activity: [],
		...(upon && { upon }),
		...more
	};
}

test('[S1.2] writes behind the end that was presumed, and nothing where the chain went on', async () => {
	const database = await town();
	expect(await writeFacts(database, act(first))).toMatchObject({ n: 1 });
	expect(await writeFacts(database, act(second, behind(first)))).toMatchObject({ n: 2 });
	const third: Fact = { ...madeFact('f3', done()), deviceSeq: 2, previousHash: first.hash };
	await expect(writeFacts(database, act(third, behind(first)))).rejects.toBeInstanceOf(MovedOn);
	await database.meta.put({ key: 'device', value: 'other' });
	await expect(writeFacts(database, act(third, behind(second)))).rejects.toBeInstanceOf(MovedOn);
	expect((await database.facts.toArray()).map(({ id }) => id)).toEqual(['f1', 'f2']);
	expect(await database.arrivals.count()).toBe(2);
});

test('[S2.1] half an act is none: what cannot be stored takes what was asked before it along', async () => {
	const database = await town();
	const activity = { id: 'a', label: () => 'no value' } as unknown as Activity;
	await expect(writeFacts(database, act(first, undefined, { activity: [activity] }))).rejects.toMatchObject({
		name: 'DataCloneError'
	});
	expect(
		await Promise.all([database.facts, database.links, database.arrivals].map((one) => one.count()))
	).toEqual([0, 0, 0]);
});

test('[S2.7] the draft goes with its fact, with its pictures; newer words stay', async () => {
	const database = await town();
	const picture = (id: string) => ({ id, draft: 'feit', fact: null }) as never;
	await database.pictures.bulkPut([picture('ready'), picture('follows')]);
	await database.drafts.put({ key: 'feit', text: 'typed since', at: 9 });
	const draft = { draft: { key: 'feit', text: null, at: 5 }, ready: ['ready'] };
	await writeFacts(database, act(first, undefined, { draft }));
	expect(await database.drafts.get('feit')).toMatchObject({ text: 'typed since' });
	expect(await database.pictures.toArray()).toEqual([{ id: 'follows', draft: null, fact: first.id }]);
	await writeFacts(
		database,
		act(second, undefined, { draft: { ...draft, draft: { ...draft.draft, at: 9 } } })
	);
	expect(await database.drafts.get('feit')).toMatchObject({ text: null });
});

/** What a device holds before the act: a fact, its pictures, and words that may be newer than the mark. */
async function lived(): Promise<WorkspaceDatabase> {
	const database = await town();
	await writeAct(database, act(first));
	const picture = (id: string, draft: string | null) => ({ id, draft, fact: null }) as never;
	await database.pictures.bulkPut([picture('ready', 'feit'), picture('late', 'feit'), picture('other', 'x')]);
	await database.drafts.bulkPut([
		{ key: 'feit', text: 'typed', at: 4 },
		{ key: 'signaal', text: 'typed since', at: 9 }
	]);
	return database;
}

async function everythingIn(database: WorkspaceDatabase): Promise<Record<string, unknown>> {
	const rows = database.tables.map(async (table) => {
		const all = table.toCollection();
		return [table.name, { keys: await all.primaryKeys(), rows: await table.toArray() }] as const;
	});
	return Object.fromEntries(await Promise.all(rows));
}

const one = { id: 'a', facts: ['f2'], state: 'done' } as unknown as Activity;
const said = (key: string, ready: string[] = []) => ({ draft: { key, text: null, at: 5 }, ready });
const third: Fact = { ...madeFact('f3', done()), deviceSeq: 3, previousHash: second.hash };

test.each<[string, Partial<JournalAct>]>([
	['a fact alone', {}],
	['more than one', { facts: [second, third] }],
	['with its line of activity', { activity: [one, { ...one, id: 'b', state: 'replaced' }] }],
	['with its draft and pictures', { draft: said('feit', ['ready']), activity: [one] }],
	['with words that were typed since', { draft: said('signaal') }],
	['with a draft that was never stored', { draft: said('nowhere') }]
])('[S2.1] by way of Dexie and by the store itself stands the same: %s', async (_, more) => {
	const upon = behind(first);
	const [short, long] = [await lived(), await lived()];
	const begun = await everythingIn(short);
	const [atOnce, byDexie] = [act(second, upon, more), act(second, { ...upon, isPresumed: false }, more)];
	expect([atOnce, byDexie].map(isOfNewFactsAlone)).toEqual([true, false]);
	expect(await writeAct(short, atOnce)).toEqual(await writeAct(long, byDexie));
	expect(await everythingIn(short)).toEqual(await everythingIn(long));
	expect(await everythingIn(short)).not.toEqual(begun);
});

test('[S9.4] what was done is numbered behind all that stands, whatever its clock said', async () => {
	const database = await town();
	const logged = (id: string, turnedAt: number) => ({ id, turnedAt }) as Activity;
	const write = (fact: Fact, one: Activity) =>
		writeFacts(
			database,
			act(fact, undefined, {
				activity: [one],
				comeBehind: (last) => void (one.turnedAt = Math.max(one.turnedAt, last + 1))
			})
		);
	await write(first, logged('a', 5000));
	await write(second, logged('b', 40));
	await write({ ...second, ...madeFact('f3', done()) }, logged('c', 7000));
	const numbers = (await database.activity.orderBy('turnedAt').toArray()).map((one) => [
		one.id,
		one.turnedAt
	]);
	expect(numbers).toEqual([
		['a', 5000],
		['b', 5001],
		['c', 7000]
	]);
});

test('what has to find something first, or comes with documents, goes the other way', () => {
	expect(isOfNewFactsAlone(act(first, behind(null)))).toBe(true);
	expect(isOfNewFactsAlone(act(first))).toBe(false);
	expect(isOfNewFactsAlone(act(madeFact('f4', withdrawal('f1')), behind(first)))).toBe(false);
	const entries = [{ doc: 'd', update: new Uint8Array() }];
	expect(isOfNewFactsAlone(act(first, behind(null), { entries }))).toBe(false);
});
