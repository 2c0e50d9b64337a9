import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { HouseDatabase, WorkspaceDatabase } from './database.ts';
import { readHouse, readTown } from './first-reading.ts';
import { nativeSteps, townVersion } from './versions.ts';

let made = 0;
const name = () => `first-${++made}`;

test('reads what the store wrote', async () => {
	const town = new WorkspaceDatabase(name());
	await town.meta.put({ key: 'register', value: 'r1' });
	await town.rows.put({ collection: 'measures', id: 'm1', doc: 'd', row: { id: 'm1' } as never });
	await town.drafts.put({ key: 'feit', text: 'half', at: 3 });
	await town.activity.bulkPut([{ id: 'a1' } as never, { id: 'a2' } as never]);
	const read = await readTown(town.name);
	expect(read?.meta.get('register')).toBe('r1');
	expect(read).toMatchObject({ waiting: 2, summaries: [], drafts: [{ key: 'feit', text: 'half', at: 3 }] });
	expect(read?.rows.map(({ id }) => id)).toEqual(['m1']);
	// It let go: nobody has to wait for it.
	town.close();
	await expect(WorkspaceDatabase.delete(town.name)).resolves.toBeUndefined();
});

test('the municipality that was opened last comes first', async () => {
	const house = new HouseDatabase(name());
	await house.workspaces.bulkPut([
		{ id: 'a', openedAt: 1 } as never,
		{ id: 'b', openedAt: 3 } as never,
		{ id: 'c', openedAt: 2 } as never
	]);
	await house.preferences.put({ key: 'look', value: 'zon' });
	const read = await readHouse(house.name);
	expect(read?.workspaces.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
	expect(read?.preferences).toEqual([{ key: 'look', value: 'zon' }]);
	house.close();
});

test('what is not there is not made by looking', async () => {
	const absent = name();
	expect(await readTown(absent)).toBeNull();
	expect(await readHouse(absent)).toEqual({ workspaces: [], preferences: [] });
	expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(absent);
});

test('[S12] a database of an older or a newer version is left to the store, which knows what to say', async () => {
	for (const version of [(townVersion - 1) * nativeSteps, (townVersion + 1) * nativeSteps]) {
		const other = name();
		await new Promise<void>((resolve) => {
			const request = indexedDB.open(other, version);
			request.onupgradeneeded = () =>
				['meta', 'rows', 'summaries', 'activity', 'drafts'].forEach((store) =>
					request.result.createObjectStore(store)
				);
			request.onsuccess = () => resolve(request.result.close());
		});
		expect(await readTown(other), String(version)).toBeNull();
		expect((await indexedDB.databases()).find((one) => one.name === other)?.version).toBe(version);
	}
});

test('a database that lost a table is left to the store', async () => {
	const broken = name();
	await new Promise<void>((resolve) => {
		const request = indexedDB.open(broken, townVersion * nativeSteps);
		request.onupgradeneeded = () => request.result.createObjectStore('meta');
		request.onsuccess = () => resolve(request.result.close());
	});
	expect(await readTown(broken)).toBeNull();
});
