import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebase } from './rebase.ts';

const digits = fc.stringMatching(/^[0-9]{0,12}$/);
const letters = fc.stringMatching(/^[a-z]{1,5}$/);
describe('a text that is typed while it changes below', () => {
	test('keeps both where they touch different parts', () => {
		const holds = fc.property(digits, digits, digits, letters, letters, (a, b, c, mine, theirs) => {
			const was = `${a}«${b}»${c}`;
			const { text, isBoth } = rebase(was, `${a}«${mine}${b}»${c}`, `${a}«${b}${theirs}»${c}`, 0);
			expect(isBoth).toBe(true);
			// With nothing between them the two stand side by side, in either order.
			const orders = [`${a}«${mine}${b}${theirs}»${c}`, `${a}«${b}${theirs}${mine}»${c}`];
			expect(b === '' ? orders : orders.slice(0, 1)).toContain(text);
		});
		fc.assert(holds, { examples: [['', '', '', 'b', 'abc']] });
	});

	test('keeps what is typed where both touch the same part', () => {
		expect(rebase('elke avond', 'elke vrijdag', 'elke zaterdag', 9)).toEqual({
			text: 'elke vrijdag',
			caret: 9,
			isBoth: false
		});
	});

	test('keeps the caret with the letter it stood behind', () => {
		const was = 'Toezicht op de kade.';
		const typed = 'Toezicht op de kade en het plein.';
		const now = 'Extra toezicht op de kade.';
		const { text: both, caret } = rebase(was, typed, now, 27);
		expect(both).toBe('Extra toezicht op de kade en het plein.');
		expect(both.slice(0, caret)).toBe('Extra toezicht op de kade en het ');
	});

	test('takes over what is below where nothing was typed', () => {
		expect(rebase('a', 'a', 'ab', 1)).toEqual({ text: 'ab', caret: 1, isBoth: true });
	});
});
