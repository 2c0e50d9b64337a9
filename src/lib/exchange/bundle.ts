import { strFromU8, strToU8, Unzip, UnzipInflate, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import * as v from 'valibot';

/**
 * One file that holds a workspace: `werkruimte.json` (open JSON, everything), `lees-mij.html` (to read without
 * Driehoek) and the photos by their hash. Reading it twice changes nothing [S10]. Bytes travel as base64 inside the JSON.
 */
export const bundleVersion = 1;

const base64 = v.pipe(v.string(), v.base64());
const fact = v.looseObject({
	id: v.string(),
	device: v.string(),
	deviceSeq: v.pipe(v.number(), v.integer(), v.minValue(1)),
	previousHash: v.nullable(v.string()),
	/** This and the two below came later; a file from before has none. */
	continues: v.nullish(
		v.looseObject({
			device: v.string(),
			deviceSeq: v.pipe(v.number(), v.integer(), v.minValue(1)),
			hash: v.string()
		})
	),
	hash: v.string(),
	signature: v.nullish(v.string()),
	bytes: base64,
	salt: v.string(),
	person: v.nullable(v.string()),
	occurredAt: v.number(),
	deviceOffset: v.nullish(v.number()),
	confidentiality: v.picklist(['public', 'internal', 'confidential']),
	payload: v.looseObject({ kind: v.string() })
});
const activity = v.looseObject({
	id: v.string(),
	at: v.number(),
	turnedAt: v.number(),
	state: v.picklist(['done', 'undone', 'replaced']),
	undoable: v.boolean(),
	label: v.looseObject({ what: v.string(), collection: v.string(), count: v.number() }),
	ids: v.array(v.string()),
	changes: v.array(v.looseObject({ collection: v.string(), id: v.string(), field: v.string() })),
	facts: v.array(v.string())
});

export const bundleSchema = v.looseObject({
	format: v.literal('driehoek-werkruimte'),
	version: v.number(),
	workspace: v.object({
		id: v.string(),
		municipality: v.string(),
		personName: v.string(),
		isDemo: v.boolean(),
		register: v.string(),
		me: v.nullable(v.string()),
		device: v.string(),
		madeAt: v.number()
	}),
	/** The rows as a person or another program reads them; not used to restore. */
	rows: v.record(v.string(), v.array(v.unknown())),
	/** The documents as Driehoek restores them: whole Yjs states, V1. */
	documents: v.array(
		v.object({
			name: v.string(),
			kind: v.picklist(['plan', 'programme', 'register']),
			id: v.string(),
			state: base64
		})
	),
	facts: v.array(fact),
	activity: v.array(activity),
	/** Public key by device; a file from before signatures has none. */
	keys: v.nullish(v.record(v.string(), v.string()))
});
export type Bundle = v.InferOutput<typeof bundleSchema>;

export type BundleRefusal = 'notOurs' | 'newer' | 'damaged' | 'tooLarge';

/** Of the JSON: larger than any honest workspace; a bomb stops here. Bytes. */
const mostJsonBytes = 200 * 1024 * 1024;
/** Of one photo: they are kept at 1,600 pixels, a quarter of a megabyte. Bytes. */
const mostPhotoBytes = 8 * 1024 * 1024;

const jsonName = 'werkruimte.json';
const photoName = /^fotos\/([0-9a-f]{64})\.jpg$/;

export interface BundlePhoto {
	sha256: string;
	bytes: Uint8Array;
}

/** Photos are asked for one by one: two thousand of them do not fit in memory at once. */
export async function writeBundle(
	bundle: Bundle,
	html: string,
	photos: AsyncIterable<BundlePhoto>
): Promise<Blob> {
	const parts: BlobPart[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		// Our own copy: the writer may use its buffer again.
		parts.push(Uint8Array.from(chunk));
	});
	const put = (entry: ZipDeflate | ZipPassThrough, bytes: Uint8Array) => {
		// A fixed moment: the same workspace gives the same file, so two copies can be compared.
		entry.mtime = new Date(2020, 0, 1);
		zip.add(entry);
		entry.push(bytes, true);
	};
	put(new ZipDeflate(jsonName, { level: 6 }), strToU8(JSON.stringify(bundle, null, '\t')));
	put(new ZipDeflate('lees-mij.html', { level: 6 }), strToU8(html));
	// A JPEG does not get smaller.
	for await (const { sha256, bytes } of photos) put(new ZipPassThrough(`fotos/${sha256}.jpg`), bytes);
	zip.end();
	return new Blob(parts, { type: 'application/zip' });
}

export async function readBundle(
	file: Blob
): Promise<{ ok: true; bundle: Bundle } | { ok: false; reason: BundleRefusal }> {
	const text = await jsonOf(file);
	if (text === null || text === 'tooLarge') return { ok: false, reason: text ?? 'notOurs' };
	const value = parsed(text);
	if (!v.is(v.looseObject({ format: v.literal('driehoek-werkruimte'), version: v.number() }), value))
		return { ok: false, reason: value === undefined ? 'damaged' : 'notOurs' };
	if (value.version > bundleVersion) return { ok: false, reason: 'newer' };
	const result = v.safeParse(bundleSchema, value);
	return result.success ? { ok: true, bundle: result.output } : { ok: false, reason: 'damaged' };
}

/** Hands over the photos one after another. Throws when the file is cut off. */
export function readPhotos(file: Blob, take: (photo: BundlePhoto) => Promise<void>): Promise<void> {
	return unzipEach(
		file,
		async (name, bytes) => {
			const sha256 = photoName.exec(name)?.[1];
			if (sha256 !== undefined) await take({ sha256, bytes });
		},
		(name) => (photoName.test(name) ? mostPhotoBytes : 0)
	);
}

/** The JSON inside the zip, or the file itself when someone unpacked it first. */
async function jsonOf(file: Blob): Promise<string | null> {
	const head = new Uint8Array(await file.slice(0, 1).arrayBuffer());
	if (head[0] === 0x7b) return file.size > mostJsonBytes ? 'tooLarge' : file.text();
	let json: Uint8Array | null = null;
	try {
		await unzipEach(
			file,
			(_, bytes) => {
				json = bytes;
				return Promise.resolve();
			},
			(name) => (name === jsonName ? mostJsonBytes : 0)
		);
	} catch (error) {
		if (error instanceof TooLarge) return 'tooLarge';
		// Not a zip, or one that is cut off: both mean that this is no file of ours that can be read.
		if (error instanceof Error) return null;
		throw error;
	}
	return json === null ? null : strFromU8(json);
}

class TooLarge extends Error {}

/**
 * Walks the zip as it streams in; `mostOf` says how many bytes an entry may have, 0 to pass it by. What an entry claims
 * about its size is not believed: it is counted.
 */
async function unzipEach(
	file: Blob,
	take: (name: string, bytes: Uint8Array) => Promise<void>,
	mostOf: (name: string) => number
): Promise<void> {
	let taking = Promise.resolve();
	let fault: unknown = null;
	let open = 0;
	const unzip = new Unzip((entry) => {
		const most = mostOf(entry.name);
		if (most === 0) return;
		const chunks: Uint8Array[] = [];
		let size = 0;
		open += 1;
		entry.ondata = (error, chunk, isLast) => {
			size += chunk?.length ?? 0;
			if (error || size > most) fault ??= error ?? new TooLarge(entry.name);
			if (fault !== null) return entry.terminate();
			chunks.push(Uint8Array.from(chunk));
			if (!isLast) return;
			open -= 1;
			const bytes = joined(chunks, size);
			taking = taking.then(() => take(entry.name, bytes));
		};
		entry.start();
	});
	unzip.register(UnzipInflate);
	const reader = file.stream().getReader();
	for (;;) {
		const { done, value } = await reader.read();
		unzip.push(value ?? new Uint8Array(0), done);
		await taking;
		if (fault !== null) throw fault instanceof Error ? fault : new Error('unreadable zip');
		if (done) break;
	}
	if (open > 0) throw new Error('the zip ends in the middle of an entry');
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
	const whole = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
