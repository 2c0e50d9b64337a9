import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../id.ts';
import type { Ports } from '../ports.ts';
import {
	anyHistory,
	correction,
	done,
	said,
	ticked,
	withdrawal
} from '../../../../tests/simulation/support/facts.ts';
import { chainFact, chainStart, verifyChains } from './chain.ts';
import type { FactPayload } from './fact.ts';
import { readFact } from './read-fact.ts';
import { readPayload } from './read-payload.ts';

const ports: Ports = {
	now: () => 0,
	newId: () => 'id',
	randomBytes: (length) => new Uint8Array(length),
	sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
	verify: () => Promise.resolve(false)
};
const photo = { sha256: 'a'.repeat(64), bytes: 81_000, width: 1600, height: 1200 };
const place = { areaId: null, point: { latitude: 52.37, longitude: 4.9, accuracyMetres: 12 } };

/** As a newer or a careless writer would hash it, which is not ours to check when writing. */
function writtenWith(payload: unknown) {
	const draft = { device: 'd' as DeviceId, person: null, occurredAt: 0, payload: payload as FactPayload };
	return chainFact(ports, chainStart, draft);
}

describe('a payload at the edge', () => {
	test.each<[string, unknown]>([
		['progress', done({ text: 'ok', count: 3, unit: 'gesprekken', place, photos: [photo] })],
		['progress of an own activity', done({ activity: 'buurtschouw' })],
		['a tick', ticked('een', true, ['f1'])],
		['a signal', { kind: 'signal', measureId: null, text: 'Lamp stuk', place, photos: [] }],
		['a comment', { kind: 'comment', about: { collection: 'goals', id: 'g' }, text: 'Welk jaar?' }],
		['a correction', correction('f1', done())],
		['a withdrawal', withdrawal('f1')],
		['a status', said('running')],
		['fields of a later version', { ...done(), mood: 'goed' }]
	])('%s is passed on as it is', (_, raw) => {
		expect(readPayload(raw)).toBe(raw);
	});

	test.each<[string, unknown]>([
		['a kind of a later version', { kind: 'mood', smile: 3 }],
		['no kind', { text: 'x' }],
		['a kind that every object has', { kind: 'toString' }],
		['no count but a word', { ...done(), count: 'drie' }],
		['a count that is no number', { ...done(), count: Number.NaN }],
		[
			'a place off the globe',
			{ ...done(), place: { areaId: null, point: { ...place.point, latitude: 91 } } }
		],
		['a photo by name', { ...done(), photos: [{ ...photo, sha256: '../foto.jpg' }] }],
		['a tick without what it had seen', { kind: 'tick', measureId: 'm', checkItemId: 'c', isDone: true }],
		[
			'a comment about nothing known',
			{ kind: 'comment', about: { collection: 'cases', id: '1' }, text: 'x' }
		],
		['a correction of a withdrawal', { ...correction('f1', done()), payload: withdrawal('f2') }],
		['a correction of what cannot be read', { ...correction('f1', done()), payload: { kind: 'mood' } }],
		['a list', [done()]],
		['a word', 'gesproken']
	])('[S12] with %s survives as unknown, and its hash still verifies', async (_, raw) => {
		const read = readFact(await writtenWith(raw));
		expect(read?.payload.kind).toBe('unknown');
		expect(await verifyChains(ports, read ? [read] : [])).toEqual([]);
	});

	test('[S12] reading twice changes nothing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), anyHistory), (raw) => {
				const once = readPayload(raw);
				expect(readPayload(once)).toEqual(once);
				expect(readPayload(JSON.parse(JSON.stringify(once)))).toEqual(JSON.parse(JSON.stringify(once)));
			})
		);
	});
});

describe('an envelope at the edge', () => {
	test('[S2] what is read back from a store is what was written, and verifies', async () => {
		const plain = fc.sample(anyHistory, 20).flatMap((facts) => facts.map(({ payload }) => payload));
		for (const payload of plain) {
			const written = await writtenWith(payload);
			const read = readFact(structuredClone(written));
			expect(read).toEqual(written);
			expect(await verifyChains(ports, read ? [read] : [])).toEqual([]);
		}
	});

	test('keeps the fields it does not know', async () => {
		const raw = { ...(await writtenWith(done())), carriedBy: 'usb' };
		expect(readFact(raw)).toEqual(raw);
	});

	test.each<[string, Record<string, unknown>]>([
		['no id', { id: 7 }],
		['a number that is none', { deviceSeq: 0 }],
		['half a number', { deviceSeq: 1.5 }],
		['bytes as text', { bytes: 'AAAA' }],
		['a time that is no number', { occurredAt: 'gisteren' }],
		['an unknown label', { confidentiality: 'secret' }],
		['a broken branch', { continues: { device: 'd' } }],
		['a signature that is no text', { signature: 3 }]
	])('with %s is no fact', async (_, broken) => {
		expect(readFact({ ...(await writtenWith(done())), ...broken })).toBeNull();
	});

	test('anything else is no fact', () => {
		fc.assert(fc.property(fc.anything(), (raw) => void expect(readFact(raw)).toBeNull()));
	});
});
