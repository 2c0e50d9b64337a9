import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carry } from './carry.ts';

describe('a place that is carried to another text', () => {
	test('stays with the letter before it, or behind it', () => {
		expect(carry(3, 'kade', 'kade en plein')).toBe(3);
		expect(carry(4, 'kade', 'de kade')).toBe(7);
		expect(carry(8, 'op de kade', 'op het kade')).toBe(9);
	});

	test('stands at the begin of what is not there, and never outside', () => {
		expect(carry(6, 'kade en plein', 'kade')).toBe(4);
		expect(carry(9, 'kade     ', 'kade')).toBe(4);
		const holds = fc.property(fc.string(), fc.string(), fc.nat(), (from, to, n) => {
			const offset = carry(n % (from.length + 1), from, to);
			expect(offset).toBeGreaterThanOrEqual(0);
			expect(offset).toBeLessThanOrEqual(to.length);
		});
		fc.assert(holds);
	});
});
