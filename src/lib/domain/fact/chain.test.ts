import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId, IndicatorId } from '../id.ts';
import type { Ports } from '../ports.ts';
import { canonicalText, utf8 } from './canonical.ts';
import { chainFact, chainStart, verifyChains, type ChainEnd } from './chain.ts';
import type { Fact } from './fact.ts';

let count = 0;
const ports: Ports = {
	now: () => 0,
	newId: () => `id-${++count}`,
	randomBytes: (length) => new Uint8Array(length).fill(++count % 256),
	sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
	verify: () => Promise.resolve(false)
};

async function chain(length: number): Promise<Fact[]> {
	const facts: Fact[] = [];
	let end: ChainEnd = chainStart;
	for (let at = 0; at < length; at++) {
		const fact = await chainFact(ports, end, {
			device: 'tablet' as DeviceId,
			person: null,
			occurredAt: at,
			payload: {
				kind: 'observation',
				indicatorId: 'i' as IndicatorId,
				period: '2026',
				value: at,
				unit: '',
				source: null,
				margin: null,
				areaId: null,
				story: null
			}
		});
		facts.push(fact);
		end = fact;
	}
	return facts;
}

test('[S1] a whole chain has no faults, in any order', async () => {
	const facts = await chain(5);
	expect(await verifyChains(ports, facts.toReversed())).toEqual([]);
});

test('[S1] a missing fact is a gap that is named', async () => {
	const facts = await chain(5);
	expect(await verifyChains(ports, facts.toSpliced(2, 1))).toEqual([
		{ device: 'tablet', deviceSeq: 4, what: 'gap' }
	]);
});

test('[S1] a changed payload, changed bytes and a swapped link are each seen', async () => {
	const facts = await chain(3);
	const second = facts[1];
	if (!second) throw new Error('no fact');
	const with_ = (changed: Partial<Fact>) => facts.with(1, { ...second, ...changed });
	const payload = { ...second.payload, value: 99 } as Fact['payload'];
	expect(await verifyChains(ports, with_({ payload }))).toMatchObject([{ what: 'changedPayload' }]);
	expect(await verifyChains(ports, with_({ bytes: second.bytes.map((byte) => byte ^ 1) }))).toMatchObject([
		{ what: 'changedBytes' }
	]);
	expect(await verifyChains(ports, with_({ previousHash: 'elsewhere' }))).toMatchObject([
		{ what: 'brokenLink' },
		{ what: 'changedPayload' }
	]);
});

test('canonical text does not depend on the order of keys', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
			const turned = Object.fromEntries(Object.entries(value).reverse());
			expect(canonicalText(turned)).toBe(canonicalText(value));
		})
	);
});

test('utf8 gives the bytes that the platform gives', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
		})
	);
});
