// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { MeasureId } from '#lib/domain/id.ts';
import { device } from '../../../tests/simulation/support/device.ts';
import {
	add,
	addPicture,
	correctFact,
	createWorkspace,
	isBeingSaid,
	keepChoice,
	lastProgress,
	moveDraft,
	openHouse,
	openWorkspace,
	picturesOf,
	recallDraft,
	recordFact,
	rememberDraft,
	type Workspace
} from './index.ts';
import { addFacts, factTables } from '#lib/local/facts.ts';
import { madeFact } from '../../../tests/simulation/support/facts.ts';
import { begunDrafts } from './draft.ts';
import { inside } from './handle.ts';
import { checkChain, countShift, nextNumber, readShift } from './ledger.ts';

let made = 500;
const said = (measureId: string) => ({
	kind: 'progress' as const,
	measureId: measureId as MeasureId,
	activity: 'nothingSpecial',
	text: null,
	count: null,
	unit: null,
	place: null,
	photos: []
});

async function town(): Promise<{
	workspace: Workspace;
	parent: string;
	say: (at?: number) => Promise<number>;
}> {
	const house = await openHouse(device(++made), `field-${made}`);
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Bram' });
	const workspace = await openWorkspace(house, id);
	const parent = await add(workspace, 'programmes', { title: 'Uitvoeringsprogramma' });
	return {
		workspace,
		parent,
		say: async (at) => (await recordFact(workspace, said(parent), at === undefined ? {} : { at })).deviceSeq
	};
}

test('the number on the screen is the number that the next fact gets', async () => {
	const { workspace, say } = await town();
	const next = await nextNumber(workspace);
	expect(await say()).toBe(next);
	expect(await nextNumber(workspace)).toBe(next + 1);
});

test('a shift is what was recorded since, whatever came before', async () => {
	const { workspace, say } = await town();
	for (const at of [1000, 2000]) await say(at);
	expect((await readShift(workspace, 5000)).lately).toBeNull();
	const first = await say(6000);
	const last = await say(7000);
	expect((await readShift(workspace, 5000)).lately).toEqual({ first, last, count: 2 });
});

test('how much is here is counted without the proof: of this device only, and of each shift', async () => {
	const { workspace, say } = await town();
	expect(await countShift(workspace)).toEqual({ count: 0, first: null, last: null, lately: null });
	for (const at of [1000, 6000, 7000]) await say(at);
	const { stored } = inside(workspace);
	await addFacts(await stored, [madeFact('of a colleague', said('m'))]);
	expect(await countShift(workspace, 5000)).toEqual({
		...{ count: 3, first: 1, last: 3 },
		lately: { first: 2, last: 3, count: 2 }
	});
});

test('a check of everything can be followed and stopped', async () => {
	const { workspace, say } = await town();
	for (let n = 0; n < 120; n++) await say();
	const heard: [number, number][] = [];
	expect(await checkChain(workspace, (...now) => heard.push(now))).toEqual([]);
	expect(heard).toEqual([
		[100, 120],
		[120, 120]
	]);
	const stop = new AbortController();
	stop.abort();
	await expect(checkChain(workspace, () => undefined, stop.signal)).rejects.toThrow(/abort/i);
}, 30_000);

test('a draft goes to another measure with its pictures, and never over one that stands there', async () => {
	const { workspace } = await town();
	rememberDraft(workspace, 'veld/feit/a', 'Groep op de Kade');
	await addPicture(workspace, new Blob(['x']), 'veld/feit/a');
	expect(await moveDraft(workspace, 'veld/feit/a', 'veld/feit/b')).toBe(true);
	expect([recallDraft(workspace, 'veld/feit/a'), recallDraft(workspace, 'veld/feit/b')]).toEqual([
		null,
		'Groep op de Kade'
	]);
	expect(await picturesOf(workspace, 'veld/feit/b')).toHaveLength(1);
	rememberDraft(workspace, 'veld/feit/a', 'Iets anders');
	expect(await moveDraft(workspace, 'veld/feit/a', 'veld/feit/b')).toBe(false);
	expect(recallDraft(workspace, 'veld/feit/b')).toBe('Groep op de Kade');
});

test('[S2.10] words that are being said stand where they stood, and nobody can say them again meanwhile', async () => {
	const { workspace, parent } = await town();
	const key = 'veld/feit/a';
	rememberDraft(workspace, key, 'Groep op de Kade');
	const saying = recordFact(workspace, said(parent), { draft: key });
	expect([recallDraft(workspace, key), isBeingSaid(workspace, key)]).toEqual(['Groep op de Kade', true]);
	expect(await moveDraft(workspace, key, 'veld/feit/b')).toBe(false);
	await saying;
	expect([recallDraft(workspace, key), isBeingSaid(workspace, key)]).toEqual([null, false]);
});

test('[S2.10] words can be said again when saying them ended in nothing', async () => {
	const { workspace, parent } = await town();
	const key = 'veld/feit/a';
	rememberDraft(workspace, key, 'Zo was het');
	const whole = inside(workspace);
	(await whole.stored).close();
	whole.closed = true;
	const saying = recordFact(workspace, said(parent), { draft: key });
	expect(isBeingSaid(workspace, key)).toBe(true);
	await expect(saying).rejects.toThrow(/closed/i);
	expect([recallDraft(workspace, key), isBeingSaid(workspace, key)]).toEqual(['Zo was het', false]);
});

test('the same again is what this device said last, however many facts of a younger device are here', async () => {
	const { workspace, parent } = await town();
	const { id } = await recordFact(workspace, { ...said(parent), count: 3 });
	await correctFact(workspace, id, { ...said(parent), count: 4 });
	const database = await inside(workspace).stored;
	const younger = { device: 'ffffffff-younger', person: workspace.me?.id ?? null };
	const others = Array.from({ length: 40 }, (_, at) =>
		madeFact(`other-${at}`, { ...said(parent), count: 9 }, { ...younger, deviceSeq: at + 1 })
	);
	await database.transaction('rw', factTables(database), () => addFacts(database, others));
	expect(await lastProgress(workspace)).toMatchObject({ measureId: parent, count: 4 });
});

test('how a screen was set is no loss to who leaves; words that are typed are, at once', async () => {
	const { workspace } = await town();
	keepChoice(workspace, 'programme/columns', 'name,lead');
	expect(begunDrafts(inside(workspace))).toBe(0);
	rememberDraft(workspace, 'veld/feit/a', 'Groep op de Kade');
	expect(begunDrafts(inside(workspace))).toBe(1);
});
