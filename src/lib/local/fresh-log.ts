/** Holds one row for a moment; nothing of anyone's is ever in it. */
const name = 'fresh-log';

/**
 * Makes the browser begin a new log for what this origin keeps, before anything of ours is written to the old one
 * [S2.8]. Where Chromium's process was killed in the midst of a write, or its disk was full, the log ends in half a
 * record. It is read well then, but what is added behind that half makes the log unreadable, and when it is next opened
 * Chromium throws all databases of the origin away (github.com/google/leveldb, issue 1287). Deleting one small database
 * makes it put the old log into a table and begin another: some 15 ms, wherever the half record stood.
 *
 * Gives a function that does so once, and again after a connection broke off. It resolves always: whoever cannot write
 * even this hears it from the store that he wants to write to.
 */
export function freshLogs(): (why?: 'brokeOff') => Promise<void> {
	let fresh: Promise<void> | null = null;
	let isBeginning = false;
	return (why) => {
		if (fresh && (isBeginning || why !== 'brokeOff')) return fresh;
		isBeginning = true;
		fresh = beginFreshLog().finally(() => (isBeginning = false));
		return fresh;
	};
}

/** A page that was put to sleep in the midst of this holds the small database until it is thrown out. */
const othersWithinMs = 1000;

async function beginFreshLog(): Promise<void> {
	try {
		const made = indexedDB.open(name, 1);
		made.onupgradeneeded = () => made.result.createObjectStore('row').put(1, 1);
		await settled(made);
		await settled(indexedDB.deleteDatabase(name));
	} catch {
		// A full disk, a store that is shut: the next write meets the same, and says it.
	}
}

function settled(request: IDBOpenDBRequest): Promise<void> {
	return new Promise((resolve, reject) => {
		setTimeout(resolve, othersWithinMs);
		request.onsuccess = () => {
			// Of a database that was deleted there is no result.
			(request.result as IDBDatabase | undefined)?.close();
			resolve();
		};
		request.onerror = (event) => {
			event.preventDefault();
			reject(request.error ?? new Error(`${name} was refused`));
		};
		// Another tab is at it.
		request.onblocked = () => resolve();
	});
}
