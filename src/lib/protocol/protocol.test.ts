import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { done } from '../../../tests/simulation/support/facts.ts';
import { chainFact, chainStart } from '../domain/fact/chain.ts';
import { verifyChains } from '../domain/fact/verify.ts';
import type { DeviceId, PersonId } from '../domain/id.ts';
import { fromWire, toWire, wireFact } from './fact.ts';
import { maxBatchBytes, maxBatchFacts, maxFactBytes } from './limits.ts';
import {
	attestation,
	deviceRegistration,
	errorAnswer,
	factBatch,
	factVerdict,
	pullPage
} from './messages.ts';

const ports = device();
const draft = { device: 'tablet' as DeviceId, person: 'els' as PersonId, occurredAt: 5, payload: done() };
const fact = await chainFact(ports, chainStart, draft);
const overWire = (value: unknown) => v.safeParse(wireFact, JSON.parse(JSON.stringify(value)));

describe('a fact on the wire', () => {
	test('comes out as it went in, and its chain still verifies', async () => {
		const parsed = overWire(toWire(fact));
		const back = parsed.success ? fromWire(parsed.output) : null;
		expect(back).toEqual(fact);
		expect(await verifyChains(ports, back ? [back] : [])).toEqual([]);
	});

	test('[S3] brings no claim of the client about what the server attests', () => {
		const claimed = { ...toWire(fact), seq: 7, receivedAt: 1, carrier: 'burgemeester', account: 'x' };
		expect(overWire(claimed).output).toEqual(toWire(fact));
	});

	test('[S12] keeps a payload of a later version whole, and an envelope of before', () => {
		const { continues: _continues, signature: _signature, deviceOffset: _offset, ...before } = toWire(fact);
		const payload = { kind: 'holograph', deep: { of: [1, null] } };
		expect(overWire({ ...before, payload }).output).toEqual({
			...before,
			...{ continues: null, signature: null, deviceOffset: null, payload }
		});
	});

	test.each([
		['no id', { id: '' }],
		['an id longer than any', { id: 'x'.repeat(65) }],
		['number 0', { deviceSeq: 0 }],
		['half a number', { deviceSeq: 1.5 }],
		['a hash that is none', { hash: 'ABC' }],
		['bytes that are no base64', { bytes: 'é' }],
		['a clock beyond numbers', { occurredAt: null }],
		['another label', { confidentiality: 'secret' }],
		['a signature of another length', { signature: 'ab' }]
	])('is refused with %s', (_, wrong) => {
		expect(overWire({ ...toWire(fact), ...wrong }).success).toBe(false);
	});
});

describe('messages', () => {
	test('a batch takes what is no fact, so that each is weighed by itself, and no more than its limit', () => {
		expect(v.is(factBatch, { facts: [1, null, toWire(fact)] })).toBe(true);
		expect(v.is(factBatch, { facts: Array.from({ length: maxBatchFacts + 1 }, () => 1) })).toBe(false);
	});

	test('a verdict says why, or nothing more', () => {
		expect(v.is(factVerdict, { verdict: 'stored', id: 'f' })).toBe(true);
		expect(v.is(factVerdict, { verdict: 'refused', id: null, reason: 'malformed' })).toBe(true);
		// A word of a later version too: it is named as it is [S12.5].
		expect(v.is(factVerdict, { verdict: 'refused', id: 'f', reason: 'because' })).toBe(true);
		expect(v.is(factVerdict, { verdict: 'refused', id: 'f' })).toBe(false);
	});

	test('[S12.5] why something came late is kept in the word of a later version, and is not called another reason', () => {
		const late = { seq: 1, receivedAt: 2, account: 'a', carrier: 'a', isOwnName: true };
		const heard = v.safeParse(attestation, { ...late, late: 'laterReason' });
		expect(heard.success && heard.output.late).toBe('laterReason');
	});

	test('a page names its cursor, its epoch and in whose eyes it was made', () => {
		const page = { facts: [], cursor: 0, hasMore: false, view: 'v', epoch: 'e' };
		expect(v.is(pullPage, page)).toBe(true);
		expect(v.is(pullPage, { ...page, cursor: -1 })).toBe(false);
	});

	test('a key is a whole point, an error a word that screens know', () => {
		expect(v.is(deviceRegistration, { device: 'd', publicKey: `04${'ab'.repeat(64)}` })).toBe(true);
		expect(v.is(deviceRegistration, { device: 'd', publicKey: 'ab' })).toBe(false);
		expect(v.is(errorAnswer, { error: 'notFound' })).toBe(true);
		expect(v.is(errorAnswer, { error: 'oops' })).toBe(false);
	});

	test('the largest fact fits in a batch', () => expect(maxFactBytes).toBeLessThan(maxBatchBytes));
});
