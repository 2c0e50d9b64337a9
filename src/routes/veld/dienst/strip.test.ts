import { describe, expect, it } from 'vitest';
import { sayNumbers, stripOf, type Cell } from './strip.ts';

const whole = { gaps: [], forks: [], awaitingPhoto: [], twoPlacesUpTo: 0 };
const say = (cells: readonly Cell[]) => cells.map((cell) => `${cell.state} ${sayNumbers(cell)}`);

describe('the strip of numbers', () => {
	it('draws every number of one shift', () => {
		expect(stripOf({ ...whole, last: 37 })).toHaveLength(37);
	});

	it('puts older numbers together and opens at once with twenty thousand', () => {
		const cells = stripOf({ ...whole, last: 20_000 });
		expect(cells.length).toBeLessThan(100);
		expect(say(cells.slice(0, 2))).toEqual(['here 1-1000', 'here 1001-2000']);
		expect(say(cells.slice(-2))).toEqual(['here 19999', 'here 20000']);
	});

	it('says of each number whether a second place has it', () => {
		const cells = stripOf({ ...whole, last: 300, forks: [7], twoPlacesUpTo: 233 });
		expect(say(cells)).toEqual(expect.arrayContaining(['fork 7', 'twice 221-230', 'twice 233', 'here 234']));
		expect(say(cells.slice(-1))).toEqual(['here 300']);
	});

	it('gives what is wrong a cell of its own, and counts every number once', () => {
		const cells = stripOf({
			last: 300,
			gaps: [{ from: 214, to: 219 }],
			forks: [7],
			awaitingPhoto: [299],
			twoPlacesUpTo: 0
		});
		expect(say(cells)).toEqual(
			expect.arrayContaining(['fork 7', 'gap 214-219', 'photo 299', 'here 211-213'])
		);
		let next = 1;
		for (const { from, to } of cells) {
			expect(from).toBe(next);
			next = to + 1;
		}
		expect(next).toBe(301);
	});

	it('stays small when much is missing', () => {
		const gaps = Array.from({ length: 5000 }, (_, at) => ({ from: 2 * at + 1, to: 2 * at + 1 }));
		expect(stripOf({ ...whole, last: 10_000, gaps }).length).toBeLessThan(150);
	});
});
