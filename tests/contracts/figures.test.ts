import { describe, expect, test } from 'vitest';
import { benchRows, withFigures } from '../../scripts/bench/write.ts';

const figure = (what: string, value: number) => ({
	...{ what, measured: `${value} ms`, value, budget: 100, note: '' },
	unit: 'ms' as const
});
const run = { machine: '2 cores', commit: 'abc', date: '2026-11-22' };
const places = ['promises', 'bench'].map((part) => `<!-- ${part}: begin -->\n\n<!-- ${part}: end -->`);
const empty = ['above', ...places, 'below\n'].join('\n\n');

describe('the figures that a run of the bench writes', () => {
	const whole = withFigures(empty, [figure('import', 50), figure('edit', 80)], { ...run, isWhole: true });

	test('stand between the markers; the rest of the page stays', () => {
		expect(whole).toMatch(/^above/);
		expect(whole).toMatch(/below\n$/);
		expect(whole).toMatch(/import \| 50 ms/);
	});

	test('of a part of the bench replace only their own lines, and say that they are younger', () => {
		const part = withFigures(whole, [figure('edit', 120), figure('start', 10)], {
			...{ machine: '4 cores', commit: 'def', date: '2026-11-23' },
			isWhole: false
		});
		expect(benchRows(part).map(([, measured]) => measured)).toEqual(['50 ms', '120 ms', '10 ms']);
		expect(part).toContain('commit abc: 2 cores');
		expect(part).toContain('Since then (2026-11-23, commit def: 4 cores): edit; start.');
	});

	test('of a whole run leave nothing of the past', () => {
		const next = withFigures(whole, [figure('start', 10)], { ...run, isWhole: true });
		expect(benchRows(next).map(([what]) => what)).toEqual(['start']);
	});

	test('may be held against another figure of the same run', () => {
		const twice = { ...figure('keystroke', 8.7), budget: 2 * 1.43 };
		const [row] = benchRows(withFigures(empty, [twice], { ...run, isWhole: true }));
		expect(row).toEqual(['keystroke', '8.7 ms', '≤ 2.9 ms', '3.04 MISSED', '']);
	});
});
