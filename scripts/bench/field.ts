/** The tablet with its backlog: Mijn ronde without a network, a tap to its verified tick, the ledger. */
import type { BrowserContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { addBacklog, backlogFacts, backlogPhotos } from './backlog.ts';
import { slowDown, stopServiceWorkers, untilItRests } from './browser.ts';
import { measureLedger } from './ledger.ts';
import { median, ms, percentile, tell, type Figure } from './figure.ts';

const coldStartBudgetMs = 1500;
const tickBudgetMs = 100;
const tapBudgetMs = 100;
const runs = 5;
const taps = 30;
/** Milliseconds that a practised thumb leaves between two taps at the least, and stays on the glass. */
const thumb = { between: 250, onGlass: 60 };
const noThumb = { between: 0, onGlass: 0 };
const backlog = `${backlogFacts.toLocaleString('en')} facts, ${backlogPhotos.toLocaleString('en')} photos`;

/** The workspace that is open gets the backlog; the server may be gone afterwards. */
export async function bringBacklog(
	context: BrowserContext,
	url: string,
	size = { facts: backlogFacts, photos: backlogPhotos }
): Promise<string> {
	const page = await context.newPage();
	await page.goto(`${url}/beheer`);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Bewaar alles in één bestand' }).click();
	const path = await (await download).path();
	const { file, firstMine } = await addBacklog(new Blob([await readFile(path)]), size);
	await page.locator('input[type=file]').setInputFiles({
		name: 'werkruimte.zip',
		mimeType: 'application/zip',
		buffer: Buffer.from(await file.arrayBuffer())
	});
	await page.waitForURL('**/vandaag', { timeout: 240_000 });
	await settled(page, size.facts);
	await page.close();
	return firstMine;
}

/** The summaries are stored a moment after the facts. */
function settled(page: Page, facts: number): Promise<unknown> {
	return page.waitForFunction(
		async (least) => {
			const names = (await indexedDB.databases()).map(({ name = '' }) => name);
			const name = names.find((one) => one.startsWith('driehoek-') && !one.includes(':'));
			if (!name) return false;
			const request = indexedDB.open(name);
			await new Promise((resolve) => (request.onsuccess = resolve));
			const stored = request.result.transaction('summaries').objectStore('summaries').getAll();
			await new Promise((resolve) => (stored.onsuccess = resolve));
			request.result.close();
			const counts = stored.result.map((row: { factCount: number }) => row.factCount);
			return counts.reduce((sum, one) => sum + one, 0) >= least;
		},
		facts,
		{ timeout: 120_000, polling: 500 }
	);
}

/** The server must be gone already, and every page of the context closed. */
export async function measureField(
	context: BrowserContext,
	url: string,
	measureId: string
): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const screen of [
		{ path: '/veld', name: 'Mijn ronde', sign: 'main li', budget: coldStartBudgetMs },
		{ path: '/vandaag', name: 'Vandaag', sign: 'main .group li', budget: coldStartBudgetMs }
	]) {
		const times: number[] = [];
		for (let run = 0; run < runs; run++) {
			const page = await context.newPage();
			await stopServiceWorkers(context, page);
			await slowDown(page, 4);
			await page.goto(url + screen.path, { waitUntil: 'commit' });
			times.push(await page.evaluate((sign) => window.bench.painted(sign), screen.sign));
			await page.close();
		}
		figures.push({
			what: `cold start offline to ${screen.name}, ${backlog}, 4×`,
			measured: `${ms(median(times))} (p50 of ${runs})`,
			value: median(times),
			budget: screen.budget,
			unit: 'ms',
			note: `slowest ${ms(Math.max(...times))}`
		});
	}
	figures.push(...(await measureTaps(context, `${url}/veld/feit?m=${measureId}`)));
	figures.push(...(await measureLedger(context, url, backlog)));
	figures.forEach(tell);
	return figures;
}

async function measureTaps(context: BrowserContext, url: string): Promise<Figure[]> {
	const page = await context.newPage();
	await page.goto(url);
	await page.getByRole('button', { name: 'Geen bijzonderheden' }).waitFor();
	await untilItRests(page);
	await slowDown(page, 4);
	const asPeople = await tapTwice(page, thumb);
	const inOneBreath = await tapTwice(page, noThumb);
	await page.close();
	return [
		figureOf('tap on Bewaar → verified tick painted', asPeople.ticks, tickBudgetMs),
		figureOf('tap on a tile → next paint', asPeople.tiles, tapBudgetMs),
		figureOf('the same two taps faster than any thumb: to the tick', inOneBreath.ticks, null),
		figureOf('the same two taps faster than any thumb: on the tile', inOneBreath.tiles, null)
	];
}

async function tapTwice(page: Page, hand: typeof thumb): Promise<{ tiles: number[]; ticks: number[] }> {
	const tiles: number[] = [];
	const ticks: number[] = [];
	for (let tap = 0; tap < taps; tap++) {
		await page.waitForTimeout(hand.between);
		tiles.push(await timeTap(page, hand.onGlass, 'Geen bijzonderheden', null));
		await page.waitForTimeout(hand.between);
		ticks.push(await timeTap(page, hand.onGlass, 'Bewaar', /Feit \d+ bewaard/.source));
	}
	return { tiles, ticks };
}

function figureOf(what: string, times: readonly number[], budget: number | null): Figure {
	const p95 = percentile(times, 0.95);
	const measured = `p50 ${ms(median(times))}, p95 ${ms(p95)}`;
	const note = `the first ${ms(times[0] ?? 0)}`;
	return { what: `${what}, ${backlog}, 4×`, measured, value: p95, budget, unit: 'ms', note };
}

/** From the pointer's event to the paint in which the words stand that were not there before. */
async function timeTap(page: Page, onGlassMs: number, name: string, words: string | null): Promise<number> {
	const button = page.getByRole('button', { name, exact: true });
	await button.scrollIntoViewIfNeeded();
	await button.evaluate((target, words) => {
		const before = document.querySelector('.saved')?.textContent ?? '';
		const { nextPaint } = window.bench;
		window.bench.keyed = new Promise((resolve) => {
			target.addEventListener(
				'click',
				({ timeStamp }) => {
					const isDone = () => {
						const now = document.querySelector('.saved')?.textContent ?? '';
						return words === null || (now !== before && new RegExp(words).test(now));
					};
					const take = () => void nextPaint().then((at) => resolve(at - timeStamp));
					if (words === null) return take();
					// Watched and not asked each frame: frames that nobody needs would be part of what is measured.
					const watcher = new MutationObserver(() => {
						if (!isDone()) return;
						watcher.disconnect();
						take();
					});
					watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
				},
				{ once: true, capture: true }
			);
		});
	}, words);
	await button.click({ delay: onGlassMs });
	return page.evaluate(() => window.bench.keyed ?? Number.NaN);
}
