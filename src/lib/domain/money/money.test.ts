import { expect, test } from 'vitest';
import { formatEuros, parseFunding, parseMoney } from './money.ts';

test.each([
	['€ 12.500,-', 12500, false],
	['15.000 per jaar', 15000, true],
	['€ 8.000 per jaar', 8000, true],
	['10k', 10000, false],
	['€ 1,2 mln', 1.2e6, false],
	['EUR 2500,50', 2500.5, false],
	['€ 2026', 2026, false]
])('“%s” is an amount', (text, euros, recurring) => {
	expect(parseMoney(text)).toEqual({ euros, recurring });
});

test.each(['p.m.', 'binnen bestaand budget', '2026', ''])('“%s” is no amount', (text) => {
	expect(parseMoney(text)).toBeNull();
});

test('words say where the money comes from', () => {
	expect(parseFunding('binnen bestaand budget')).toBe('existing');
	expect(parseFunding('subsidie van de provincie')).toBe('subsidy');
	expect(parseFunding('p.m.')).toBe('toDecide');
	expect(parseFunding('€ 500')).toBeNull();
});

test('amounts are written as people write them', () => {
	expect(formatEuros(12500)).toBe('€ 12.500');
	expect(formatEuros(2500.5)).toBe('€ 2.500,50');
});
