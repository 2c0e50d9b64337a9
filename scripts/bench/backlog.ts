/**
 * A tablet after months in the field: 20,000 facts and 2,000 photos, made with the real chain and signatures and
 * brought in by the real road, one workspace file.
 */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { readField, sharedDocument, writeField } from '#lib/collab/shared-document.ts';
import { chainFact, chainStart, type ChainEnd } from '#lib/domain/fact/chain.ts';
import { activities, type FactPayload, type Photo } from '#lib/domain/fact/fact.ts';
import type { DeviceId, MeasureId, PersonId } from '#lib/domain/id.ts';
import type { Ports } from '#lib/domain/ports.ts';
import { fromBase64, toBase64 } from '#lib/exchange/base64.ts';
import { readBundle, writeBundle, type Bundle, type BundlePhoto } from '#lib/exchange/bundle.ts';
import { verifySignature } from '#lib/protocol/verify-signature.ts';
import { newDeviceKey, signerOf } from '#lib/workspace/platform.ts';

export const backlogFacts = 20_000;
export const backlogPhotos = 2_000;
export const backlogDevice = '0000backlog' as DeviceId;
/** Measures that the person of the tablet leads; half of all facts are about these. */
const mine = 12;
/** A real photo is ten times larger; what is measured here is how many there are. */
const photoBytes = 20_000;

/** The same file with the backlog in it; `firstMine` is a measure of Mijn ronde. */
export async function addBacklog(
	file: Blob,
	size = { facts: backlogFacts, photos: backlogPhotos }
): Promise<{ file: Blob; firstMine: string }> {
	const read = await readBundle(file);
	if (!read.ok) throw new Error(`The workspace file was not read: ${read.reason}.`);
	const { bundle } = read;
	const measures = lead(bundle);
	const photos = Array.from({ length: size.photos }, (_, at) => photoOf(at));
	const device = backlogDevice;
	const key = await newDeviceKey();
	const signer = signerOf(key);
	let end: ChainEnd = chainStart;
	const facts: Bundle['facts'] = [];
	for (let at = 0; at < size.facts; at++) {
		const photo = at % 10 === 0 ? photos[at / 10] : undefined;
		const payload = progress(measures, at, photo);
		const occurredAt = Date.now() - (size.facts - at) * 6 * 60_000;
		const person = bundle.workspace.me as PersonId | null;
		const fact = await chainFact(ports, end, { device, person, payload, occurredAt }, signer);
		facts.push({ ...fact, continues: null, bytes: toBase64(fact.bytes), payload: { ...payload } });
		end = fact;
	}
	bundle.facts.push(...facts);
	bundle.keys = { ...bundle.keys, [device]: key.publicKey };
	return { file: await writeBundle(bundle, '', stream(photos)), firstMine: measures[0] ?? '' };
}

let made = 0;
const ports: Ports = {
	now: () => Date.now(),
	newId: () => `backlog-${String(++made).padStart(8, '0')}`,
	randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
	sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
	verify: verifySignature
};

/** The person of the tablet leads the first few measures; answers all measures, those first. */
function lead(bundle: Bundle): string[] {
	const ids: string[] = [];
	for (const document of bundle.documents) {
		if (document.kind !== 'programme') continue;
		const shared = sharedDocument(document.name, document.kind, document.id);
		Y.applyUpdate(shared.doc, fromBase64(document.state));
		for (const key of shared.doc.getMap('measures').keys())
			if (key.endsWith('.order')) ids.push(key.slice(0, -'.order'.length));
		shared.doc.transact(() => {
			for (const id of ids.slice(0, mine)) {
				const ref = { collection: 'measures', id } as const;
				const value = { kind: 'person', id: bundle.workspace.me };
				if (!readField(shared, ref, 'lead', 'plain'))
					writeField(shared, { ...ref, field: 'lead', value }, false);
			}
		});
		document.state = toBase64(Y.encodeStateAsUpdate(shared.doc));
	}
	return ids;
}

function progress(measures: readonly string[], at: number, photo: Photo | undefined): FactPayload {
	const measureId = (at % 2 === 0 ? measures[at % mine] : measures[at % measures.length]) ?? '';
	return {
		kind: 'progress',
		measureId: measureId as MeasureId,
		activity: activities[at % activities.length] ?? null,
		text: at % 3 === 0 ? `Ronde ${at}: rustig, gesproken met bewoners en ondernemers op het plein.` : null,
		count: at % 4 === 0 ? (at % 9) + 1 : null,
		unit: at % 4 === 0 ? 'mensen' : null,
		place: null,
		photos: photo ? [photo] : []
	};
}

function bytesOf(at: number): Uint8Array {
	const bytes = new Uint8Array(photoBytes).fill(at % 251);
	new DataView(bytes.buffer).setUint32(0, at);
	return bytes;
}

function photoOf(at: number): Photo {
	const sha256 = createHash('sha256').update(bytesOf(at)).digest('hex');
	return { sha256, bytes: photoBytes, width: 1600, height: 1200 };
}

async function* stream(photos: readonly Photo[]): AsyncIterable<BundlePhoto> {
	for (const [at, { sha256 }] of photos.entries()) {
		await Promise.resolve();
		yield { sha256, bytes: bytesOf(at) };
	}
}
