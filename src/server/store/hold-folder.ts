import Database from 'better-sqlite3';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * One process per data folder: each keeps documents in memory, and two that do would write snapshots over what the
 * other took.
 * 1. The system itself lets go of the lock when its process ends, however it ends: nothing is ever left behind that a
 *    person must clean up.
 * 2. Within one process a second one may hold it as well: `vite` opens the next server before it closes this one.
 */
export interface Hold {
	letGo(): Promise<void>;
}
export class FolderInUse extends Error {
	override name = 'FolderInUse';
}

/** The one before it may be finishing its answers (3 s). */
const patienceMs = 5000;
const againMs = 100;
/** Two processes in two containers may have one number. */
const self = `${process.pid} ${performance.timeOrigin}`;

/** Throws `FolderInUse` when another process goes on holding it. */
export async function holdFolder(folder: string, patience = patienceMs): Promise<Hold> {
	const holder = join(folder, 'driehoek.process');
	for (let waited = 0; ; waited += againMs) {
		const lock = lockOn(join(folder, 'driehoek.lock'));
		if (lock) {
			await writeFile(holder, self);
			return {
				async letGo() {
					await rm(holder, { force: true });
					lock.close();
				}
			};
		}
		if ((await readFile(holder, 'utf8').catch(() => '')) === self) return { letGo: () => Promise.resolve() };
		if (waited >= patience) throw new FolderInUse(`another process uses ${folder}`);
		await pause(againMs);
	}
}

/** A file of the same library as the store's, in a transaction that never ends: it knows how to lock on every system. */
function lockOn(path: string): Database.Database | null {
	const file = new Database(path, { timeout: 0 });
	try {
		file.exec('BEGIN EXCLUSIVE');
		return file;
	} catch (error) {
		file.close();
		if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
		throw error;
	}
}
