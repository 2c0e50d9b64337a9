// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { houseName } from '../../../tests/simulation/support/small-town.ts';
import { restoreWorkspace, workspaceFile } from './file.ts';
import {
	acceptMissing,
	closeWorkspace,
	createDemo,
	createWorkspace,
	forgetWorkspace,
	openHouse,
	openWorkspace
} from './index.ts';

const veenwater = { municipality: 'Veenwater', personName: 'Anne' };

/** What a browser does that is asked to clear its storage, or cannot read it any more. */
async function loseAll(): Promise<void> {
	for (const { name = '' } of await indexedDB.databases())
		await new Promise((resolve, reject) => {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = resolve;
			request.onerror = reject;
		});
}

test('[S2.9] what a browser threw away is named at the next start, until someone has read it', async () => {
	const [platform, name] = [device(41), houseName()];
	const house = await openHouse(platform, name);
	const id = await createWorkspace(house, veenwater);
	expect((await openHouse(platform, name)).missing).toEqual([]);
	(await house.stored).close();
	await loseAll();

	const after = await openHouse(platform, name);
	expect(after.workspaces).toEqual([]);
	expect(after.missing).toEqual([{ id, municipality: 'Veenwater' }]);
	acceptMissing(after);
	expect(after.missing).toEqual([]);
	expect((await openHouse(platform, name)).missing).toEqual([]);
});

test('[S2.9] what a file brings back, or someone took away, is not missed', async () => {
	const [platform, name] = [device(42), houseName()];
	const house = await openHouse(platform, name);
	const id = await createWorkspace(house, veenwater);
	const workspace = await openWorkspace(house, id);
	const { blob } = await workspaceFile(workspace);
	await closeWorkspace(workspace);
	(await house.stored).close();
	await loseAll();

	const after = await openHouse(platform, name);
	expect(after.missing).toHaveLength(1);
	await restoreWorkspace(after, new File([blob], 'driehoek.zip'));
	expect(after.missing).toEqual([]);
	await forgetWorkspace(after, id);
	expect((await openHouse(platform, name)).missing).toEqual([]);
});

test('the example town can be made again, and is not missed', async () => {
	const [platform, name] = [device(43), houseName()];
	const house = await openHouse(platform, name);
	await createDemo(house);
	(await house.stored).close();
	await loseAll();
	expect((await openHouse(platform, name)).missing).toEqual([]);
});

test('where nothing can be noted everything else works', async () => {
	const shut = () => {
		throw new DOMException('shut', 'SecurityError');
	};
	const platform = { ...device(44), notes: { get: shut, set: shut, remove: shut } };
	const house = await openHouse(platform, houseName());
	await createWorkspace(house, veenwater);
	expect(house.workspaces).toHaveLength(1);
	expect(house.missing).toEqual([]);
});
