/** Keys in the table of a thousand measures, from key to paint, beside a bare text area in the same page. */
import type { BrowserContext, Page } from '@playwright/test';
import { slowDown, untilItRests } from './browser.ts';
import { median, ms, percentile, tell, type Figure } from './figure.ts';

const budgetMs = 100;
const presses = 30;
/** Twice over the same rows, which are drawn: of fewer than thirty the slowest alone would be the 95th percentile. */
const edits = 2 * presses;
const cell = '[data-stand] [data-stop="planning"]';
/** Rows are counted over the whole table, of which only what is near the eye is drawn: three heads come before. */
const cellOf = (row: number) => `[aria-rowindex="${row + 3}"] [data-stop="planning"]`;

export async function measureTableEdit(context: BrowserContext, url: string): Promise<Figure[]> {
	const page = await context.newPage();
	await page.goto(`${url}/programma`);
	await page.evaluate((selector) => window.bench.painted(selector), cell);
	const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
	if (rows < 1000) throw new Error(`The table counts ${rows} rows.`);
	await untilItRests(page);
	await slowDown(page, 4);

	const reference = await bareTextArea(page);
	const moves: number[] = [];
	await focusCell(page, 2);
	for (let press = 0; press < presses; press++) moves.push(await timeKey(page, 'ArrowDown'));

	const opens: number[] = [];
	const letters: number[] = [];
	const commits: number[] = [];
	const shows: number[] = [];
	for (let press = 0; press < edits; press++) {
		const at = (press % presses) + 2;
		await focusCell(page, at);
		opens.push(await timeKey(page, 'Enter'));
		// Never what stands there already.
		const words = `maart 20${30 + press}`;
		await fillEditor(page, words);
		letters.push(await timeKey(page, '1'));
		// Half commit to the next paint, half until the new words stand in the cell.
		if (press % 2 === 0) commits.push(await timeKey(page, 'Enter'));
		else shows.push(await timeKey(page, 'Enter', at, `${words}1`));
		// The write behind it is not the next key's to pay.
		await page.locator('.safe--here').first().waitFor({ state: 'attached' });
	}
	await page.close();

	const figures = [
		figure('edit committed with Enter, to next paint', commits, reference),
		figure('edit committed with Enter, to the new words in the cell', shows, reference),
		figure('Enter opens the cell', opens, reference),
		figure('a letter typed in the cell', letters, reference),
		figure('arrow to the next row', moves, reference),
		{ ...figure('reference: a letter in a bare text area, same page', reference, reference), budget: null }
	];
	figures.forEach(tell);
	return figures;
}

function figure(what: string, times: readonly number[], reference: readonly number[]): Figure {
	const p95 = percentile(times, 0.95);
	return {
		what: `${what}, table of 1,000, 4×`,
		measured: `p50 ${ms(median(times))}, p95 ${ms(p95)}`,
		value: p95,
		budget: budgetMs,
		unit: 'ms',
		note:
			times === reference ? '' : `p50 ${(median(times) / median(reference)).toFixed(1)}× the bare text area`
	};
}

function focusCell(page: Page, row: number): Promise<void> {
	return page.evaluate((selector) => {
		const found = document.querySelector<HTMLElement>(selector);
		if (!found) throw new Error(`No cell like ${selector}.`);
		found.focus();
	}, cellOf(row));
}

function fillEditor(page: Page, words: string): Promise<void> {
	return page.evaluate((words) => {
		const input = document.querySelector<HTMLInputElement>('.cell.editing input');
		if (!input) throw new Error('Enter opened no cell.');
		input.value = words;
		input.dispatchEvent(new Event('input', { bubbles: true }));
	}, words);
}

async function timeKey(page: Page, key: string, row?: number, words?: string): Promise<number> {
	await page.evaluate(
		({ selector, words }) => {
			const isDone = () =>
				selector === null || Boolean(document.querySelector(selector)?.textContent?.includes(words ?? ''));
			window.bench.armKey(isDone);
		},
		{ selector: row === undefined ? null : cellOf(row), words }
	);
	await page.keyboard.press(key);
	return page.evaluate(() => window.bench.keyed ?? Number.NaN);
}

async function bareTextArea(page: Page): Promise<number[]> {
	await page.evaluate(() => {
		const area = document.createElement('textarea');
		area.className = 'bench-reference';
		area.style.position = 'fixed';
		area.style.zIndex = '99';
		area.style.insetBlockEnd = '0';
		document.body.append(area);
		area.focus();
	});
	const times: number[] = [];
	for (let press = 0; press < presses; press++) times.push(await timeKey(page, 'x'));
	await page.evaluate(() => document.querySelector('.bench-reference')?.remove());
	return times;
}
