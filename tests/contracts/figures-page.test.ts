import { existsSync, readFileSync } from 'node:fs';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../scripts/bench/figure.ts';
import { isMissed, promiseRows, promises, withoutPromise, type Row } from '../../scripts/bench/promises.ts';
import { benchRows, withFigures } from '../../scripts/bench/write.ts';

const page = readFileSync('docs/figures.md', 'utf8');
/** What a table can hold of a cell before it becomes a paragraph. */
const widest = 60;

const run = { machine: '2 cores', commit: 'abc', date: '2026-11-24' };
const present = benchRows(page).map(([what = '', , budget = '']) => ({
	...{ what, note: '', unit: budget.endsWith('kB') ? ('kB' as const) : ('ms' as const) },
	budget: budget === '' ? null : Number.parseFloat(budget.slice(1))
}));

/** A run in which just the figures that are named so miss their budgets. */
function runIn(over: RegExp): Figure[] {
	return present.map(({ what, note, unit, budget }) => {
		const value = (budget ?? 10) * (over.test(what) ? 1.5 : 0.5);
		return { what, note, unit, budget, value, measured: `p50 ${value / 2} ${unit}, p95 ${value} ${unit}` };
	});
}

function rowsUnder(text: string, part: string): Row[] {
	const between = text.split(`<!-- ${part}: begin -->`)[1]?.split(`<!-- ${part}: end -->`)[0] ?? '';
	return tableRows(between).slice(2);
}

function tableRows(text: string): Row[] {
	const lines = text.split('\n').filter((line) => line.startsWith('|'));
	return lines.map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim())
	);
}

/** What a page says above otherwise than its own block. */
function contradictions(text: string): string[] {
	const block = benchRows(text);
	const headline = rowsUnder(text, 'promises');
	const unsaid = headline
		.filter(([, budget, measured]) => !block.some((row) => row[1] === measured && row[2] === budget))
		.map(([promise]) => `${promise}: its value stands in no row of the block`);
	const unheard = block.filter(isMissed).flatMap(([what = '']) => {
		if (withoutPromise.some((rows) => rows.test(what))) return [];
		const at = promises.findIndex(({ rows }) => rows.test(what));
		if (at < 0) return [`${what}: missed, and of no promise`];
		return headline[at]?.[3] === '**missed**' ? [] : [`${what}: missed, and not said so above`];
	});
	const untrue = headline
		.filter((row, at) => row[3] !== promiseRows(block)[at]?.[3])
		.map(([promise]) => `${promise}: the block says otherwise`);
	return [...unsaid, ...unheard, ...untrue];
}

describe('the page of figures', () => {
	test('has a measured row for each promise', () => {
		for (const { promise, rows } of promises)
			expect(benchRows(page).filter(([what = '']) => rows.test(what)).length, promise).toBeGreaterThan(0);
		expect(rowsUnder(page, 'promises').map(([promise]) => promise)).toEqual(
			promises.map(({ promise }) => promise)
		);
	});

	test('holds every budget of the block against a promise, or names it as nobody’s', () => {
		const known = [...promises.map(({ rows }) => rows), ...withoutPromise];
		const nobodys = benchRows(page).filter(([what = '']) => !known.some((rows) => rows.test(what)));
		expect(nobodys.filter(([, , budget]) => budget !== '')).toEqual([]);
	});

	test('says the same above as in its block', () => {
		expect(contradictions(page)).toEqual([]);
	});

	test('has no cell that is a paragraph, but for the notes of the block', () => {
		const [before = '', after = ''] = page.split(/<!-- bench: begin -->[^]*<!-- bench: end -->/);
		const seen = tableRows(before + after).flat();
		const wide = seen
			.map((cell) => cell.replaceAll(/\]\([^)]*\)|[[*`]/g, ''))
			.filter((cell) => cell.length > widest);
		expect(wide).toEqual([]);
		expect(seen.length).toBeGreaterThan(50);
	});

	test('leads to headings and decisions that are there', () => {
		const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
			words.toLowerCase().replaceAll(' ', '-')
		);
		for (const [, anchor] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(headings).toContain(anchor);
		for (const [, path = ''] of page.matchAll(/\]\((decisions[^)]*)\)/g))
			expect(existsSync(`docs/${path}`), path).toBe(true);
	});
});

describe('the page after another run', () => {
	test.each([
		['of the whole bench, in which nothing is missed', /^$/, 0],
		['in which one kind of tap is missed', /^Enter opens/, 1],
		['in which everything is missed', /./, promises.length]
	])('%s', async (_, over, missed) => {
		const next = withFigures(page, runIn(over), { ...run, isWhole: true });
		expect(contradictions(next)).toEqual([]);
		expect(rowsUnder(next, 'promises').filter(([, , , verdict]) => verdict === '**missed**')).toHaveLength(
			missed
		);
		const style = await prettier.resolveConfig('docs/figures.md');
		expect(await prettier.check(next, { ...style, parser: 'markdown' })).toBe(true);
	});

	test('of one part says above what the younger lines say', () => {
		const some = runIn(/^tap on Bewaar/).filter(({ what }) => what.startsWith('tap on'));
		const next = withFigures(page, some, { ...run, isWhole: false });
		expect(contradictions(next)).toEqual([]);
		expect(rowsUnder(next, 'promises')[0]).toContain('p50 75 ms, p95 150 ms');
	});

	test('that does not measure something says so', () => {
		const some = runIn(/^$/).filter(({ what }) => !what.startsWith('import'));
		const next = withFigures(page, some, { ...run, isWhole: true });
		expect(rowsUnder(next, 'promises').at(-1)?.[3]).toBe('not measured');
	});

	test('that was changed by hand is found out', () => {
		const ofTheTick = /p95 \d+ ms( +\| )(held|\*\*missed\*\*)( +\| \[the tick\])/;
		const [, gap = '', verdict = '', end = ''] = ofTheTick.exec(page) ?? [];
		const other = verdict === 'held' ? '**missed**' : 'held';
		expect(verdict).not.toBe('');
		expect(contradictions(page.replace(ofTheTick, (row) => row.replace(verdict, other)))).not.toEqual([]);
		expect(contradictions(page.replace(ofTheTick, `p95 1 ms${gap}${verdict}${end}`))).toHaveLength(1);
	});
});
