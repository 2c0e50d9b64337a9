import type { WorkspaceDatabase } from '#lib/local/database.ts';
import { readTown, type TownReading } from '#lib/local/first-reading.ts';
import { townStore } from '#lib/local/stores.ts';
import type { Platform } from './platform.ts';
import { Refused } from './refused.ts';
import { isLost, pause } from './safety.ts';

/** A tablet that wakes up may have lost its connection just now; longer than this it is no passing fault. */
const attempts = 3;
const againMs = 300;

/**
 * All that the first screen needs, in one reading of this device; the store comes behind that screen. A database that is
 * not as this version left it is met by the store itself: it renews it, or says why it cannot.
 */
export async function readFirst(
	platform: Platform,
	name: string
): Promise<{ reading: TownReading; database: WorkspaceDatabase | null }> {
	const reading = await readTown(name);
	if (reading) return { reading, database: null };
	await platform.freshLog();
	const database = await townStore(name);
	return { reading: await readByStore(platform, database), database };
}

/** A connection that is lost meanwhile is made anew. */
async function readByStore(platform: Platform, database: WorkspaceDatabase): Promise<TownReading> {
	for (let attempt = 1; ; attempt++) {
		try {
			await open(platform, database);
			return await readAll(database);
		} catch (error) {
			if (error instanceof Refused || attempt === attempts) {
				database.close();
				throw error;
			}
			if (isLost(error)) database.close({ disableAutoOpen: false });
			await pause({ platform }, againMs);
		}
	}
}

async function readAll(database: WorkspaceDatabase): Promise<TownReading> {
	const [meta, rows, summaries, waiting, drafts] = await Promise.all([
		database.meta.toArray().then((kept) => new Map(kept.map(({ key, value }) => [key, value]))),
		database.rows.toArray(),
		database.summaries.toArray(),
		database.activity.count(),
		database.drafts.toArray()
	]);
	return { meta, rows, summaries, waiting, drafts };
}

/** Tabs of this version let go at once; one of before may hold on, and then someone has to close it. */
const blockedForMs = 3000;

async function open(platform: Platform, database: WorkspaceDatabase): Promise<void> {
	if (database.isOpen()) return;
	let callOff = () => {};
	const blocked = new Promise<never>((_, reject) => {
		database.on('blocked', () => {
			callOff = platform.after(blockedForMs, () => reject(new Refused('olderTab')));
		});
	});
	try {
		await Promise.race([database.open(), blocked]);
	} catch (error) {
		throw error instanceof Error && error.name === 'NewerDatabase' ? new Refused('newerDatabase') : error;
	} finally {
		callOff();
	}
}
