import { describe, expect, test } from 'vitest';
import { termOf } from './term.ts';

const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

describe('the four-year term of a plan', () => {
	test('does not run before the council decided, or where the date cannot be read', () => {
		expect(termOf(null, noon(2026, 11, 22))).toBeNull();
		expect(termOf('voorjaar 2023', noon(2026, 11, 22))).toBeNull();
	});

	test('ends four years to the day after adoption', () => {
		expect(termOf('2026-03-14', noon(2026, 3, 14))).toEqual({
			due: '2030-03-14',
			daysLeft: 1461,
			isOver: false,
			isSoon: false,
			percent: 0
		});
	});

	test('is near in its last year, the year a new plan takes', () => {
		expect(termOf('2022-03-14', noon(2025, 3, 13))?.isSoon).toBe(false);
		expect(termOf('2022-03-14', noon(2025, 3, 15))?.isSoon).toBe(true);
	});

	test('is not over on its last day, and over the day after', () => {
		expect(termOf('2022-03-14', noon(2026, 3, 14))).toMatchObject({ daysLeft: 0, isOver: false });
		expect(termOf('2022-03-14', noon(2026, 3, 15))).toMatchObject({ daysLeft: -1, isOver: true });
	});

	test('is half-way after two years and never past its whole', () => {
		expect(termOf('2022-03-14', noon(2024, 3, 14))?.percent).toBe(50);
		expect(termOf('2022-03-14', noon(2040, 1, 1))?.percent).toBe(100);
		expect(termOf('2027-01-01', noon(2026, 1, 1))?.percent).toBe(0);
	});
});
