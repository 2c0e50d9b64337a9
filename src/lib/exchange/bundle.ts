import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';

/**
 * One file that holds a workspace: `werkruimte.json` (open JSON, everything) and `lees-mij.html` (to read without
 * Driehoek). Reading it twice changes nothing [S10]. Bytes travel as base64 inside the JSON.
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

/** Larger than any honest workspace without photos; a bomb stops here. Bytes. */
const mostBytes = 200 * 1024 * 1024;

export function writeBundle(bundle: Bundle, html: string): Uint8Array {
	return zipSync(
		{
			'werkruimte.json': strToU8(JSON.stringify(bundle, null, '\t')),
			'lees-mij.html': strToU8(html)
		},
		// A fixed moment: the same workspace gives the same file, so two copies can be compared.
		{ level: 6, mtime: new Date(2020, 0, 1) }
	);
}

export function readBundle(
	bytes: Uint8Array
): { ok: true; bundle: Bundle } | { ok: false; reason: BundleRefusal } {
	if (bytes.length > mostBytes) return { ok: false, reason: 'tooLarge' };
	const text = jsonOf(bytes);
	if (text === null || text === 'tooLarge') return { ok: false, reason: text ?? 'notOurs' };
	const value = parsed(text);
	if (!v.is(v.looseObject({ format: v.literal('driehoek-werkruimte'), version: v.number() }), value))
		return { ok: false, reason: value === undefined ? 'damaged' : 'notOurs' };
	if (value.version > bundleVersion) return { ok: false, reason: 'newer' };
	const result = v.safeParse(bundleSchema, value);
	return result.success ? { ok: true, bundle: result.output } : { ok: false, reason: 'damaged' };
}

/** The JSON inside the zip, or the file itself when someone unpacked it first. */
function jsonOf(bytes: Uint8Array): string | null {
	if (bytes[0] === 0x7b) return strFromU8(bytes);
	let large = false;
	try {
		const files = unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				if (originalSize > mostBytes) large = true;
				return name === 'werkruimte.json' && originalSize <= mostBytes;
			}
		});
		const json = files['werkruimte.json'];
		if (large) return 'tooLarge';
		return json ? strFromU8(json) : null;
	} catch (error) {
		// Not a zip, or one that is cut off: both mean that this is no file of ours that can be read.
		if (error instanceof Error) return null;
		throw error;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
