import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Ports } from '../ports.ts';
import { verifyChains } from './chain.ts';
import type { Fact } from './fact.ts';
import { readFact } from './read-fact.ts';

/** Two facts as a device wrote them before envelopes had signatures, offsets and branches; never to be made again. */
const written = [
	{
		id: '0190-1',
		device: 'tablet',
		deviceSeq: 1,
		previousHash: null,
		hash: '25debf2c1e153066133f460031f3ef34da7d2dbeda8054a98ef256024eb37ff0',
		salt: '01010101010101010101010101010101',
		person: 'veldstra',
		occurredAt: 1763800000000,
		confidentiality: 'internal',
		payload: {
			kind: 'observation',
			indicatorId: 'i-jeugd',
			period: '2026-Q1',
			value: 33,
			unit: 'meldingen',
			source: null
		},
		bytes:
			'{"commitment":"c932d27d703df7941e0dd2218fc707ac7ac0a772df028a39e33de106b446b3df","confidentiality":"internal","device":"tablet","deviceSeq":1,"id":"0190-1","occurredAt":1763800000000,"person":"veldstra","previousHash":null,"version":1}'
	},
	{
		id: '0190-2',
		device: 'tablet',
		deviceSeq: 2,
		previousHash: '25debf2c1e153066133f460031f3ef34da7d2dbeda8054a98ef256024eb37ff0',
		hash: 'c496f9650af79ac090ba84756bb5207c4df0f1ab1f92dad32b2a0f118c5ffed6',
		salt: '02020202020202020202020202020202',
		person: 'veldstra',
		occurredAt: 1763800060000,
		confidentiality: 'internal',
		payload: {
			kind: 'status',
			measureId: 'm1',
			status: 'running',
			colour: null,
			reason: null,
			seen: [],
			source: null
		},
		bytes:
			'{"commitment":"5e87181a2b63b4566faf5e4e0fb066c2603c2a5c475544405b0ce38640fb4ebc","confidentiality":"internal","device":"tablet","deviceSeq":2,"id":"0190-2","occurredAt":1763800060000,"person":"veldstra","previousHash":"25debf2c1e153066133f460031f3ef34da7d2dbeda8054a98ef256024eb37ff0","version":1}'
	}
];

const ports: Ports = {
	now: () => 0,
	newId: () => '',
	randomBytes: (length) => new Uint8Array(length),
	sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
	verify: () => Promise.resolve(false)
};
const read = () =>
	written.map((raw) => {
		const fact = readFact({ ...raw, bytes: new TextEncoder().encode(raw.bytes) });
		if (!fact) throw new Error('not read');
		return fact;
	});

test('[S1] [S12] facts from before signatures are read, get null for what they lack, and still verify', async () => {
	const facts = read();
	expect(facts[0]?.payload).toMatchObject({ value: 33, margin: null, areaId: null, story: null });
	expect(facts[1]).toMatchObject({ continues: null, signature: null, deviceOffset: null });
	expect(await verifyChains(ports, facts)).toEqual([]);
});

test('[S1] bytes of version 1 vouch for nothing that they do not hold', async () => {
	const [first, second] = read();
	if (!first || !second) throw new Error('no facts');
	const claimed: Partial<Fact>[] = [
		{ deviceOffset: 5 },
		{ continues: { device: first.device, deviceSeq: 9, hash: 'x' } }
	];
	for (const claim of claimed)
		expect(await verifyChains(ports, [{ ...first, ...claim }, second])).toMatchObject([
			{ deviceSeq: 1, what: 'changedPayload' }
		]);
	const story = { ...first.payload, story: 'erbij gezet' } as Fact['payload'];
	expect(await verifyChains(ports, [{ ...first, payload: story }, second])).toMatchObject([
		{ what: 'changedPayload' }
	]);
});
