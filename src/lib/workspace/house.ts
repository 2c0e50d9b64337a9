import type { PersonId, WorkspaceId } from '#lib/domain/id.ts';
import type { HouseDatabase, WorkspaceEntry } from '#lib/local/database.ts';
import { readHouse, type HouseReading } from '#lib/local/first-reading.ts';
import { houseStore, townStore } from '#lib/local/stores.ts';
import { fillWithDemo } from './demo.ts';
import { forgetNotes } from './draft.ts';
import { addAll } from './edit.ts';
import type { Inside, Workspace } from './handle.ts';
import { live, type Live } from './live.svelte.ts';
import { openEntry } from './open.ts';
import { browserPlatform, type Platform } from './platform.ts';
import { remember, remembered, type RememberedTown } from './remembered.ts';

export interface Preferences {
	look: 'gewoon' | 'donker' | 'zon';
	hand: 'right' | 'left';
	language: 'nl' | 'en';
}
const firstPreferences: Preferences = { look: 'gewoon', hand: 'right', language: 'nl' };

/** This device: which municipalities it holds and how its person likes to look at them. */
export interface House {
	readonly workspaces: readonly WorkspaceEntry[];
	readonly preferences: Preferences;
	/** What stood here and is gone though nobody removed it [S2.9]; until it is back or `acceptMissing` is called. */
	readonly missing: readonly RememberedTown[];
	readonly platform: Platform;
	/** What the device keeps beside its municipalities; loaded when it is first asked for, behind the first screen. */
	readonly stored: Promise<HouseDatabase>;
	readonly state: {
		workspaces: WorkspaceEntry[];
		missing: RememberedTown[];
		preferences: Preferences;
		live: Live;
	};
}

export async function openHouse(platform: Platform = browserPlatform(), name = 'driehoek'): Promise<House> {
	const reading = await readHouse(name);
	let stored: Promise<HouseDatabase> | null = null;
	const state: House['state'] = { workspaces: [], missing: [], preferences: firstPreferences, live: live() };
	const house: House = {
		platform,
		get stored() {
			return (stored ??= storeOf(platform, name).catch((error: unknown) => {
				// Its code did not come: the next who asks tries again.
				stored = null;
				throw error;
			}));
		},
		state,
		get workspaces() {
			state.live.read();
			return state.workspaces;
		},
		get missing() {
			state.live.read();
			return state.missing;
		},
		get preferences() {
			state.live.read();
			return state.preferences;
		}
	};
	const { workspaces, preferences } = reading ?? (await readByStore(house));
	hold(house, workspaces);
	state.preferences = {
		...firstPreferences,
		...Object.fromEntries(preferences.map(({ key, value }) => [key, value]))
	};
	return house;
}

async function storeOf(platform: Platform, name: string): Promise<HouseDatabase> {
	await platform.freshLog();
	return houseStore(name);
}

async function readByStore(house: House): Promise<HouseReading> {
	const { workspaces, preferences } = await house.stored;
	return { workspaces: await newestFirst(workspaces), preferences: await preferences.toArray() };
}

export async function readWorkspaces(house: House): Promise<void> {
	hold(house, await newestFirst((await house.stored).workspaces));
	house.state.live.changed();
}

function hold({ platform, state }: House, workspaces: WorkspaceEntry[]): void {
	const here = new Set(workspaces.map(({ id }) => id));
	state.workspaces = workspaces;
	state.missing = remembered(platform).filter(({ id }) => !here.has(id));
	remember(platform, [...notOfDemo(workspaces), ...state.missing]);
}

/** The voorbeeldgemeente can be made again by who misses it. */
function notOfDemo(workspaces: readonly WorkspaceEntry[]): WorkspaceEntry[] {
	return workspaces.filter(({ isDemo }) => !isDemo);
}

/** Someone has read what is gone. */
export function acceptMissing({ platform, state }: House): void {
	remember(platform, notOfDemo(state.workspaces));
	state.missing = [];
	state.live.changed();
}

function newestFirst(workspaces: HouseDatabase['workspaces']): Promise<WorkspaceEntry[]> {
	return workspaces.orderBy('openedAt').reverse().toArray();
}

export async function setPreferences(house: House, patch: Partial<Preferences>): Promise<void> {
	house.state.preferences = { ...house.state.preferences, ...patch };
	house.state.live.changed();
	const { preferences } = await house.stored;
	await preferences.bulkPut(Object.entries(patch).map(([key, value]) => ({ key, value })));
}

export interface NewWorkspace {
	municipality: string;
	personName: string;
}

export async function createWorkspace(house: House, fresh: NewWorkspace): Promise<WorkspaceId> {
	const entry = await makeEntry(house, { ...fresh, isDemo: false });
	const workspace = await openEntry(house.platform, entry);
	await firstPerson(workspace, fresh.personName);
	await workspace.close();
	await readWorkspaces(house);
	return entry.id as WorkspaceId;
}

export async function createDemo(house: House): Promise<WorkspaceId> {
	const entry = await makeEntry(house, { municipality: '', personName: '', isDemo: true });
	const workspace = await openEntry(house.platform, entry);
	const { municipality, personName } = await fillWithDemo(workspace);
	await workspace.close();
	await (await house.stored).workspaces.update(entry.id, { municipality, personName });
	await readWorkspaces(house);
	return entry.id as WorkspaceId;
}

/** Ids and the empty databases; `id` is given when a file brings a workspace back. */
export async function makeEntry(
	house: House,
	fresh: NewWorkspace & { isDemo: boolean; id?: string; register?: string }
): Promise<WorkspaceEntry> {
	const { platform, stored } = house;
	const now = platform.now();
	const entry: WorkspaceEntry = {
		id: fresh.id ?? platform.newId(),
		database: `driehoek-${platform.newId()}`,
		municipality: fresh.municipality.trim(),
		personName: fresh.personName.trim(),
		isDemo: fresh.isDemo,
		createdAt: now,
		openedAt: now
	};
	await platform.freshLog();
	const own = await townStore(entry.database);
	const register = fresh.register ?? platform.newId();
	const device = platform.newId();
	const key = await platform.newDeviceKey();
	await own.meta.bulkPut([
		{ key: 'device', value: device },
		// With the id and not with the first fact: copies of a profile share both, or neither could vouch for the other.
		{ key: 'deviceKey', value: key },
		{ key: `publicKey:${device}`, value: key.publicKey },
		{ key: 'register', value: register }
	]);
	await own.documents.put({ name: `${entry.id}/register/${register}/g1`, kind: 'register', id: register });
	own.close();
	await (await stored).workspaces.put(entry);
	return entry;
}

async function firstPerson(workspace: Inside, name: string): Promise<void> {
	const [id] = await addAll(workspace, [{ collection: 'people', fields: { name: name.trim() || 'Ik' } }]);
	await setMe(workspace, id as unknown as PersonId);
}

export async function setMe(workspace: Inside, id: PersonId): Promise<void> {
	workspace.meId = id;
	await (await workspace.stored).meta.put({ key: 'me', value: id });
}

export async function openWorkspace(house: House, id: string): Promise<Workspace> {
	const entry = await (await house.stored).workspaces.get(id);
	if (!entry) throw new Error(`no workspace ${id} on this device`);
	return openEntered(house, entry);
}

/** The one that was open last, of a house that was opened just now; null where there is none. */
export async function openLastWorkspace(house: House): Promise<Workspace | null> {
	const [last] = house.workspaces;
	return last ? openEntered(house, last) : null;
}

async function openEntered(house: House, entry: WorkspaceEntry): Promise<Workspace> {
	const workspace = await openEntry(house.platform, entry);
	// Behind the first screen: a strict write takes longer than all that is read for it.
	const noted = house.platform
		.afterPaint()
		.then(() => noteOpened(house, entry.id))
		.catch((error: unknown) => workspace.storeFaults.push(error));
	workspace.opened = Promise.all([workspace.opened, noted]).then(([opened]) => opened);
	return workspace;
}

/** The one that opens at the next start. */
export async function noteOpened(house: House, id: string): Promise<void> {
	await (await house.stored).workspaces.update(id, { openedAt: house.platform.now() });
	await readWorkspaces(house);
}

export async function closeWorkspace(workspace: Workspace): Promise<void> {
	await (workspace as Inside).close();
}

export function lastWorkspaceId(house: House): WorkspaceId | null {
	return (house.workspaces[0]?.id ?? null) as WorkspaceId | null;
}

/** Everything of one workspace leaves this device; there is no way back but a file made before. */
export async function forgetWorkspace(house: House, id: string): Promise<void> {
	const { workspaces } = await house.stored;
	const entry = await workspaces.get(id);
	if (!entry) return;
	// First: what someone takes away is not missed.
	remember(
		house.platform,
		remembered(house.platform).filter((town) => town.id !== id)
	);
	await workspaces.delete(id);
	for (const { name = '' } of await indexedDB.databases())
		if (name.startsWith(`${entry.database}:`)) indexedDB.deleteDatabase(name);
	const own = await townStore(entry.database);
	// What cannot be opened any more can still be thrown away.
	await forgetNotes(house.platform, own).catch(() => undefined);
	await own.delete();
	await readWorkspaces(house);
}
