import type { MeasureSummary } from '#lib/domain/fact/summary.ts';
import type { Draft, ProjectedRow, WorkspaceEntry } from './database.ts';
import { houseVersion, nativeSteps, townVersion } from './versions.ts';

/**
 * What the first screen shows, read without Dexie: its code is a quarter of all that a cold start would wait for, and
 * nothing of it is needed to read five tables (docs/decisions/the-first-reading-needs-no-dexie.md).
 * 1. Only reads, in one transaction, and lets go at once.
 * 2. Whatever is not as this version left it gives null: a database that is older, newer, damaged or refused is met by
 *    the ordinary road, which renews it or says in words what is the matter.
 */
export interface HouseReading {
	workspaces: WorkspaceEntry[];
	preferences: { key: string; value: unknown }[];
}

export interface TownReading {
	meta: Map<string, unknown>;
	rows: ProjectedRow[];
	summaries: MeasureSummary[];
	/** Acts that may not stand in a second place yet. */
	waiting: number;
	drafts: Draft[];
}

/** Newest opened first; empty on a device where nothing was ever kept. */
export async function readHouse(name: string): Promise<HouseReading | null> {
	const reading = await readStanding(name, houseVersion, ['workspaces', 'preferences'], (store) => [
		store('workspaces').getAll() as IDBRequest<WorkspaceEntry[]>,
		store('preferences').getAll() as IDBRequest<HouseReading['preferences']>
	]);
	if (reading === null) return null;
	const [workspaces, preferences] = reading === 'absent' ? [[], []] : reading;
	return { workspaces: workspaces.sort((a, b) => b.openedAt - a.openedAt), preferences };
}

export async function readTown(name: string): Promise<TownReading | null> {
	const stores = ['meta', 'rows', 'summaries', 'activity', 'drafts'];
	const reading = await readStanding(name, townVersion, stores, (store) => [
		store('meta').getAll() as IDBRequest<{ key: string; value: unknown }[]>,
		store('rows').getAll() as IDBRequest<ProjectedRow[]>,
		store('summaries').getAll() as IDBRequest<MeasureSummary[]>,
		store('activity').count(),
		store('drafts').getAll() as IDBRequest<Draft[]>
	]);
	if (reading === null || reading === 'absent') return null;
	const [meta, rows, summaries, waiting, drafts] = reading;
	return { meta: new Map(meta.map(({ key, value }) => [key, value])), rows, summaries, waiting, drafts };
}

type Answers<R> = { [K in keyof R]: R[K] extends IDBRequest<infer T> ? T : never };

async function readStanding<const R extends IDBRequest[]>(
	name: string,
	version: number,
	stores: string[],
	ask: (store: (name: string) => IDBObjectStore) => R
): Promise<Answers<R> | null | 'absent'> {
	let database: IDBDatabase | null = null;
	try {
		database = await openStanding(name);
		if (database === null) return 'absent';
		if (database.version !== version * nativeSteps) return null;
		const transaction = database.transaction(stores);
		const requests = ask((store) => transaction.objectStore(store));
		return (await Promise.all(requests.map(answer))) as Answers<R>;
	} catch {
		// The ordinary road meets the same fault, tries again, and says it.
		return null;
	} finally {
		database?.close();
	}
}

/** Null where there is no such database; none is made. */
function openStanding(name: string): Promise<IDBDatabase | null> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		let isAbsent = false;
		request.onupgradeneeded = () => {
			isAbsent = true;
			request.transaction?.abort();
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = (event) => {
			// It would also reach window.onerror; this is where it is handled.
			event.preventDefault();
			if (isAbsent) resolve(null);
			else reject(request.error ?? new Error(`${name} did not open`));
		};
	});
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('a reading was refused'));
	});
}
