import type { Fact, Photo } from '#lib/domain/fact/fact.ts';
import { readPayload } from '#lib/domain/fact/read-payload.ts';
import { namedPhotos } from '#lib/local/facts.ts';
import { ask, Away, askBytes, RefusedByServer } from './ask.ts';
import type { SyncContext } from './context.ts';

/**
 * Photos, after the facts that name them [S8]:
 * 1. the server says how far it is, and the rest goes on from there; a kill at any point costs one piece [S8.3];
 * 2. one that does not go holds up no other [S8.2];
 * 3. those of others are fetched when someone looks.
 */
export async function sendPhotos(context: SyncContext): Promise<void> {
	let away: Away | null = null;
	for (const sha256 of await unsentPhotos(context)) {
		try {
			await sendPhoto(context, sha256);
		} catch (error) {
			if (error instanceof Away) away = error;
			else if (error instanceof RefusedByServer && error.reason === 'signedOut') throw error;
			else if (error instanceof RefusedByServer) await refuse(context, sha256, error);
			else context.told.fault(error);
		}
	}
	if (away) throw away;
}

/** `notFound`: no fact that the server took names it; it is asked again when that may have changed. */
async function refuse({ database }: SyncContext, sha256: string, error: RefusedByServer): Promise<void> {
	await database.sentPhotos.put({ sha256, refused: error.reason });
}

/** One that no fact here names is of a draft, and may still be taken out: it waits for its fact, and nothing for it. */
export async function unsentPhotos({ database }: Pick<SyncContext, 'database'>): Promise<string[]> {
	const [here, sent] = await Promise.all([
		database.photos.toCollection().primaryKeys(),
		database.sentPhotos.toArray()
	]);
	const done = new Set(sent.flatMap(({ sha256, refused }) => (refused === null ? [sha256] : [])));
	return namedPhotos(
		database,
		here.filter((sha256) => !done.has(sha256))
	);
}

/** Small enough that a line which breaks every ten seconds brings a photo over all the same. */
const pieceBytes = 512 * 1024;

async function sendPhoto(context: SyncContext, sha256: string): Promise<void> {
	const { database } = context;
	const photo = await database.photos.get(sha256);
	if (!photo) return;
	const total = photo.bytes.byteLength;
	let have = await haveThere(context, sha256);
	let restarts = 0;
	while (have !== 'whole') {
		const to = Math.min(have + pieceBytes, total);
		const range: Record<string, string> =
			total > pieceBytes || have > 0 ? { 'content-range': `bytes ${have}-${to - 1}/${total}` } : {};
		try {
			const response = await ask(context.road, pathOf(context, sha256), {
				method: 'PUT',
				headers: range,
				body: new Blob([photo.bytes.slice(have, to)])
			});
			have = response.status === 202 ? Number(response.headers.get('upload-offset')) : 'whole';
		} catch (error) {
			// Another tab, or an answer that did not come through, was ahead of this one; or the bytes there were wrong.
			const isBehind = error instanceof RefusedByServer && error.reason === 'wrongOffset';
			if (!isBehind || ++restarts > mostRestarts) throw error;
			have = Number(error.headers.get('upload-offset') ?? 0);
		}
	}
	await database.sentPhotos.put({ sha256, refused: null });
}
const mostRestarts = 3;

async function haveThere(context: SyncContext, sha256: string): Promise<number | 'whole'> {
	try {
		await ask(context.road, pathOf(context, sha256), { method: 'HEAD' });
		return 'whole';
	} catch (error) {
		const offset = error instanceof RefusedByServer ? error.headers.get('upload-offset') : null;
		if (offset === null) throw error;
		return Number(offset);
	}
}

function pathOf({ workspace }: SyncContext, sha256: string): string {
	return `/w/${workspace}/blobs/${sha256}`;
}

/** Of someone else, to be looked at; kept here from then on. Null where it may not, or cannot, be had now. */
export async function fetchPhoto(context: SyncContext, photo: Photo): Promise<ArrayBuffer | null> {
	const { database, ports } = context;
	const { sha256, width, height } = photo;
	let bytes: Uint8Array;
	try {
		bytes = await askBytes(context.road, pathOf(context, sha256));
	} catch (error) {
		if (error instanceof Away || error instanceof RefusedByServer) return null;
		throw error;
	}
	if ((await ports.sha256(bytes)) !== sha256) return null;
	const copy = Uint8Array.from(bytes).buffer;
	await database.transaction('rw', [database.photos, database.sentPhotos], async () => {
		await database.photos.put({ sha256, bytes: copy, width, height, addedAt: ports.now() });
		await database.sentPhotos.put({ sha256, refused: null });
	});
	return copy;
}

/** The photo that a fact names, whatever this version makes of the rest of it. */
export function photosIn(fact: Pick<Fact, 'payload'>): readonly Photo[] {
	const payload = readPayload(fact.payload);
	const said = payload.kind === 'correction' ? payload.payload : payload;
	return 'photos' in said ? said.photos : [];
}
