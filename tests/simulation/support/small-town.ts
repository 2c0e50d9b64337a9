// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import type { ProgressPayload } from '#lib/domain/fact/fact.ts';
import type { MeasureId } from '#lib/domain/id.ts';
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
import { device, type Device } from './device.ts';

let made = 0;
export function houseName(): string {
	return `house-${++made}`;
}

/** A town with one measure, for tests of the verbs; every call makes another, on a device of its own. */
export async function town(
	platform: Device = device(++made)
): Promise<{ house: House; workspace: Workspace; programme: string; measure: string }> {
	const house = await openHouse(platform, houseName());
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

export function progress(measureId: string): ProgressPayload {
	const nothing = { activity: null, text: null, count: null, unit: null, place: null, photos: [] };
	return { kind: 'progress', measureId: measureId as MeasureId, ...nothing };
}

export async function reopened(house: House, workspace: Workspace): Promise<Workspace> {
	await closeWorkspace(workspace);
	const again = await openWorkspace(house, workspace.id);
	await inside(again).opened;
	return again;
}
