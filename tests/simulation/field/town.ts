import './faults.ts';
import { inside } from '#lib/workspace/handle.ts';
import {
	add,
	closeWorkspace,
	createWorkspace,
	openHouse,
	openWorkspace,
	type House,
	type Workspace
} from '#lib/workspace/index.ts';
import { Profile, type Tab } from './tab.ts';
import { abortAll, copyDatabase, forgetAll, namesFrom } from './raw.ts';

/** A tab that has the town open. */
export interface OpenTab {
	tab: Tab;
	house: House;
	workspace: Workspace;
}

export interface Draft {
	text: string;
	/** Known to stand where a kill does not reach it. */
	isDurable: boolean;
}

/** One browser profile with the town, and what was promised in it: what a person saw acknowledged. */
export class Device {
	readonly profile: Profile;
	readonly houseName: string;
	readonly townId: string;
	/** Of the town's databases. */
	readonly database: string;
	readonly tabs: (OpenTab | null)[] = [null, null];
	/** By id, the bytes as they were when the verb answered. */
	readonly facts = new Map<string, string>();
	/** Numbers that a lost store took along and no file brought back. */
	readonly gone = new Set<string>();
	/** Of those, the ones whose link was lost as well: nothing on this device can name them any more. */
	readonly unnamed = new Set<string>();
	/** A file brought facts of a chain with a gap: it stays to be seen here too. */
	hasGap = false;
	readonly measures = new Set<string>();
	/** By hash: photos of pictures that were taken in. */
	readonly pictures = new Set<string>();
	readonly drafts = new Map<string, Draft[]>();
	/** Texts that an act in this profile has said or tries to say. */
	readonly saying = new Set<string>();
	/** Of those, what was seen to stand. */
	readonly said = new Set<string>();
	/** Texts whose button is pressed, and where: a button is pressed once. */
	readonly pressed = new Map<string, OpenTab>();

	constructor(profile: Profile, houseName: string, townId: string, database: string) {
		this.profile = profile;
		this.houseName = houseName;
		this.townId = townId;
		this.database = database;
	}

	tabAt(at: 0 | 1): OpenTab | null {
		return this.tabs[at] ?? this.tabs[1 - at] ?? null;
	}
	get open(): OpenTab[] {
		return this.tabs.filter((tab) => tab !== null);
	}
}

export interface Place {
	parent: never;
	themeId: never;
	itemId: never;
}

let towns = 0;

export async function foundTown(seed: number): Promise<{ device: Device; place: Place; measures: string[] }> {
	forgetAll();
	const houseName = `field-${++towns}`;
	const profile = new Profile(seed);
	const tab = profile.tab();
	const house = await openHouse(tab.platform, houseName);
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Els' });
	const workspace = await openWorkspace(house, id);
	const parent = await add(workspace, 'programmes', { title: 'Programma' });
	const themeId = await add(workspace, 'themes', { parent, title: 'Thema' });
	const itemId = await add(workspace, 'items', { parent, themeId, title: 'Actiepunt' });
	const place = { parent, themeId, itemId } as unknown as Place;
	const measures: string[] = [];
	for (const text of ['Avondronde', 'Kade', 'Plein'])
		measures.push(await add(workspace, 'measures', { ...place, text }));
	const name = inside(workspace).databaseName;
	await closeWorkspace(workspace);
	(await house.stored).close();
	tab.kill();
	profile.flush();
	const device = new Device(profile, houseName, id, name);
	for (const measure of measures) device.measures.add(measure);
	return { device, place, measures };
}

export async function openTab(device: Device): Promise<OpenTab> {
	const tab = device.profile.tab();
	const house = await openHouse(tab.platform, device.houseName);
	const workspace = await openWorkspace(house, device.townId);
	return { tab, house, workspace };
}

/** As `kill -9`: what was not committed is undone, and nothing that was waited for comes. */
export function killTab({ tab, house, workspace }: OpenTab): void {
	tab.kill();
	const { stored, documents } = inside(workspace);
	// What a document's own store was writing stands or not: the journal is what it is held against.
	for (const { store } of documents.values()) void store?.destroy();
	// Of a tab that was still loading its stores they come after its end, and are closed unopened.
	for (const loaded of [stored, house.stored])
		void loaded.then((dexie) => {
			if (dexie.isOpen()) abortAll(dexie.backendDB());
			dexie.close();
		});
}

/** A backup of the whole profile, put back beside it: the same device in two places (design D4). */
export async function cloneDevice(device: Device, seed: number): Promise<Device> {
	const profile = new Profile(seed);
	profile.now = device.profile.now;
	const houseName = `${device.houseName}-clone`;
	const database = `${device.database}-clone`;
	await copyDatabase(device.houseName, houseName);
	for (const name of namesFrom(device.database))
		await copyDatabase(name, `${database}${name.slice(device.database.length)}`);
	const house = await openHouse(profile.tab().platform, houseName);
	const kept = await house.stored;
	await kept.workspaces.update(device.townId, { database });
	kept.close();
	const clone = new Device(profile, houseName, device.townId, database);
	for (const [id, bytes] of device.facts) clone.facts.set(id, bytes);
	for (const id of device.gone) clone.gone.add(id);
	for (const id of device.unnamed) clone.unnamed.add(id);
	for (const id of device.measures) clone.measures.add(id);
	return clone;
}
