// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { MeasureId } from '#lib/domain/id.ts';
import { nativeSteps, townVersion } from '#lib/local/versions.ts';
import { inside } from '#lib/workspace/handle.ts';
import {
	closeWorkspace,
	correctFact,
	createWorkspace,
	openHouse,
	add,
	openWorkspace,
	recordFact,
	Refused
} from '#lib/workspace/index.ts';
import { copyDatabase, opened, rawRows } from './field/raw.ts';
import { device } from './support/device.ts';

let towns = 0;
async function town() {
	const house = await openHouse(device(700 + ++towns), `versions-${towns}`);
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Els' });
	const workspace = await openWorkspace(house, id);
	await inside(workspace).opened;
	return { house, id, workspace, database: inside(workspace).databaseName };
}

function spoken(text: string) {
	const nothing = { activity: 'spoken', count: null, unit: null, place: null, photos: [] };
	return { kind: 'progress' as const, measureId: 'm' as MeasureId, text, ...nothing };
}

/** As a newer Driehoek would leave it. */
const newerVersion = 990;

test('[S12] a store that a newer Driehoek renewed is not opened, and says so; nothing in it is touched', async () => {
	const { house, id, workspace, database } = await town();
	await recordFact(workspace, spoken('gezien'));
	await closeWorkspace(workspace);
	const newer = await opened(database, newerVersion, (renewed) => renewed.createObjectStore('later'));
	newer.close();
	const before = rawRows(database, 'facts');
	await expect(openWorkspace(house, id)).rejects.toMatchObject({ reason: 'newerDatabase' });
	await expect(openWorkspace(house, id)).rejects.toThrow(Refused);
	expect(rawRows(database, 'facts')).toEqual(before);
	expect((await indexedDB.databases()).find(({ name }) => name === database)?.version).toBe(newerVersion);
});

test('[S12] a tab whose store is renewed by a newer one says that nothing is kept any more, and why', async () => {
	const { workspace, database } = await town();
	await recordFact(workspace, spoken('ervoor'));
	const newer = await opened(database, newerVersion);
	newer.close();
	let isSaid = false;
	void recordFact(workspace, spoken('erna')).then(() => (isSaid = true));
	await expect.poll(() => workspace.safety).toMatchObject({ state: 'stuck', reason: 'newerDatabase' });
	expect(isSaid).toBe(false);
	expect(rawRows(database, 'facts').length).toBe(1);
});

test('[S12] an older tab that does not let go is named, and nothing waits for ever', async () => {
	const { house, id, workspace, database } = await town();
	await closeWorkspace(workspace);
	// Back to before the last step of the schema, held open by a page that does not listen.
	await new Promise((resolve) => (indexedDB.deleteDatabase(database).onsuccess = resolve));
	const older = await opened(database, 10, (fresh) => fresh.createObjectStore('meta', { keyPath: 'key' }));
	await expect(openWorkspace(house, id)).rejects.toMatchObject({ reason: 'olderTab' });
	older.close();
}, 10_000);

/** What came with the server, in version 4 of the store. */
const ofTheServer = [
	'server',
	'confirmed',
	'catalogue',
	'attested',
	'refusedFacts',
	'receipts',
	'sentPhotos',
	'merges'
];

/** Of version 5. */
const withoutIndexes = ['photos'];

test('[S12] in a store from before facts were found by their photos, each fact is found by those that it names', async () => {
	const { house, id, workspace, database } = await town();
	const photo = { sha256: 'a'.repeat(64), bytes: 9, width: 3, height: 3 };
	await recordFact(workspace, spoken('zonder'));
	const { id: named } = await recordFact(workspace, { ...spoken('met'), photos: [photo] });
	const better = { ...spoken('beter'), photos: [photo, { ...photo, sha256: 'b'.repeat(64) }] };
	const { id: corrected } = await correctFact(workspace, named, better);
	// As a later version may write it.
	const mood = { kind: 'mood', measureId: 'm', photos: [{ ...photo, sha256: 'c'.repeat(64) }] };
	const { id: unknown } = await recordFact(workspace, mood as never);
	await closeWorkspace(workspace);
	const held = () => rawRows<object>(database, 'facts').map((fact) => ({ ...fact, photos: undefined }));
	const before = held();
	await copyDatabase(database, `${database}-older`, { version: 40, withoutIndexes });
	await new Promise((resolve) => (indexedDB.deleteDatabase(database).onsuccess = resolve));
	await copyDatabase(`${database}-older`, database);
	const older = await opened(database, undefined);
	const writing = older.transaction('facts', 'readwrite').objectStore('facts');
	for (const { photos: _, ...fact } of before) writing.put(fact);
	await new Promise((resolve) => (writing.transaction.oncomplete = resolve));
	older.close();
	const renewed = await openWorkspace(house, id);
	await inside(renewed).opened;
	expect(held()).toEqual(before);
	const { facts } = await inside(renewed).stored;
	const naming = async (letter: string) =>
		(await facts.where('photos').equals(letter.repeat(64)).primaryKeys()).toSorted();
	expect(await naming('a')).toEqual([named, corrected].toSorted());
	expect(await naming('b')).toEqual([corrected]);
	expect(await naming('c')).toEqual([unknown]);
	await closeWorkspace(renewed);
});

test('[S12] a store from before there was a server is renewed with all that is in it, and goes on', async () => {
	const { house, id, workspace, database } = await town();
	const parent = await add(workspace, 'programmes', { title: 'Programma' });
	for (const text of ['een', 'twee']) await recordFact(workspace, spoken(text));
	await closeWorkspace(workspace);
	const stores = ['facts', 'links', 'rows', 'documents', 'activity', 'journal'];
	const held = () => stores.map((store) => rawRows(database, store));
	const before = held();
	// As version 3 left it: Dexie counts in tenths.
	await copyDatabase(database, `${database}-older`, { version: 30, without: ofTheServer, withoutIndexes });
	await new Promise((resolve) => (indexedDB.deleteDatabase(database).onsuccess = resolve));
	await copyDatabase(`${database}-older`, database);
	const versionOf = async () => (await indexedDB.databases()).find(({ name }) => name === database)?.version;
	expect(await versionOf()).toBe(30);
	expect(held()).toEqual(before);
	const renewed = await openWorkspace(house, id);
	await inside(renewed).opened;
	expect(await versionOf()).toBe(townVersion * nativeSteps);
	expect(renewed.rows.programmes.get(parent)?.title).toBe('Programma');
	expect(held()[0]).toEqual(before[0]);
	expect(held()[1]).toEqual(before[1]);
	// Nothing of it is claimed to be anywhere else, and the chain goes on.
	for (const store of ofTheServer) expect(rawRows(database, store), store).toEqual([]);
	expect(renewed.exchange).toMatchObject({ joined: false, safeTwice: false });
	const { deviceSeq } = await recordFact(renewed, spoken('drie'));
	expect(deviceSeq).toBe(3);
	await closeWorkspace(renewed);
});
