import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLedger, type LedgerInput } from './ledger.ts';

type Entry = LedgerInput['facts'][number];

function chain(from: number, to: number, branch = ''): Entry[] {
	return Array.from({ length: to - from + 1 }, (_, step) => ({
		deviceSeq: from + step,
		hash: `h${from + step}${branch}`,
		previousHash: step > 0 ? `h${from + step - 1}${branch}` : from > 1 ? `h${from - 1}` : null
	}));
}
const quiet: LedgerInput = { facts: [], photos: [], receipt: null, epoch: 'e1', stuck: [] };
const receipt = (upTo: number, hash = `h${upTo}`, epoch = 'e1') => ({ upTo, hash, epoch });
const photos = (here: number, safe: number) => [
	...Array.from({ length: here }, (_, at) => ({ sha256: `p${at}`, state: 'here' as const })),
	...Array.from({ length: safe }, (_, at) => ({ sha256: `q${at}`, state: 'twoPlaces' as const }))
];

describe('closing a shift', () => {
	test('“37 feiten, 9 foto’s. Alles veilig op 2 plekken”', () => {
		const ledger = readLedger({ ...quiet, facts: chain(1, 37), photos: photos(0, 9), receipt: receipt(37) });
		expect(ledger).toMatchObject({ first: 1, last: 37, count: 37, gaps: [], here: 0, twoPlaces: 37 });
		expect(ledger.isClosed).toBe(true);
	});

	test('“2 foto’s nog hier”', () => {
		const ledger = readLedger({ ...quiet, facts: chain(1, 37), photos: photos(2, 7), receipt: receipt(37) });
		expect(ledger).toMatchObject({ photosHere: 2, photosWaiting: 2, isClosed: false });
	});

	test('“3 wachten op verbinding”', () => {
		const ledger = readLedger({ ...quiet, facts: chain(1, 10), receipt: receipt(7) });
		expect(ledger).toMatchObject({ here: 3, waiting: 3, twoPlaces: 7, isClosed: false });
	});

	test('[S8] “1 lukt niet: reden. De rest gaat door”', () => {
		const stuck = [{ what: 'fact' as const, deviceSeq: 4, reason: 'tooLarge' }];
		const ledger = readLedger({ ...quiet, facts: chain(1, 10), receipt: receipt(10), stuck });
		expect(ledger).toMatchObject({ here: 1, waiting: 0, twoPlaces: 9, stuck, isClosed: false });
	});

	test('[S1] “feit 214-219 ontbreken op deze tablet”', () => {
		const facts = [...chain(1, 213), ...chain(220, 230)];
		const ledger = readLedger({ ...quiet, facts, receipt: receipt(230) });
		expect(ledger.gaps).toEqual([{ from: 214, to: 219 }]);
		expect(ledger.isClosed).toBe(false);
		// Behind the gap nothing proves that the second place holds these very facts.
		expect(ledger.twoPlaces).toBe(11);
	});

	test('[S1] numbers that only the second place has are missing here', () => {
		expect(readLedger({ ...quiet, facts: chain(1, 37), receipt: receipt(40) }).gaps).toEqual([
			{ from: 38, to: 40 }
		]);
	});
});

describe('[S3] a receipt proves no more than it says', () => {
	test('[D13] of another epoch it proves nothing', () => {
		const ledger = readLedger({ ...quiet, facts: chain(1, 5), receipt: receipt(5, 'h5', 'e0') });
		expect(ledger).toMatchObject({ twoPlaces: 0, waiting: 5 });
	});
	test('[D4] of one branch it says nothing of the other', () => {
		const facts = [...chain(1, 3), ...chain(4, 6), ...chain(4, 5, 'b')];
		const joined = facts.map((one) => (one.hash === 'h4' ? { ...one, previousHash: 'h3' } : one));
		const ledger = readLedger({ ...quiet, facts: joined, receipt: receipt(5, 'h5b') });
		expect(ledger).toMatchObject({ count: 8, twoPlaces: 5, waiting: 3, forks: [4, 5], isClosed: false });
	});
	test('with a hash that is not on this device it proves nothing', () => {
		expect(readLedger({ ...quiet, facts: chain(1, 5), receipt: receipt(5, 'elders') }).twoPlaces).toBe(0);
		expect(readLedger({ ...quiet, facts: chain(1, 5), receipt: receipt(4, 'h5') }).twoPlaces).toBe(0);
	});
});

test('the numbers add up, for any order and with duplicates', () => {
	const input = fc.record({
		numbers: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
		upTo: fc.nat(14),
		stuck: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
		photosHere: fc.nat(3)
	});
	fc.assert(
		fc.property(input, ({ numbers, upTo, stuck, photosHere }) => {
			const facts = chain(1, 12).filter(({ deviceSeq }) => numbers.includes(deviceSeq));
			const whole: LedgerInput = {
				facts,
				photos: photos(photosHere, 1),
				receipt: upTo > 0 ? receipt(upTo) : null,
				epoch: 'e1',
				stuck: stuck.map((deviceSeq) => ({ what: 'fact', deviceSeq, reason: 'r' }))
			};
			const ledger = readLedger(whole);
			expect(readLedger({ ...whole, facts: [...facts, ...facts].reverse() })).toEqual(ledger);
			expect(ledger.here + ledger.twoPlaces).toBe(ledger.count);
			expect(ledger.waiting).toBeLessThanOrEqual(ledger.here);
			const missing = ledger.gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
			expect(missing + ledger.count).toBe(Math.max(0, upTo, ...numbers));
			if (ledger.isClosed) expect([ledger.here, ledger.photosHere, missing]).toEqual([0, 0, 0]);
		})
	);
});
