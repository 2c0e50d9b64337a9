import { fromBase64 } from '#lib/exchange/base64.ts';
import type { Bundle } from '#lib/exchange/bundle.ts';
import type { Continues, Fact, Photo } from '#lib/domain/fact/fact.ts';
import { readPayload } from '#lib/domain/fact/read-payload.ts';
import type { DeviceId } from '#lib/domain/id.ts';
import { goOnAsNew, wentOnElsewhere } from '#lib/local/branch.ts';
import type { Activity, WorkspaceDatabase, WorkspaceEntry } from '#lib/local/database.ts';
import { townStore } from '#lib/local/stores.ts';
import { addFacts, chainEndOf, factTables } from '#lib/local/facts.ts';
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
	const database = await townStore(entry.database);
	const { journal, activity, documents, meta } = database;
	await platform.lock(`journal:${database.name}`, async () => {
		const own = String((await meta.get('device'))?.value) as DeviceId;
		const next = { device: platform.newId(), key: await platform.newDeviceKey() };
		await database.transaction(
			'rw',
			[journal, activity, documents, meta, ...factTables(database)],
			async () => {
				const end = await chainEndOf(database, own);
				const isElsewhere = await wentOnElsewhere(database, facts, own);
				await documents.bulkPut(bundle.documents.map(({ name, kind, id }) => ({ name, kind, id })));
				await journal.bulkAdd(
					bundle.documents.map(({ name, state }) => ({ doc: name, update: fromBase64(state) }))
				);
				await addFacts(database, facts);
				const known = new Set(await activity.toCollection().primaryKeys());
				const fresh = (bundle.activity as unknown as Activity[]).filter((one) => !known.has(one.id));
				await activity.bulkPut(fresh);
				await learnKeys(database, bundle.keys ?? {});
				if (isElsewhere) await goOnAsNew(database, next, end ?? null);
				if (!isNew) return;
				await meta.put({ key: 'me', value: bundle.workspace.me });
				await meta.put({ key: 'continues', value: endOf(facts, bundle.workspace.device) });
			}
		);
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
	const database = await townStore(entry.database);
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

/** A file may bring keys of devices that are new here; it never replaces one that is known. */
async function learnKeys({ meta }: WorkspaceDatabase, keys: Record<string, string>): Promise<void> {
	const brought = Object.entries(keys).map(([device, value]) => ({ key: `publicKey:${device}`, value }));
	const known = await meta.bulkGet(brought.map(({ key }) => key));
	await meta.bulkPut(brought.filter((_, at) => known[at] === undefined));
}

/** Null where the device never recorded a fact. */
function endOf(facts: readonly Fact[], device: string): Continues | null {
	const own = facts.filter((fact) => fact.device === device).sort((a, b) => a.deviceSeq - b.deviceSeq);
	const end = own.at(-1);
	return end ? { device: end.device, deviceSeq: end.deviceSeq, hash: end.hash } : null;
}
