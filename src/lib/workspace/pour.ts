import { fromBase64 } from '#lib/exchange/base64.ts';
import type { Bundle } from '#lib/exchange/bundle.ts';
import type { Continues, Fact, Photo } from '#lib/domain/fact/fact.ts';
import { readPayload } from '#lib/domain/fact/read-payload.ts';
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

/** Of the facts in the file, by what their bytes really are: a name that does not fit its bytes is passed by. */
export async function pourPhotos(
	platform: Platform,
	entry: WorkspaceEntry,
	bundle: Bundle,
	file: Blob
): Promise<void> {
	const { readPhotos } = await import('#lib/exchange/bundle.ts');
	const sizes = photosNamed(bundle);
	const database = new WorkspaceDatabase(entry.database);
	await readPhotos(file, async ({ sha256, bytes }) => {
		const size = sizes.get(sha256);
		if (!size || (await platform.sha256(bytes)) !== sha256) return;
		const { width, height } = size;
		await database.photos.put({
			sha256,
			bytes: bytes.slice().buffer,
			width,
			height,
			addedAt: platform.now()
		});
	});
	database.close();
}

function photosNamed(bundle: Bundle): Map<string, Photo> {
	const payloads = bundle.facts.map(({ payload }) => readPayload(payload));
	const said = payloads.map((payload) => (payload.kind === 'correction' ? payload.payload : payload));
	const photos = said.flatMap((payload) => ('photos' in payload ? payload.photos : []));
	return new Map(photos.map((photo) => [photo.sha256, photo]));
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
