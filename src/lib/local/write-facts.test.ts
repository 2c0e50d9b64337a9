import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { done, madeFact, withdrawal } from '../../../tests/simulation/support/facts.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import { WorkspaceDatabase, type Activity } from './database.ts';
import { MovedOn, type Upon } from './facts.ts';
import type { JournalAct } from './journal.ts';
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

test('what has to find something first, or comes with documents, goes the other way', () => {
	expect(isOfNewFactsAlone(act(first, behind(null)))).toBe(true);
	expect(isOfNewFactsAlone(act(first))).toBe(false);
	expect(isOfNewFactsAlone(act(madeFact('f4', withdrawal('f1')), behind(first)))).toBe(false);
	const entries = [{ doc: 'd', update: new Uint8Array() }];
	expect(isOfNewFactsAlone(act(first, behind(null), { entries }))).toBe(false);
});
