import type { Fact } from '#lib/domain/fact/fact.ts';
import type { DeviceId } from '#lib/domain/id.ts';
import type { Link, WorkspaceDatabase } from './database.ts';

/** A copy of this profile went on under its id, and a file or the server shows it (D4). Inside a transaction. */

/** Facts under this device's own id that this profile never wrote. */
export async function wentOnElsewhere(
	database: WorkspaceDatabase,
	facts: readonly Fact[],
	own: DeviceId
): Promise<boolean> {
	const mine = facts.filter(({ device }) => device === own);
	const [links, stored] = await Promise.all([
		database.links.bulkGet(mine.map(({ hash }) => hash)),
		database.facts.bulkGet(mine.map(({ id }) => id))
	]);
	return mine.some((_, at) => links[at] === undefined && stored[at] === undefined);
}

/** In the transaction that brings the other branch: a kill in between would leave this device going on under its id. */
export async function goOnAsNew(
	{ meta }: WorkspaceDatabase,
	next: { device: string; key: { publicKey: string; privateKey: CryptoKey } },
	end: Link | null
): Promise<void> {
	const continues = end && { device: end.device, deviceSeq: end.deviceSeq, hash: end.hash };
	await meta.bulkPut([
		{ key: 'device', value: next.device },
		{ key: 'continues', value: continues },
		{ key: 'deviceKey', value: next.key },
		{ key: `publicKey:${next.device}`, value: next.key.publicKey }
	]);
}
