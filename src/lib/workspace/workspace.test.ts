// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { reopened, town } from '../../../tests/simulation/support/small-town.ts';
import type { CheckItemId, MeasureId, ProgrammeId } from '#lib/domain/id.ts';
import { verifyChains } from '#lib/domain/fact/chain.ts';
import { inside, type Inside } from './handle.ts';
import {
	addAll,
	assignNewLead,
	closeWorkspace,
	edit,
	gapsOf,
	openWorkspace,
	redo,
	Refused,
	remove,
	setStatus,
	statusOf,
	tickStep,
	undo,
	type Workspace
} from './index.ts';

describe('a workspace on one device', () => {
	test('[S12] a document of a newer schema is read, and an act on it is refused whole', async () => {
		const { workspace, programme, measure } = await town();
		inside(workspace).documents.get(programme)?.shared.doc.getMap('meta').set('schema', 99);
		const acts = workspace.activity.length;
		const entries = [
			{ collection: 'people' as const, fields: { name: 'Joost' } },
			{ collection: 'goals' as const, fields: { parent: programme as ProgrammeId, text: 'Minder' } }
		];
		await expect(addAll(workspace, entries)).rejects.toThrow(Refused);
		await expect(edit(workspace, 'measures', [measure], { planning: '2027' })).rejects.toThrow(Refused);
		expect(workspace.rows.people.all.map(({ name }) => name)).toEqual(['Marit']);
		expect(workspace.rows.measures.get(measure)).toMatchObject({ text: 'Avondronde', planning: null });
		expect(workspace.activity.length).toBe(acts);
	});

	test('what was edited is there after a restart', async () => {
		const { house, workspace, measure } = await town();
		await edit(workspace, 'measures', [measure], { planning: '2026 kw. 3' });
		const again = await reopened(house, workspace);
		expect(again.rows.measures.get(measure)).toMatchObject({ text: 'Avondronde', planning: '2026 kw. 3' });
	});

	test('[S6] a lost document store heals from the journal', async () => {
		const { house, workspace, measure } = await town();
		await closeWorkspace(workspace);
		const stores = (await indexedDB.databases()).filter(({ name = '' }) =>
			name.startsWith(`${database(workspace)}:`)
		);
		for (const { name = '' } of stores) await Dexie.delete(name);
		expect(stores.length).toBe(2);
		const again = await openWorkspace(house, workspace.id);
		await edit(again, 'measures', [measure], { budget: '€ 5.000' });
		expect(again.rows.measures.get(measure)).toMatchObject({ text: 'Avondronde', budget: '€ 5.000' });
		const once = await reopened(house, again);
		expect(once.rows.measures.get(measure)?.budget).toBe('€ 5.000');
		await closeWorkspace(once);
	});

	test('[S6] a lost journal and catalogue heal from the document stores', async () => {
		const { house, workspace, measure } = await town();
		await (await inside(workspace).stored).journal.clear();
		await (await inside(workspace).stored).documents.clear();
		await (await inside(workspace).stored).rows.clear();
		const again = await reopened(house, workspace);
		expect(again.rows.measures.get(measure)?.text).toBe('Avondronde');
		expect(await (await inside(again).stored).journal.count()).toBeGreaterThan(0);
	});

	test('[D6] a projection that shows something else is mended', async () => {
		const { house, workspace, measure } = await town();
		const row = await (await inside(workspace).stored).rows.get(['measures', measure]);
		if (!row || !('text' in row.row)) throw new Error('no row');
		await (await inside(workspace).stored).rows.put({ ...row, row: { ...row.row, text: 'verkeerd' } });
		const again = await reopened(house, workspace);
		expect(again.rows.measures.get(measure)?.text).toBe('Avondronde');
	});

	test('[D6] two tabs stay equal, also when both edit the same text', async () => {
		const { house, workspace, measure } = await town();
		const other = await openWorkspace(house, workspace.id);
		await inside(other).opened;
		await Promise.all([
			edit(workspace, 'measures', [measure], { text: 'Avondronde Kade' }),
			edit(other, 'measures', [measure], { text: 'Vroege avondronde' })
		]);
		// Each time anew: the other may be behind at the first look.
		const words = () => [workspace, other].map(({ rows }) => rows.measures.get(measure)?.text);
		await expect.poll(() => new Set(words()).size).toBe(1);
		await expect.poll(() => words()[1]).toMatch(/Kade/);
		expect(workspace.rows.measures.get(measure)?.text).toMatch(/Vroege/);
	});

	test('[S2] nothing is called saved before it can be read back, and a refused write is tried again', async () => {
		const { workspace, measure } = await town();
		const database = await inside(workspace).stored;
		let refusals = 0;
		const refuse = () => {
			refusals++;
			throw new Dexie.QuotaExceededError('full');
		};
		database.journal.hook('creating', refuse);
		const saved = edit(workspace, 'measures', [measure], { note: 'blijft' });
		await expect.poll(() => workspace.safety.state).toBe('stuck');
		expect(workspace.rows.measures.get(measure)?.note).toBe('blijft');
		database.journal.hook('creating').unsubscribe(refuse);
		await saved;
		expect(refusals).toBeGreaterThan(0);
		expect(workspace.safety.state).toBe('here');
	});

	test('[S2.8] a connection that was lost comes back in a new log, and only then is written again', async () => {
		const { workspace, measure } = await town();
		const database = await inside(workspace).stored;
		let done = () => {};
		const fresh = new Promise<void>((resolve) => (done = resolve));
		const asked: unknown[] = [];
		inside(workspace).platform.freshLog = (why) => {
			asked.push(why);
			return fresh;
		};
		database.close({ disableAutoOpen: false });
		expect(asked).toEqual([]);
		let isSaved = false;
		const saved = edit(workspace, 'measures', [measure], { note: 'daarna' }).then(() => (isSaved = true));
		await expect.poll(() => asked).toEqual(['brokeOff']);
		expect(isSaved).toBe(false);
		expect(workspace.safety.state).toBe('writing');
		done();
		await saved;
		expect(workspace.safety.state).toBe('here');
	});

	test('[S2.9] a store that was thrown away while it was open is not begun anew as if nothing had been there', async () => {
		const { workspace, measure } = await town();
		const database = await inside(workspace).stored;
		database.close({ disableAutoOpen: false });
		await Dexie.delete(database.name);
		void edit(workspace, 'measures', [measure], { note: 'daarna' });
		await expect.poll(() => workspace.safety).toMatchObject({ state: 'stuck', reason: 'storeGone' });
		expect(await Dexie.exists(database.name)).toBe(false);
		expect(workspace.rows.measures.get(measure)?.note).toBe('daarna');
	});
});

describe('undo and redo', () => {
	test('one step for many measures, with words', async () => {
		const { workspace, measure } = await town();
		const lead = await assignNewLead(workspace, [measure], { kind: 'unit', name: 'Toezicht en Handhaving' });
		expect(workspace.history.undo).toMatchObject({ what: 'edited', field: 'lead', count: 1 });
		expect(workspace.rows.measures.get(measure)?.lead).toEqual(lead);
		expect(await undo(workspace)).toMatchObject({ ok: true });
		expect(workspace.rows.measures.get(measure)?.lead).toBeNull();
		expect(workspace.rows.units.all).toEqual([]);
		expect(await redo(workspace)).toMatchObject({ ok: true });
		expect(workspace.rows.measures.get(measure)?.lead).toEqual(lead);
		expect(workspace.rows.units.all.map((unit) => unit.name)).toEqual(['Toezicht en Handhaving']);
	});

	test('[D12] a step whose place was changed since refuses', async () => {
		const { house, workspace, measure } = await town();
		await edit(workspace, 'measures', [measure], { planning: '2026' });
		const whole: Inside = inside(workspace);
		const step = whole.log.entries[0];
		await edit(workspace, 'measures', [measure], { planning: '2027' });
		if (whole.log.entries[0]) whole.log.entries[0].state = 'replaced';
		expect(await undo(workspace)).toEqual({ ok: false, reason: 'changedSince', label: step?.label });
		expect(workspace.rows.measures.get(measure)?.planning).toBe('2027');
		void house;
	});

	test('survives a restart', async () => {
		const { house, workspace, measure } = await town();
		await edit(workspace, 'measures', [measure], { planning: '2026' });
		const again = await reopened(house, workspace);
		expect(await undo(again)).toMatchObject({ ok: true });
		expect(again.rows.measures.get(measure)?.planning).toBeNull();
	});

	test('removing a theme takes what hangs under it, and undo brings it all back', async () => {
		const { workspace, measure, programme } = await town();
		const theme = workspace.rows.themes.of(programme)[0];
		await remove(workspace, 'themes', [theme?.id ?? '']);
		expect(workspace.rows.measures.of(programme)).toEqual([]);
		await undo(workspace);
		expect(workspace.rows.measures.of(programme).map((row) => row.id)).toEqual([measure]);
	});
});

describe('status facts', () => {
	test('[S1] numbers have no gap over tabs and restarts, and the chain verifies', async () => {
		const { house, workspace, measure } = await town();
		const other = await openWorkspace(house, workspace.id);
		await Promise.all([
			setStatus(workspace, [measure], { status: 'running', colour: 'onTrack', reason: null }),
			setStatus(other, [measure], { status: 'delayed', colour: 'attention', reason: 'te weinig mensen' })
		]);
		const again = await reopened(house, workspace);
		await setStatus(again, [measure], { status: 'done', colour: null, reason: null });
		const facts = await (await inside(again).stored).facts.toArray();
		expect(facts.map((fact) => fact.deviceSeq).sort()).toEqual([1, 2, 3]);
		expect(await verifyChains(inside(again).platform, facts)).toEqual([]);
		expect(statusOf(again, measure).current?.status).toBe('done');
	});

	test('[S1.2] a fact that was made behind an end that is no longer the end is made anew', async () => {
		const { house, workspace, measure } = await town();
		const other = await openWorkspace(house, workspace.id);
		const say = (tab: Workspace, isDone: boolean) =>
			tickStep(tab, measure as MeasureId, 'stap' as CheckItemId, isDone);
		const database = await inside(workspace).stored;
		const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
		const numbers = [];
		// Each presumes the end of its own last fact; the other has gone on from there.
		for (const tab of [workspace, other, workspace, workspace, other])
			numbers.push((await say(tab, numbers.length % 2 === 0)).deviceSeq);
		expect(numbers).toEqual([1, 2, 3, 4, 5]);
		// Of five, those that were said behind the other tab's were made anew; of each tab's first the end was read.
		const attempts = puts.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'facts');
		expect(attempts).toHaveLength(7);
		puts.mockRestore();
		expect(inside(workspace).writer?.chainEnd.deviceSeq).toBe(4);
		// The server told how far this clock is off: the next fact carries it.
		await database.meta.put({ key: 'deviceOffset', value: 250 });
		await say(other, false);
		const facts = await database.facts.toArray();
		expect(facts.toSorted((a, b) => a.deviceSeq - b.deviceSeq).map((fact) => fact.deviceOffset)).toEqual([
			...Array<null>(5).fill(null),
			250
		]);
		expect(await verifyChains(inside(workspace).platform, facts)).toEqual([]);
	});

	test('two that did not see each other are both heads; undo withdraws', async () => {
		const { house, workspace, measure } = await town();
		const other = await openWorkspace(house, workspace.id);
		await Promise.all([
			setStatus(workspace, [measure], { status: 'running', colour: null, reason: null }),
			setStatus(other, [measure], { status: 'delayed', colour: null, reason: null })
		]);
		await expect.poll(() => statusOf(workspace, measure).heads.length).toBe(2);
		expect(await setStatus(workspace, [measure], { status: 'paused', colour: null, reason: ' ' })).toEqual({
			ok: false,
			reason: 'reasonNeeded'
		});
		await setStatus(workspace, [measure], { status: 'paused', colour: null, reason: 'winter' });
		expect(statusOf(workspace, measure).heads.map((head) => head.status)).toEqual(['paused']);
		await undo(workspace);
		expect(statusOf(workspace, measure).heads.length).toBe(2);
	});
});

test('a step that is ticked and taken back in one breath is not a dispute with oneself', async () => {
	const { workspace, measure } = await town();
	const ids = [measure as MeasureId, 'stap' as CheckItemId] as const;
	await tickStep(workspace, ...ids, true);
	await tickStep(workspace, ...ids, false);
	await inside(workspace).saving.tail;
	expect(workspace.facts.summary(measure)?.ticks).toEqual({ stap: false });
});

test('gaps count what is missing once, and an item speaks for its measures', async () => {
	const { workspace, programme, measure } = await town();
	expect(gapsOf(workspace, programme)).toMatchObject({
		lead: [measure],
		budget: [measure],
		planning: [measure]
	});
	const item = workspace.rows.items.of(programme)[0];
	await edit(workspace, 'items', [item?.id ?? ''], {
		budget: '€ 10.000',
		portfolioHolders: ['Burgemeester']
	});
	expect(gapsOf(workspace, programme)).toMatchObject({ budget: [], portfolioHolder: [] });
});

test('a thousand measures are added in one step', async () => {
	const { workspace, programme } = await town();
	const item = workspace.rows.items.of(programme)[0];
	if (!item) throw new Error('no item');
	await addAll(
		workspace,
		Array.from({ length: 1000 }, (_, at) => ({
			collection: 'measures' as const,
			fields: { parent: item.parent, themeId: item.themeId, itemId: item.id, text: `Maatregel ${at + 1}` }
		}))
	);
	expect(workspace.rows.measures.of(programme).length).toBe(1001);
	expect(workspace.history.undo).toMatchObject({ what: 'added', count: 1000 });
	expect(workspace.rows.measures.all.at(-1)?.text).toBe('Maatregel 1000');
});

function database(workspace: Workspace): string {
	return inside(workspace).databaseName;
}
