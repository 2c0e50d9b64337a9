import { expect, test } from 'vitest';
import { letterPlace } from './letter-place.ts';

const text = 'Eerste regel.\n\nTweede stuk, langer.';
const pieces = ['Eerste regel.', 'Tweede stuk, langer.'];

test('a place in a text is found in the paragraphs it is drawn as', () => {
	expect(letterPlace(pieces, text, 0)).toEqual({ piece: 0, at: 0 });
	expect(letterPlace(pieces, text, 6)).toEqual({ piece: 0, at: 6 });
	expect(letterPlace(pieces, text, 7)).toEqual({ piece: 0, at: 7 });
	expect(letterPlace(pieces, text, 13)).toEqual({ piece: 0, at: 13 });
	expect(letterPlace(pieces, text, text.indexOf('stuk'))).toEqual({ piece: 1, at: 7 });
	expect(letterPlace(pieces, text, text.length)).toEqual({ piece: 1, at: 20 });
});

test('what is drawn as other letters has no place', () => {
	expect(letterPlace(['Nog geen tekst.'], '', 0)).toBeNull();
	expect(letterPlace(['Eerste regel'], text, 3)).toBeNull();
	expect(letterPlace([], '', 0)).toBeNull();
});
