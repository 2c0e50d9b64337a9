// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { done, madeFact } from '../../../tests/simulation/support/facts.ts';
import { progress, reopened, town } from '../../../tests/simulation/support/small-town.ts';
import { WorkspaceDatabase, type Activity } from '#lib/local/database.ts';
import { writeAct, type JournalAct } from '#lib/local/journal.ts';
import { writeFacts } from '#lib/local/write-facts.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import { activityLog, numberForGood } from './activity.ts';
import { inside } from './handle.ts';
import { add, closeWorkspace, edit, openWorkspace, recordFact, redo, undo, type Workspace } from './index.ts';
import { typeInto } from './typing.ts';

const hourMs = 3_600_000;
let towns = 500;

async function townWithClock() {
	const clock = device(++towns);
	return { clock, ...(await town(clock)) };
}

const plan = (workspace: Workspace, measure: string, planning: string) =>
	edit(workspace, 'measures', [measure], { planning });
const budget = (workspace: Workspace, measure: string, words: string) =>
	edit(workspace, 'measures', [measure], { budget: words });

test('[S9.4] after a clock that went back the last step is still the one that was done last', async () => {
	const { clock, house, workspace, measure } = await townWithClock();
	clock.advance(48 * hourMs);
	await plan(workspace, measure, '2026');
	clock.advance(-48 * hourMs);
	await budget(workspace, measure, '€ 5.000');
	const again = await reopened(house, workspace);
	expect(again.history.undo).toMatchObject({ field: 'budget' });
	expect(await undo(again)).toMatchObject({ label: { field: 'budget' } });
	expect(await undo(again)).toMatchObject({ label: { field: 'planning' } });
	clock.advance(-48 * hourMs);
	expect(await redo(again)).toMatchObject({ label: { field: 'planning' } });
	expect(await redo(again)).toMatchObject({ label: { field: 'budget' } });
	// What is shown as time is the clock as it was.
	const shown = again.activity.filter(({ label }) => label.field === 'planning' || label.field === 'budget');
	expect(shown.map(({ label }) => label.field)).toEqual(['planning', 'budget']);
});

test('[S9.4] [D6] what another tab did is read, also under a clock that went back', async () => {
	const { clock, house, workspace, measure } = await townWithClock();
	const other = await openWorkspace(house, workspace.id);
	await inside(other).opened;
	clock.advance(48 * hourMs);
	await plan(workspace, measure, '2026');
	clock.advance(-96 * hourMs);
	await budget(other, measure, '€ 5.000');
	await expect.poll(() => workspace.history.undo).toMatchObject({ field: 'budget' });
	await recordFact(other, { ...progress(measure), activity: 'spoken' });
	await expect.poll(() => workspace.history.undo).toMatchObject({ what: 'recorded' });
	await undo(workspace);
	await undo(workspace);
	expect(workspace.rows.measures.get(measure)).toMatchObject({ planning: '2026', budget: null });
	await expect
		.poll(() => other.history)
		.toMatchObject({ undo: { field: 'planning' }, redo: { field: 'budget' } });
});

test('[S9.4] [D6] of two tabs under a clock that stands still, each reads all that the other did', async () => {
	const { clock, house, workspace, measure } = await townWithClock();
	const other = await openWorkspace(house, workspace.id);
	await inside(other).opened;
	clock.now = () => 0;
	await Promise.all([
		plan(workspace, measure, '2026'),
		plan(workspace, measure, '2027'),
		recordFact(workspace, { ...progress(measure), activity: 'spoken' }),
		budget(other, measure, '€ 1'),
		recordFact(other, { ...progress(measure), activity: 'called' }),
		recordFact(workspace, { ...progress(measure), activity: 'seen' }),
		budget(other, measure, '€ 2')
	]);
	const database = await inside(workspace).stored;
	const written = (await database.activity.orderBy('turnedAt').reverse().toArray()).map(({ id }) => id);
	const numbers = (await database.activity.toArray()).map(({ turnedAt }) => turnedAt);
	expect(new Set(numbers).size).toBe(numbers.length);
	for (const tab of [workspace, other]) {
		const order = () => tab.activity.toSorted((a, b) => b.turnedAt - a.turnedAt).map(({ id }) => id);
		await expect.poll(order).toEqual(written);
	}
});

test('[S9.4] what is not written yet is the last that was done, whatever another tab wrote meanwhile', async () => {
	const { clock, house, workspace, measure } = await townWithClock();
	const other = await openWorkspace(house, workspace.id);
	await inside(other).opened;
	clock.now = () => 0;
	await budget(other, measure, '€ 1');
	await budget(other, measure, '€ 2');
	const both = [plan(workspace, measure, '2026'), plan(workspace, measure, '2027')];
	expect(workspace.history.undo).toMatchObject({ field: 'planning' });
	await both[0];
	expect(await undo(workspace)).toMatchObject({ label: { field: 'planning' } });
	expect(workspace.rows.measures.get(measure)?.planning).toBe('2026');
	await Promise.all(both);
});

test('[S9.4] words typed after a clock that went back are a step of their own', async () => {
	const { clock, workspace, measure } = await townWithClock();
	const at = { collection: 'measures' as const, id: measure, field: 'text' };
	await typeInto(workspace, at, 'Avondronde', 'Avondronde Kade');
	await typeInto(workspace, at, 'Avondronde Kade', 'Avondronde Kade West');
	clock.advance(-hourMs);
	await typeInto(workspace, at, 'Avondronde Kade West', 'Vroege avondronde Kade West');
	await undo(workspace);
	expect(workspace.rows.measures.get(measure)?.text).toBe('Avondronde Kade West');
	await undo(workspace);
	expect(workspace.rows.measures.get(measure)?.text).toBe('Avondronde');
});

test('[D6] [D12] what a new act put an end to is not done again in another tab', async () => {
	const { house, workspace, measure, programme } = await town();
	const other = await openWorkspace(house, workspace.id);
	await inside(other).opened;
	await plan(workspace, measure, '2026');
	await budget(workspace, measure, '€ 5.000');
	await undo(workspace);
	await undo(workspace);
	await expect.poll(() => other.history.redo).toMatchObject({ field: 'planning' });
	await add(workspace, 'goals', { parent: programme as never, text: 'Minder' });
	await expect.poll(() => other.history).toMatchObject({ undo: { what: 'added' }, redo: null });
});

test('[S9.4] a store from before steps were numbered goes on, also where its clock was ahead', async () => {
	const { clock, house, workspace, measure } = await townWithClock();
	await plan(workspace, measure, '2026');
	const { activity } = await inside(workspace).stored;
	const ahead = clock.now() + 48 * hourMs;
	await activity.toCollection().modify((one) => {
		delete one.clockAt;
		if (one.label.field === 'planning') one.at = one.turnedAt = ahead;
	});
	const again = await reopened(house, workspace);
	expect(again.history.undo).toMatchObject({ field: 'planning' });
	await budget(again, measure, '€ 5.000');
	expect(await undo(again)).toMatchObject({ label: { field: 'budget' } });
	expect(await undo(again)).toMatchObject({ label: { field: 'planning' } });
	expect(again.rows.measures.get(measure)).toMatchObject({ planning: null, budget: null });
});

test.each<[string, typeof writeAct]>([
	['the store itself', writeFacts],
	['Dexie', writeAct]
])('[S9.4] of two that are asked at once no number stands twice, by way of %s', async (_, write) => {
	const database = new WorkspaceDatabase(`numbered-${++towns}`);
	await database.activity.put({ id: 'other tab', turnedAt: 10 } as Activity);
	const log = Object.assign(activityLog(), { lastTurn: 2 });
	const [a, b] = [{ id: 'a', turnedAt: 1 } as Activity, { id: 'b', turnedAt: 2 } as Activity];
	log.pending.add(a).add(b);
	const logged = (fact: Fact, one: Activity) =>
		({
			...{ documents: [], entries: [], rows: [], facts: [fact], activity: [one] },
			comeBehind: (last: number) => numberForGood(log, [one], last)
		}) satisfies JournalAct;
	// The second is asked, with the number it has now, before the first has heard that ten are there already.
	await Promise.all([
		write(database, logged(madeFact('f1', done()), a)),
		write(database, logged(madeFact('f2', done()), b))
	]);
	expect(await database.activity.orderBy('turnedAt').toArray()).toEqual([
		{ id: 'other tab', turnedAt: 10 },
		{ id: 'a', turnedAt: 11 },
		{ id: 'b', turnedAt: 12 }
	]);
});

test('until it was read nothing is said of what was done here, or of being shared', async () => {
	const { house, workspace, measure } = await townWithClock();
	await plan(workspace, measure, '2026');
	await closeWorkspace(workspace);
	const again = await openWorkspace(house, workspace.id);
	expect([again.isActivityRead, again.exchange.joined]).toEqual([false, null]);
	await inside(again).opened;
	expect([again.isActivityRead, again.exchange.joined]).toEqual([true, false]);
	expect(again.activity.map(({ label }) => label.field)).toContain('planning');
});
