import { expect, test } from 'vitest';
import { drawnPlaces, firstStretches, noStretch, roomOf, stretchBetween, stretchTowards } from './stretch.ts';

const rows = Array.from({ length: 50 }, (_, at) => ({ id: `m${at}` }));
/** Every fifth is twice as high. */
const heightOf = (id: string) => (Number(id.slice(1)) % 5 === 0 ? 80 : 40);

test('what lies between two heights is found by the heights of the rows before it', () => {
	expect(stretchBetween(rows, 0, 0, 200, heightOf)).toEqual({ from: 0, to: 4 });
	expect(stretchBetween(rows, -240, 0, 200, heightOf)).toEqual({ from: 5, to: 9 });
	expect(stretchBetween(rows, 900, 0, 800, heightOf)).toEqual(noStretch);
	expect(stretchBetween(rows, -9000, 0, 800, heightOf)).toEqual(noStretch);
	expect(stretchBetween([], 0, 0, 800, heightOf)).toEqual(noStretch);
});

test('room and rows together are as high as all rows', () => {
	const whole = roomOf(rows, 0, rows.length, heightOf);
	const { from, to } = stretchBetween(rows, -600, 0, 500, heightOf);
	const parts = roomOf(rows, 0, from, heightOf) + roomOf(rows, from, to, heightOf);
	expect(parts + roomOf(rows, to, rows.length, heightOf)).toBe(whole);
});

test('the first rows are taken from the themes in their order', () => {
	const groups = [
		{ id: 'a', lines: rows.slice(0, 20) },
		{ id: 'b', lines: rows.slice(20, 40) },
		{ id: 'c', lines: rows.slice(40) }
	];
	expect([...firstStretches(groups, 28)]).toEqual([
		['a', { from: 0, to: 20 }],
		['b', { from: 0, to: 8 }],
		['c', { from: 0, to: 0 }]
	]);
});

test('what is seen is drawn at once, and what is near a few rows at a time', () => {
	const must = { from: 10, to: 20 };
	const want = { from: 0, to: 30 };
	let drawn = stretchTowards(noStretch, must, want, 0);
	expect(drawn).toEqual(must);
	drawn = stretchTowards(drawn, must, want, 6);
	expect(drawn).toEqual({ from: 10, to: 26 });
	drawn = stretchTowards(drawn, must, want, 6);
	expect(drawn).toEqual({ from: 8, to: 30 });
	for (let stroke = 0; stroke < 2; stroke++) drawn = stretchTowards(drawn, must, want, 6);
	expect(drawn).toEqual(want);
});

test('rows far away are let go, and a jump does not draw what lies in between', () => {
	expect(stretchTowards({ from: 0, to: 20 }, { from: 15, to: 25 }, { from: 5, to: 35 }, 0)).toEqual({
		from: 5,
		to: 25
	});
	expect(stretchTowards({ from: 0, to: 12 }, { from: 30, to: 40 }, { from: 5, to: 48 }, 0)).toEqual({
		from: 30,
		to: 40
	});
});

test('a theme that only comes near is drawn from the side it comes from', () => {
	expect(stretchTowards(noStretch, noStretch, { from: 0, to: 9 }, 6)).toEqual({ from: 0, to: 6 });
	expect(stretchTowards(noStretch, noStretch, { from: 40, to: 50 }, 6)).toEqual({ from: 44, to: 50 });
	expect(stretchTowards({ from: 40, to: 50 }, noStretch, noStretch, 6)).toEqual({ from: 0, to: 0 });
});

test('the row in the hand is drawn wherever it stands', () => {
	expect(drawnPlaces({ from: 10, to: 13 }, 11)).toEqual([10, 11, 12]);
	expect(drawnPlaces({ from: 10, to: 13 }, 2)).toEqual([2, 10, 11, 12]);
	expect(drawnPlaces({ from: 10, to: 13 }, 40)).toEqual([10, 11, 12, 40]);
	expect(drawnPlaces(noStretch, 7)).toEqual([7]);
	expect(drawnPlaces(noStretch, -1)).toEqual([]);
});
