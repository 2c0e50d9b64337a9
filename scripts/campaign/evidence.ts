/** Reads what a restarted browser has on disk, and holds it against what was seen to be safe before the kill. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { DeviceId } from '../../src/lib/domain/id.ts';
import type { Ports } from '../../src/lib/domain/ports.ts';
import type { FactPayload, Photo } from '../../src/lib/domain/fact/fact.ts';
import { readFact } from '../../src/lib/domain/fact/read-fact.ts';
import { verifyChains } from '../../src/lib/domain/fact/verify.ts';

export interface Stored {
	/** `bytes` in hexadecimal. */
	facts: Record<string, unknown>[];
	links: number;
	keys: Record<string, string>;
	rows: string[];
	drafts: string[];
	/** By hash, with the hash of the bytes as they are. */
	photos: Record<string, string>;
}

/** Runs in the page: past the app, straight from the stores. */
export async function readStores(): Promise<Stored> {
	const all = await indexedDB.databases();
	const names = all.map(({ name = '' }) => name).filter((name) => /^driehoek-[^:]+$/.test(name));
	const stored: Stored = { facts: [], links: 0, keys: {}, rows: [], drafts: [], photos: {} };
	for (const name of names) {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error(name));
		});
		const read = <T>(store: string) =>
			new Promise<T[]>((resolve, reject) => {
				const request = database.transaction(store).objectStore(store).getAll();
				request.onsuccess = () => resolve(request.result as T[]);
				request.onerror = () => reject(request.error ?? new Error(store));
			});
		const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
		for (const fact of await read<{ bytes: Uint8Array }>('facts'))
			stored.facts.push({ ...fact, bytes: hex(fact.bytes) });
		stored.links += (await read('links')).length;
		for (const { key, value } of await read<{ key: string; value: unknown }>('meta'))
			if (key.startsWith('publicKey:')) stored.keys[key.slice('publicKey:'.length)] = String(value);
		for (const row of await read('rows')) stored.rows.push(JSON.stringify(row));
		for (const draft of await read('drafts')) stored.drafts.push(JSON.stringify(draft));
		for (const { sha256, bytes } of await read<{ sha256: string; bytes: ArrayBuffer }>('photos'))
			stored.photos[sha256] = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
		database.close();
	}
	for (const key of Object.keys(localStorage))
		if (key.startsWith('draft:')) stored.drafts.push(localStorage.getItem(key) ?? '');
	return stored;
}

/** The domain's own proof, with Node's cryptography instead of the browser's. */
const ports: Ports = {
	now: () => 0,
	newId: () => '',
	randomBytes: (length) => new Uint8Array(length),
	sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
	verify: (key, bytes, signature) => {
		const point = Buffer.from(key, 'hex');
		const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
		const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
		const how = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
		return Promise.resolve(verify('sha256', bytes, how, Buffer.from(signature, 'hex')));
	}
};

/** What was seen, per place: words that were safe, and words that were begun after those. */
export interface Seen {
	facts: string[];
	edits: Record<string, { safe: string | null; begun: string[] }>;
	/** Of each draft the words that stood longer than a second before the kill. */
	drafts: Record<string, string>;
}

function photosOf(payload: FactPayload): readonly Photo[] {
	const said = payload.kind === 'correction' ? payload.payload : payload;
	return 'photos' in said ? said.photos : [];
}

/** Sentences; none when nothing is lost. */
export async function losses(stored: Stored, seen: Seen): Promise<string[]> {
	const found: string[] = [];
	const facts = stored.facts.map((raw) =>
		readFact({ ...raw, bytes: new Uint8Array(Buffer.from(String(raw.bytes), 'hex')) })
	);
	const whole = facts.filter((fact) => fact !== null);
	if (whole.length < facts.length) found.push(`${facts.length - whole.length} stored facts have no envelope`);
	if (stored.links !== facts.length) found.push(`${stored.links} links stand beside ${facts.length} facts`);
	const keys = new Map(Object.entries(stored.keys)) as Map<DeviceId, string>;
	for (const { device, deviceSeq, what } of await verifyChains(ports, whole, keys))
		found.push(`fact ${deviceSeq} of ${device}: ${what}`);
	for (const [sha256, really] of Object.entries(stored.photos))
		if (sha256 !== really) found.push(`the photo ${sha256} has other bytes`);
	for (const fact of whole)
		for (const { sha256 } of photosOf(fact.payload))
			if (!stored.photos[sha256]) found.push(`fact ${fact.deviceSeq} names a photo that is not here`);
	// A correction brings a photo that was not ready, and says the words again.
	const firsts = whole.filter(({ payload }) => payload.kind !== 'correction');
	const payloads = firsts.map(({ payload }) => JSON.stringify(payload));
	for (const words of seen.facts) {
		const times = payloads.filter((payload) => payload.includes(`"${words}"`)).length;
		if (times !== 1) found.push(`the fact "${words}" was seen to be safe and stands ${times} times`);
	}
	for (const [place, { safe, begun }] of Object.entries(seen.edits)) {
		const may = [...(safe === null ? [] : [safe]), ...begun];
		if (safe !== null && !may.some((words) => stored.rows.some((row) => row.includes(`"${words}"`))))
			found.push(`${place} was seen to be "${safe}" and is not`);
	}
	for (const [key, words] of Object.entries(seen.drafts))
		if (!stored.drafts.some((draft) => draft.includes(words)))
			found.push(`draft ${key} held "${words}" and does not`);
	return found;
}
