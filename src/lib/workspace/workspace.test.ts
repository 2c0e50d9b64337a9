// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { device, type Device } from '../../../tests/simulation/support/device.ts';
import type { CheckItemId, MeasureId, ProgrammeId } from '#lib/domain/id.ts';
import { chainFact, verifyChains } from '#lib/domain/fact/chain.ts';
import type { Fact, ProgressPayload } from '#lib/domain/fact/fact.ts';
import type { StoredFact } from '#lib/local/database.ts';
import { inside, type Inside } from './handle.ts';
import {
	add,
	addAll,
	addPicture,
	assignNewLead,
	closeWorkspace,
	createWorkspace,
	edit,
	gapsOf,
	openHouse,
	openWorkspace,
	picturesOf,
	recordFact,
	redo,
	Refused,
	remove,
	setStatus,
	statusOf,
	tickStep,
	undo,
	type House,
	type Workspace
} from './index.ts';
import { restoreWorkspace, workspaceFile } from './file.ts';

let made = 0;
async function town(
	platform: Device = device(++made)
): Promise<{ house: House; workspace: Workspace; programme: string; measure: string }> {
	const house = await openHouse(platform, `house-${++made}`);
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Marit' });
	const workspace = await openWorkspace(house, id);
	const programme = await add(workspace, 'programmes', { title: 'Uitvoeringsprogramma 2026' });
	const theme = await add(workspace, 'themes', { parent: programme, title: 'Overlast', level: 'priority' });
	const item = await add(workspace, 'items', { parent: programme, themeId: theme, title: 'Toezicht' });
	const measure = await add(workspace, 'measures', {
		parent: programme,
		themeId: theme,
		itemId: item,
		text: 'Avondronde'
	});
	return { house, workspace, programme, measure };
}

function progress(measureId: string): ProgressPayload {
	const nothing = { activity: null, text: null, count: null, unit: null, place: null, photos: [] };
	return { kind: 'progress', measureId: measureId as MeasureId, ...nothing };
}

async function reopened(house: House, workspace: Workspace): Promise<Workspace> {
	await closeWorkspace(workspace);
	const again = await openWorkspace(house, workspace.id);
	await inside(again).opened;
	return again;
}

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
		await inside(workspace).database.journal.clear();
		await inside(workspace).database.documents.clear();
		await inside(workspace).database.rows.clear();
		const again = await reopened(house, workspace);
		expect(again.rows.measures.get(measure)?.text).toBe('Avondronde');
		expect(await inside(again).database.journal.count()).toBeGreaterThan(0);
	});

	test('[D6] a projection that shows something else is mended', async () => {
		const { house, workspace, measure } = await town();
		const row = await inside(workspace).database.rows.get(['measures', measure]);
		if (!row || !('text' in row.row)) throw new Error('no row');
		await inside(workspace).database.rows.put({ ...row, row: { ...row.row, text: 'verkeerd' } });
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
		const { database } = inside(workspace);
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
		const facts = await inside(again).database.facts.toArray();
		expect(facts.map((fact) => fact.deviceSeq).sort()).toEqual([1, 2, 3]);
		expect(await verifyChains(inside(again).platform, facts)).toEqual([]);
		expect(statusOf(again, measure).current?.status).toBe('done');
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

describe('the file', () => {
	test('[S10] restores to the same, and a second reading changes nothing', async () => {
		const { workspace, measure } = await town();
		await setStatus(workspace, [measure], { status: 'running', colour: null, reason: null });
		await edit(workspace, 'measures', [measure], { planning: 'elk kwartaal' });
		const { name, blob } = await workspaceFile(workspace);
		const house = await openHouse(device(999), `house-${++made}`);
		const first = await restoreWorkspace(house, new File([blob], name));
		const second = await restoreWorkspace(house, new File([blob], name));
		expect([first, second]).toMatchObject([{ replaced: false }, { replaced: true }]);
		const copy = await openWorkspace(house, workspace.id);
		await inside(copy).opened;
		for (const collection of ['programmes', 'themes', 'items', 'measures', 'people'] as const)
			expect(copy.rows[collection].all).toEqual(workspace.rows[collection].all);
		expect(statusOf(copy, measure)).toEqual(statusOf(workspace, measure));
		expect(inside(copy).device).not.toBe(inside(workspace).device);
		expect(await undo(copy)).toMatchObject({ ok: true });
	});

	test('[S12] facts of an older and of a newer version are read at the start and carried as they were written', async () => {
		const { house, workspace, measure } = await town();
		await setStatus(workspace, [measure], { status: 'running', colour: null, reason: null });
		const { database, platform } = inside(workspace);
		const [first] = await database.facts.toArray();
		if (!first) throw new Error('no fact');
		const later = { kind: 'mood', smile: 3 } as unknown as Fact['payload'];
		const draft = { device: first.device, person: null, occurredAt: 5, payload: later };
		const {
			continues: _c,
			signature: _s,
			deviceOffset: _o,
			...older
		} = await chainFact(platform, first, draft);
		await database.facts.add({ ...older, about: measure } as StoredFact);
		const again = await reopened(house, workspace);
		const facts = await inside(again).factTable.load(measure);
		const read = facts.find(({ deviceSeq }) => deviceSeq === 2);
		expect(read).toMatchObject({ signature: null, payload: { kind: 'unknown', original: later } });
		expect(await verifyChains(platform, facts)).toEqual([]);
		const { name, blob } = await workspaceFile(again);
		const other = await openHouse(device(997), `house-${++made}`);
		expect(await restoreWorkspace(other, new File([blob], name))).toMatchObject({ ok: true });
		const copy = inside(await openWorkspace(other, workspace.id));
		const stored = (await copy.database.facts.toArray()).find(({ deviceSeq }) => deviceSeq === 2);
		expect(stored?.payload).toEqual(later);
	});

	test('[S10] carries the photos, and a photo whose name does not fit its bytes is passed by', async () => {
		const { workspace, measure } = await town();
		const bytes = new TextEncoder().encode('een foto');
		await addPicture(workspace, new Blob([bytes]), 'veld/feit');
		await expect.poll(async () => (await picturesOf(workspace, 'veld/feit'))[0]?.photo).not.toBeNull();
		const said = { ...progress(measure), text: 'Rustig' };
		await recordFact(workspace, said, { draft: 'veld/feit' });
		const { database } = inside(workspace);
		const [photo] = await database.photos.toArray();
		if (!photo) throw new Error('no photo');
		await database.photos.put({ ...photo, sha256: 'f'.repeat(64) });
		const { name, blob } = await workspaceFile(workspace);
		const house = await openHouse(device(996), `house-${++made}`);
		await restoreWorkspace(house, new File([blob], name));
		const copy = inside(await openWorkspace(house, workspace.id));
		const photos = await copy.database.photos.toArray();
		expect(photos.map(({ sha256 }) => sha256)).toEqual([photo.sha256]);
		expect(new TextDecoder().decode(photos[0]?.bytes)).toBe('een foto');
	});

	test('[D4] of one device in two places holds both branches, and both are restored', async () => {
		const { workspace, measure } = await town();
		const { database, platform, device: id } = inside(workspace);
		await setStatus(workspace, [measure], { status: 'running', colour: null, reason: null });
		const [first] = await database.facts.toArray();
		if (!first) throw new Error('no fact');
		await setStatus(workspace, [measure], { status: 'done', colour: null, reason: null });
		const draft = { device: id, person: null, occurredAt: 5, payload: first.payload };
		const branch = await chainFact(platform, first, draft);
		await database.facts.add({ ...branch, about: measure });
		const { name, blob } = await workspaceFile(workspace);
		const house = await openHouse(device(998), `house-${++made}`);
		expect(await restoreWorkspace(house, new File([blob], name))).toMatchObject({ ok: true });
		const copy = await openWorkspace(house, workspace.id);
		await inside(copy).opened;
		const facts = await inside(copy).factTable.load(measure);
		expect(facts.map(({ deviceSeq }) => deviceSeq).sort()).toEqual([1, 2, 2]);
	});

	test('a damaged or foreign file is refused with a reason', async () => {
		const house = await openHouse(device(7), `house-${++made}`);
		const { workspace } = await town();
		const { blob } = await workspaceFile(workspace);
		const cut = new File([blob.slice(0, blob.size / 2)], 'half.zip');
		expect(await restoreWorkspace(house, cut)).toMatchObject({ ok: false });
		expect(await restoreWorkspace(house, new File(['{"format":"iets"}'], 'x.json'))).toEqual({
			ok: false,
			reason: 'notOurs'
		});
		expect(house.workspaces).toEqual([]);
	});
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
	return inside(workspace).database.name;
}
