import { fromBase64 } from '#lib/exchange/base64.ts';
import type { Bundle } from '#lib/exchange/bundle.ts';
import type { Continues, Fact } from '#lib/domain/fact/fact.ts';
import type { DeviceId } from '#lib/domain/id.ts';
import { WorkspaceDatabase, type Activity, type WorkspaceEntry } from '#lib/local/database.ts';
import { addFacts, factTables, lastOf } from '#lib/local/facts.ts';
import { makeKey } from './chain-facts.ts';
import type { Platform } from './platform.ts';

/**
 * What a file holds joins what is on this device, in one transaction:
 * 1. facts and updates are added, never replaced; reading a file twice changes nothing [S10];
 * 2. a restored copy is a new device that names the one it goes on from (D4);
 * 3. when the file shows that another profile went on under this device's own id, both branches stay and this device
 *    goes on under a new id (D4).
 */
export async function pour(
	platform: Platform,
	entry: WorkspaceEntry,
	bundle: Bundle,
	facts: readonly Fact[],
	isNew: boolean
): Promise<void> {
	const database = new WorkspaceDatabase(entry.database);
	const { journal, activity, documents, meta } = database;
	await platform.lock(`journal:${database.name}`, async () => {
		const own = String((await meta.get('device'))?.value) as DeviceId;
		const before = await lastOf(database, own);
		await database.transaction(
			'rw',
			[journal, activity, documents, meta, ...factTables(database)],
			async () => {
				await documents.bulkPut(bundle.documents.map(({ name, kind, id }) => ({ name, kind, id })));
				await journal.bulkAdd(
					bundle.documents.map(({ name, state }) => ({ doc: name, update: fromBase64(state) }))
				);
				await addFacts(database, facts);
				const known = new Set(await activity.toCollection().primaryKeys());
				const fresh = (bundle.activity as unknown as Activity[]).filter((one) => !known.has(one.id));
				await activity.bulkPut(fresh);
				const keys = Object.entries(bundle.keys ?? {});
				await meta.bulkPut(keys.map(([device, value]) => ({ key: `publicKey:${device}`, value })));
				if (!isNew) return;
				await meta.put({ key: 'me', value: bundle.workspace.me });
				await meta.put({ key: 'continues', value: endOf(facts, bundle.workspace.device) });
			}
		);
		if (before && (await isForked(database, own))) await goOnAsNew(platform, database, before);
	});
	database.close();
	// A tab that has this workspace open reads what came in.
	const tabs = platform.openChannel(`driehoek:${entry.database}`, () => undefined);
	tabs.ping();
	tabs.close();
}

/** Null where the device never recorded a fact. */
function endOf(facts: readonly Fact[], device: string): Continues | null {
	const own = facts.filter((fact) => fact.device === device).sort((a, b) => a.deviceSeq - b.deviceSeq);
	const end = own.at(-1);
	return end ? { device: end.device, deviceSeq: end.deviceSeq, hash: end.hash } : null;
}

async function isForked(database: WorkspaceDatabase, device: DeviceId): Promise<boolean> {
	const links = await database.links.where('device').equals(device).toArray();
	return new Set(links.map(({ deviceSeq }) => deviceSeq)).size < links.length;
}

async function goOnAsNew(platform: Platform, database: WorkspaceDatabase, from: Fact): Promise<void> {
	const device = platform.newId();
	const { device: before, deviceSeq, hash } = from;
	await database.meta.bulkPut([
		{ key: 'device', value: device },
		{ key: 'continues', value: { device: before, deviceSeq, hash } satisfies Continues }
	]);
	await makeKey(platform, database, device);
}
