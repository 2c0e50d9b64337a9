/** Holds one row for a moment; nothing of anyone's is ever in it. */
const name = 'fresh-log';

/**
 * Makes the browser begin a new log for what this origin keeps, before anything of ours is written to the old one
 * [S2.8]. Where Chromium's process was killed in the midst of a write, or its disk was full, the log ends in half a
 * record. It is read well then, but what is added behind that half makes the log unreadable, and when it is next opened
 * Chromium throws all databases of the origin away (github.com/google/leveldb, issue 1287). Deleting one small database
 * makes it put the old log into a table and begin another: some 15 ms, wherever the half record stood.
 *
 * Gives a function that does so once, and again after a write was refused. It rejects only where the disk has no room
 * for that table: then nothing may be written at all, and the next who asks tries again.
 */
export function freshLogs(): (why?: 'refused') => Promise<void> {
	let fresh: Promise<void> | null = null;
	return (why) => {
		if (why === 'refused') fresh = null;
		fresh ??= needRoom()
			.then(beginFreshLog)
			.catch((error: unknown) => {
				fresh = null;
				throw error;
			});
		return fresh;
	};
}

async function beginFreshLog(): Promise<void> {
	try {
		const made = indexedDB.open(name, 1);
		made.onupgradeneeded = () => made.result.createObjectStore('row').put(1, 1);
		await settled(made);
		await settled(indexedDB.deleteDatabase(name));
	} catch {
		// A store that is shut: the next write meets the same, and says it.
	}
}

function settled(request: IDBOpenDBRequest): Promise<void> {
	return new Promise((resolve, reject) => {
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

/** As large as the log that Chromium keeps before it makes a table of it. */
const roomBytes = 4 * 1024 * 1024;

/** Asked of the one store of a page that has no log: what a browser says of the room it gives is not what a disk has. */
async function needRoom(): Promise<void> {
	if (!('caches' in globalThis)) return;
	const cache = await caches.open(name).catch(() => null);
	if (!cache) return;
	try {
		await cache.put('/room', new Response(new Uint8Array(roomBytes)));
	} catch {
		throw new DOMException('no room for a new log', 'QuotaExceededError');
	} finally {
		await caches.delete(name).catch(() => false);
	}
}
