// First: what is read here is what this makes.
import 'fake-indexeddb/auto';

/**
 * Looks into and under the stores, past every transaction and every injected fault: the truth that what the app says is
 * held against.
 */
interface RawStore {
	keyPath: string | string[] | null;
	autoIncrement: boolean;
	records: { values(): Iterable<{ key: IDBValidKey; value: unknown }> };
	rawIndexes: Map<string, { keyPath: string | string[]; multiEntry: boolean; unique: boolean }>;
}
interface RawDatabase {
	version: number;
	rawObjectStores: Map<string, RawStore>;
	transactions: { db: object; _state: string; abort(): void }[];
}

function databases(): Map<string, RawDatabase> {
	return (indexedDB as unknown as { _databases: Map<string, RawDatabase> })._databases;
}

export function rawRows<T>(database: string, store: string): T[] {
	const records = databases().get(database)?.rawObjectStores.get(store)?.records.values() ?? [];
	return [...records].map(({ value }) => value as T);
}

/** An earlier run of the same seed made databases of the same names. */
export function forgetAll(): void {
	databases().clear();
}

export function namesFrom(prefix: string): string[] {
	return [...databases().keys()].filter((name) => name === prefix || name.startsWith(`${prefix}:`));
}

/** As the end of a process does: what was not committed is undone. */
export function abortAll(connection: object | null | undefined): void {
	for (const raw of databases().values())
		for (const transaction of [...raw.transactions])
			if (transaction.db === connection && !['finished', 'committing'].includes(transaction._state))
				transaction.abort();
}

/** What a backup of a profile holds; `as`: of an earlier version, which had not all of these stores and indexes. */
export async function copyDatabase(
	from: string,
	to: string,
	as: { version?: number; without?: readonly string[]; withoutIndexes?: readonly string[] } = {}
): Promise<void> {
	const raw = databases().get(from);
	if (!raw) return;
	const stores = [...raw.rawObjectStores].filter(([name]) => !as.without?.includes(name));
	const database = await opened(to, as.version ?? raw.version, (fresh) => {
		for (const [name, { keyPath, autoIncrement, rawIndexes }] of stores) {
			const store = fresh.createObjectStore(name, { keyPath, autoIncrement });
			for (const [index, { keyPath: path, multiEntry, unique }] of rawIndexes)
				if (!as.withoutIndexes?.includes(index)) store.createIndex(index, path, { multiEntry, unique });
		}
	});
	const names = stores.map(([name]) => name);
	const transaction = database.transaction(names, 'readwrite');
	for (const [name, { keyPath, records }] of stores)
		for (const { key, value } of records.values())
			transaction.objectStore(name).put(value, keyPath === null ? key : undefined);
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = () => reject(transaction.error ?? new Error('the copy was aborted'));
	});
	database.close();
}

export function opened(
	name: string,
	version: number | undefined,
	upgrade: (database: IDBDatabase) => void = () => undefined
): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, version);
		request.onupgradeneeded = () => upgrade(request.result);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error(`${name} did not open`));
	});
}

/** A tab that was killed while it was opening a database left a connection that nobody holds; a browser ends it. */
export function endConnections(database: string): void {
	const { _databases } = indexedDB as unknown as {
		_databases: Map<string, { connections: { close(): void }[] }>;
	};
	for (const connection of [...(_databases.get(database)?.connections ?? [])]) connection.close();
}

/** A store of a database is emptied, or the whole database is gone, while nobody has it open. */
export async function lose(database: string, store: string | null): Promise<void> {
	if (store === null) {
		await new Promise((resolve) => (indexedDB.deleteDatabase(database).onsuccess = resolve));
		return;
	}
	const connection = await opened(database, undefined);
	const transaction = connection.transaction(store, 'readwrite');
	transaction.objectStore(store).clear();
	await new Promise((resolve) => (transaction.oncomplete = resolve));
	connection.close();
}
