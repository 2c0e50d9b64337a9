import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../id.ts';
import type { Signer } from '../ports.ts';
import { device } from '../../../../tests/simulation/support/device.ts';
import { done } from '../../../../tests/simulation/support/facts.ts';
import { fromHex, hex } from './canonical.ts';
import {
	chainFact,
	chainStart,
	missingNumbers,
	verifyChains,
	type ChainEnd,
	type FactDraft
} from './chain.ts';
import type { Fact } from './fact.ts';

const ports = device();
const tablet = 'tablet' as DeviceId;

async function newSigner(): Promise<Signer> {
	const curve = { name: 'ECDSA', namedCurve: 'P-256' };
	const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
	return {
		publicKey: hex(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
		sign: async (bytes) => {
			const how = { name: 'ECDSA', hash: 'SHA-256' };
			return hex(new Uint8Array(await crypto.subtle.sign(how, pair.privateKey, Uint8Array.from(bytes))));
		}
	};
}

async function goOn(
	after: ChainEnd,
	length: number,
	more: Partial<FactDraft> & { signer?: Signer } = {}
): Promise<Fact[]> {
	const { signer, ...rest } = more;
	const facts: Fact[] = [];
	let end = after;
	for (let at = 0; at < length; at++) {
		const draft = { device: tablet, person: null, occurredAt: at, payload: done({ count: at }), ...rest };
		const fact = await chainFact(ports, end, draft, signer ?? null);
		facts.push(fact);
		end = fact;
	}
	return facts;
}
const at = (facts: readonly Fact[], index: number) => {
	const fact = facts.at(index);
	if (!fact) throw new Error('no fact');
	return fact;
};

describe('signatures', () => {
	test('[S3] are made over the hash and verify with the device’s key', async () => {
		const signer = await newSigner();
		const facts = await goOn(chainStart, 3, { signer });
		expect(facts.every(({ signature }) => signature?.length === 128)).toBe(true);
		expect(await verifyChains(ports, facts, new Map([[tablet, signer.publicKey]]))).toEqual([]);
	});

	test('[S3] of another key, of another fact, malformed or missing are each named', async () => {
		const [signer, other] = [await newSigner(), await newSigner()];
		const facts = await goOn(chainStart, 2, { signer });
		const keys = new Map([[tablet, signer.publicKey]]);
		const faultsOf = async (signature: string | null) =>
			(await verifyChains(ports, facts.with(0, { ...at(facts, 0), signature }), keys)).map(
				({ what }) => what
			);
		const hash = fromHex(at(facts, 0).hash);
		expect(await faultsOf(await other.sign(hash ?? new Uint8Array()))).toEqual(['badSignature']);
		expect(await faultsOf(at(facts, 1).signature)).toEqual(['badSignature']);
		expect(await faultsOf('geen handtekening')).toEqual(['badSignature']);
		expect(await faultsOf(null)).toEqual(['unsigned']);
		const broken = new Map([[tablet, '04ff']]);
		expect(await verifyChains(ports, facts.slice(0, 1), broken)).toMatchObject([{ what: 'badSignature' }]);
	});

	test('[S3] of a device without a known key are named, and without keys nothing is checked', async () => {
		const facts = await goOn(chainStart, 1, { signer: await newSigner() });
		expect(await verifyChains(ports, facts, new Map())).toMatchObject([{ what: 'noKey' }]);
		expect(await verifyChains(ports, facts)).toEqual([]);
	});
});

describe('one device in two places', () => {
	test('[S1] [D4] both branches are followed, and each shared number is named once', async () => {
		const trunk = await goOn(chainStart, 2);
		const [one, two] = [await goOn(at(trunk, -1), 3), await goOn(at(trunk, -1), 2)];
		expect(await verifyChains(ports, [...two, ...one, ...trunk, ...two])).toEqual([
			{ device: tablet, deviceSeq: 3, what: 'fork' },
			{ device: tablet, deviceSeq: 4, what: 'fork' }
		]);
		const changed = { ...at(two, -1), payload: done({ text: 'anders' }) };
		expect(await verifyChains(ports, [...trunk, ...one, at(two, 0), changed])).toContainEqual({
			device: tablet,
			deviceSeq: 4,
			what: 'changedPayload'
		});
	});

	test('[D4] a new device says what it goes on from, and is held to it where that is known', async () => {
		const old = await goOn(chainStart, 2);
		const { deviceSeq, hash } = at(old, -1);
		const continues = { device: tablet, deviceSeq, hash };
		const [fresh] = await goOn(chainStart, 1, { device: 'nieuw' as DeviceId, continues });
		if (!fresh) throw new Error('no fact');
		expect(await verifyChains(ports, [...old, fresh])).toEqual([]);
		expect(await verifyChains(ports, [fresh])).toEqual([]);
		const elsewhere = { ...continues, hash: at(old, 0).hash };
		const wrong = await goOn(chainStart, 1, { device: 'nieuw' as DeviceId, continues: elsewhere });
		expect(await verifyChains(ports, [...old, ...wrong])).toMatchObject([{ what: 'brokenLink' }]);
		expect(await verifyChains(ports, [...old, { ...fresh, continues: null }])).toMatchObject([
			{ what: 'changedPayload' }
		]);
	});
});

test('[S1] a fact that was sent again is no fault', async () => {
	const facts = await goOn(chainStart, 3);
	expect(await verifyChains(ports, [...facts, ...facts.map((fact) => ({ ...fact }))])).toEqual([]);
});

test('[S9] the offset is in the hash, and clocks that jump back break nothing', async () => {
	const first = await goOn(chainStart, 1, { occurredAt: 9000, deviceOffset: -250 });
	const facts = [...first, ...(await goOn(at(first, 0), 1, { occurredAt: 10 }))];
	expect(await verifyChains(ports, facts)).toEqual([]);
	const moved = facts.with(0, { ...at(facts, 0), deviceOffset: 0 });
	expect(await verifyChains(ports, moved)).toMatchObject([{ what: 'changedPayload' }]);
});

test('[S1] gaps are the numbers that are not there, and nothing else', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 40 })), fc.nat(50), (numbers, upTo) => {
			const facts = numbers.map((deviceSeq) => ({ deviceSeq }));
			const missing = missingNumbers(facts, upTo).flatMap(({ from, to }) =>
				Array.from({ length: to - from + 1 }, (_, step) => from + step)
			);
			const last = Math.max(upTo, ...numbers);
			const all = Array.from({ length: last }, (_, step) => step + 1);
			expect(missing).toEqual(all.filter((number) => !numbers.includes(number)));
		})
	);
	expect(missingNumbers([{ deviceSeq: 213 }, { deviceSeq: 220 }])).toEqual([
		{ from: 1, to: 212 },
		{ from: 214, to: 219 }
	]);
});
