/**
 * What was promised, and which rows of the bench answer for it. The table above the block is made of the block itself:
 * a promise is kept when the worst of its rows is.
 */

/** One row of the block: what, measured, budget, of budget, note. */
export type Row = readonly string[];

export interface Promised {
	promise: string;
	/** What the name of each of its rows looks like. */
	rows: RegExp;
	/** Where the page says more about it. */
	see: string;
}

export const promises: readonly Promised[] = [
	{
		promise: 'tap on "Bewaar" to verified tick, 20,000 facts, p95, 4×',
		rows: /^tap on Bewaar/,
		see: '[the tick](#the-tick)'
	},
	{
		promise: 'cold start offline to Mijn ronde, 20,000 facts, 4×',
		rows: /^cold start offline to Mijn ronde/,
		see: '[a cold start](#a-cold-start)'
	},
	{
		promise: 'cold start offline to Vandaag, 20,000 facts, 4×',
		rows: /^cold start offline to Vandaag/,
		see: '[a cold start](#a-cold-start)'
	},
	{
		promise: 'every other tap and key to paint, p95, 4×',
		rows: /^(edit committed with Enter|Enter opens|a letter typed|arrow to|tap on a tile)/,
		see: '[keys and taps](#keys-and-taps)'
	},
	{
		promise: 'JavaScript of a first load, start and field',
		rows: /^JavaScript .*\(\/(vandaag|veld|veld\/feit)?\)/,
		see: '[first load](#first-load)'
	},
	{
		promise: 'JavaScript of a first load, with the editor',
		rows: /^JavaScript .*\(\/(programma|plan|inlezen|register)\)/,
		see: '[first load](#first-load)'
	},
	{
		promise: 'keystroke to the other document, p50, 2× a bare relay',
		rows: /^Keystroke to the other document on the server road, p50/,
		see: '[two who write](#two-who-write)'
	},
	{
		promise: 'keystroke to the other document, p95',
		rows: /^Keystroke to the other document on the server road, p95/,
		see: '[two who write](#two-who-write)'
	},
	{
		promise: 'a letter to the other browser, p95',
		rows: /^Two browsers in one paragraph/,
		see: '[two who write](#two-who-write)'
	},
	{
		promise: 'a tablet with 2,000 facts over 4G: text safe',
		rows: /^a tablet with 2,000 facts .*: text safe$/,
		see: '[a tablet comes home](#a-tablet-comes-home)'
	},
	{
		promise: 'a tablet with 2,000 facts over 4G: screen never blocked',
		rows: /^a tablet with 2,000 facts .*: longest time the screen was not free$/,
		see: '[a tablet comes home](#a-tablet-comes-home)'
	},
	{
		promise: 'import of a 70 kB plan to a reviewed screen',
		rows: /^import of .*, 1×$/,
		see: '[an import](#an-import)'
	}
];

/** Held against a budget, though nothing was promised of it: for whoever works on it. */
export const withoutPromise: readonly RegExp[] = [/^cold start offline to Programma/, /^import of .*, 4×$/];

export const promiseHeads: Row = ['promise', 'budget', 'newest run', 'verdict', 'see'];
const notMeasured = 'not measured';

export function promiseRows(block: readonly Row[]): Row[] {
	return promises.map(({ promise, rows, see }) => {
		const [worst] = block.filter(([what = '']) => rows.test(what)).toSorted(worstFirst);
		if (!worst) return [promise, '', notMeasured, notMeasured, see];
		const [, measured = '', budget = ''] = worst;
		return [promise, budget, measured, isMissed(worst) ? '**missed**' : 'held', see];
	});
}

export function isMissed([, , , ofBudget = '']: Row): boolean {
	return ofBudget.endsWith('MISSED');
}

/** The share of its budget is rounded: of two that are equal by it the one that was missed, or the larger. */
function worstFirst(one: Row, other: Row): number {
	return (
		shareOf(other) - shareOf(one) ||
		Number(isMissed(other)) - Number(isMissed(one)) ||
		valueOf(other) - valueOf(one)
	);
}

function shareOf([, , , ofBudget = '']: Row): number {
	return Number.parseFloat(ofBudget) || 0;
}

/** What the budget is about comes last: "p50 84 ms, p95 108 ms", "1262 ms (p50 of 5)". */
function valueOf([, measured = '']: Row): number {
	return Number([...measured.matchAll(/([\d.]+) (ms|kB)/g)].at(-1)?.[1] ?? 0);
}
