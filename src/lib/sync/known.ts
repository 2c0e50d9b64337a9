import type { WorkspaceDatabase } from '#lib/local/database.ts';
import type { HeldGrant } from '#lib/protocol/words.ts';
import type { SyncContext } from './context.ts';
import { OtherEpoch } from './context.ts';

/** What is kept of the server between two rounds, under its name. */
export interface Known {
	/** Set by joining; without it nothing is exchanged. Milliseconds. */
	joinedAt: number;
	/** Who this device's person is there. */
	account: string;
	grants: HeldGrant[];
	/** The server's life: another one after a backup was restored (design D13). */
	epoch: string;
	/** Facts were read up to here, under these rights [S4.1]. */
	cursor: number;
	view: string;
	/** The catalogue was read up to here [S7.1]. */
	documentsCursor: number;
	/** The device that was made known, with the epoch that knows it. */
	device: string;
	/** Milliseconds; when a round last came to its end. */
	lastAt: number;
	/** How many facts were missing here when they were last asked for. */
	lostAsked: number;
	/** A round begins with the news that the server forgot: it is handed everything again. */
	isHandingBack: boolean;
}

export async function known<K extends keyof Known>(
	{ server }: WorkspaceDatabase,
	key: K
): Promise<Known[K] | null> {
	return ((await server.get(key))?.value ?? null) as Known[K] | null;
}

/** What stands already is not written again: a round that brings nothing waits for no disk. */
export async function note({ server }: WorkspaceDatabase, patch: Partial<Known>): Promise<void> {
	const said = Object.entries(patch).map(([key, value]) => ({ key, value }));
	const standing = await server.bulkGet(said.map(({ key }) => key));
	const fresh = said.filter(({ value }, at) => !isSame(standing[at]?.value, value));
	if (fresh.length > 0) await server.bulkPut(fresh);
}

function isSame(standing: unknown, said: unknown): boolean {
	return JSON.stringify(standing) === JSON.stringify(said);
}

/**
 * The first epoch heard is kept. Of another one than was known nothing is believed any more: what was confirmed is
 * unconfirmed again, and everything is handed back (design D13).
 */
export async function meetEpoch({ database }: SyncContext, epoch: string): Promise<void> {
	const before = await known(database, 'epoch');
	if (before === epoch) return;
	if (before === null) return note(database, { epoch });
	const { server, attested, refusedFacts, sentPhotos, catalogue } = database;
	await database.transaction('rw', [server, attested, refusedFacts, sentPhotos, catalogue], async () => {
		await Promise.all([attested.clear(), refusedFacts.clear(), sentPhotos.clear(), catalogue.clear()]);
		await server.bulkDelete(['cursor', 'view', 'documentsCursor', 'device']);
		await note(database, { epoch, isHandingBack: true });
	});
	throw new OtherEpoch(epoch);
}
