import { describe, expect, it } from 'vitest';
import { isOnNow } from './now.ts';
import { parsePlanning } from './planning.ts';

const on = (text: string, day: string) => {
	const planning = parsePlanning(text);
	return planning && isOnNow(planning, day);
};

describe('whether a planning asks for work today', () => {
	it.each([
		['okt.–feb.', '2026-12-31', true],
		['okt.–feb.', '2027-02-01', true],
		['okt.–feb.', '2026-04-01', false],
		['april–okt.', '2026-11-20', false],
		['najaar 2026', '2026-11-20', true],
		['najaar 2026', '2027-11-20', false],
		['doorlopend', '2026-11-20', true],
		['vanaf 1 mei 2026', '2026-04-30', false],
		['vanaf 1 mei 2026', '2026-05-01', true],
		['elke maand', '2026-11-20', true],
		// It has until then; that it is due is another question.
		['vóór 1 december 2026', '2026-11-20', false]
	])('%s on %s: %s', (text, day, expected) => {
		expect(on(text, day)).toBe(expected);
	});
});
