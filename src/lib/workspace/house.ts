import type { PersonId, WorkspaceId } from '#lib/domain/id.ts';
import { HouseDatabase, WorkspaceDatabase, type WorkspaceEntry } from '#lib/local/database.ts';
import { fillWithDemo } from './demo.ts';
import { forgetNotes } from './draft.ts';
import { addAll } from './edit.ts';
import type { Inside, Workspace } from './handle.ts';
import { live, type Live } from './live.svelte.ts';
import { openEntry } from './open.ts';
import { browserPlatform, type Platform } from './platform.ts';

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
	readonly platform: Platform;
	readonly database: HouseDatabase;
	readonly state: { workspaces: WorkspaceEntry[]; preferences: Preferences; live: Live };
}

export async function openHouse(platform: Platform = browserPlatform(), name?: string): Promise<House> {
	const database = new HouseDatabase(name);
	const state = { workspaces: [] as WorkspaceEntry[], preferences: firstPreferences, live: live() };
	const house: House = {
		platform,
		database,
		state,
		get workspaces() {
			state.live.read();
			return state.workspaces;
		},
		get preferences() {
			state.live.read();
			return state.preferences;
		}
	};
	const [kept] = await Promise.all([database.preferences.toArray(), readWorkspaces(house)]);
	state.preferences = {
		...firstPreferences,
		...Object.fromEntries(kept.map(({ key, value }) => [key, value]))
	};
	return house;
}

export async function readWorkspaces(house: House): Promise<void> {
	house.state.workspaces = await house.database.workspaces.orderBy('openedAt').reverse().toArray();
	house.state.live.changed();
}

export async function setPreferences(house: House, patch: Partial<Preferences>): Promise<void> {
	house.state.preferences = { ...house.state.preferences, ...patch };
	house.state.live.changed();
	await house.database.preferences.bulkPut(Object.entries(patch).map(([key, value]) => ({ key, value })));
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
	await house.database.workspaces.update(entry.id, { municipality, personName });
	await readWorkspaces(house);
	return entry.id as WorkspaceId;
}

/** Ids and the empty databases; `id` is given when a file brings a workspace back. */
export async function makeEntry(
	house: House,
	fresh: NewWorkspace & { isDemo: boolean; id?: string; register?: string }
): Promise<WorkspaceEntry> {
	const { platform, database } = house;
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
	const own = new WorkspaceDatabase(entry.database);
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
	await database.workspaces.put(entry);
	return entry;
}

async function firstPerson(workspace: Inside, name: string): Promise<void> {
	const [id] = await addAll(workspace, [{ collection: 'people', fields: { name: name.trim() || 'Ik' } }]);
	await setMe(workspace, id as unknown as PersonId);
}

export async function setMe(workspace: Inside, id: PersonId): Promise<void> {
	workspace.meId = id;
	await workspace.database.meta.put({ key: 'me', value: id });
}

export async function openWorkspace(house: House, id: string): Promise<Workspace> {
	const entry = await house.database.workspaces.get(id);
	if (!entry) throw new Error(`no workspace ${id} on this device`);
	const workspace = await openEntry(house.platform, entry);
	// Behind the first screen: a strict write takes longer than all that is read for it.
	const noted = noteOpened(house, id).catch((error: unknown) => workspace.storeFaults.push(error));
	workspace.opened = Promise.all([workspace.opened, noted]).then(([opened]) => opened);
	return workspace;
}

/** The one that opens at the next start. */
export async function noteOpened(house: House, id: string): Promise<void> {
	await house.database.workspaces.update(id, { openedAt: house.platform.now() });
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
	const entry = await house.database.workspaces.get(id);
	if (!entry) return;
	await house.database.workspaces.delete(id);
	for (const { name = '' } of await indexedDB.databases())
		if (name.startsWith(`${entry.database}:`)) indexedDB.deleteDatabase(name);
	const own = new WorkspaceDatabase(entry.database);
	// What cannot be opened any more can still be thrown away.
	await forgetNotes(house.platform, own).catch(() => undefined);
	await own.delete();
	await readWorkspaces(house);
}
