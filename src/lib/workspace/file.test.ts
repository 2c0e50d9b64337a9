// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { houseName, progress, reopened, town } from '../../../tests/simulation/support/small-town.ts';
import { chainFact, verifyChains } from '#lib/domain/fact/chain.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import type { StoredFact } from '#lib/local/database.ts';
import { inside } from './handle.ts';
import {
	addPicture,
	edit,
	openHouse,
	openWorkspace,
	picturesOf,
	recordFact,
	setStatus,
	statusOf,
	undo
} from './index.ts';
import { restoreWorkspace, workspaceFile } from './file.ts';

describe('the file', () => {
	test('[S10] restores to the same, and a second reading changes nothing', async () => {
		const { workspace, measure } = await town();
		await setStatus(workspace, [measure], { status: 'running', colour: null, reason: null });
		await edit(workspace, 'measures', [measure], { planning: 'elk kwartaal' });
		const { name, blob } = await workspaceFile(workspace);
		const house = await openHouse(device(999), houseName());
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
		const { platform } = inside(workspace);
		const database = await inside(workspace).stored;
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
		const other = await openHouse(device(997), houseName());
		expect(await restoreWorkspace(other, new File([blob], name))).toMatchObject({ ok: true });
		const copy = inside(await openWorkspace(other, workspace.id));
		const stored = (await (await copy.stored).facts.toArray()).find(({ deviceSeq }) => deviceSeq === 2);
		expect(stored?.payload).toEqual(later);
	});

	test('[S10] carries the photos, and a photo whose name does not fit its bytes is passed by', async () => {
		const { workspace, measure } = await town();
		const bytes = new TextEncoder().encode('een foto');
		await addPicture(workspace, new Blob([bytes]), 'veld/feit');
		await expect.poll(async () => (await picturesOf(workspace, 'veld/feit'))[0]?.photo).not.toBeNull();
		const said = { ...progress(measure), text: 'Rustig' };
		await recordFact(workspace, said, { draft: 'veld/feit' });
		const database = await inside(workspace).stored;
		const [photo] = await database.photos.toArray();
		if (!photo) throw new Error('no photo');
		await database.photos.put({ ...photo, sha256: 'f'.repeat(64) });
		const { name, blob } = await workspaceFile(workspace);
		const house = await openHouse(device(996), houseName());
		await restoreWorkspace(house, new File([blob], name));
		const copy = inside(await openWorkspace(house, workspace.id));
		const photos = await (await copy.stored).photos.toArray();
		expect(photos.map(({ sha256 }) => sha256)).toEqual([photo.sha256]);
		expect(new TextDecoder().decode(photos[0]?.bytes)).toBe('een foto');
	});

	test('[D4] of one device in two places holds both branches, and both are restored', async () => {
		const { workspace, measure } = await town();
		const { platform, device: id } = inside(workspace);
		const database = await inside(workspace).stored;
		await setStatus(workspace, [measure], { status: 'running', colour: null, reason: null });
		const [first] = await database.facts.toArray();
		if (!first) throw new Error('no fact');
		await setStatus(workspace, [measure], { status: 'done', colour: null, reason: null });
		const draft = { device: id, person: null, occurredAt: 5, payload: first.payload };
		const branch = await chainFact(platform, first, draft);
		await database.facts.add({ ...branch, about: measure });
		const { name, blob } = await workspaceFile(workspace);
		const house = await openHouse(device(998), houseName());
		expect(await restoreWorkspace(house, new File([blob], name))).toMatchObject({ ok: true });
		const copy = await openWorkspace(house, workspace.id);
		await inside(copy).opened;
		const facts = await inside(copy).factTable.load(measure);
		expect(facts.map(({ deviceSeq }) => deviceSeq).sort()).toEqual([1, 2, 2]);
	});

	test('a damaged or foreign file is refused with a reason', async () => {
		const house = await openHouse(device(7), houseName());
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
