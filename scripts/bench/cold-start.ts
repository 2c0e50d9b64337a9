/** A new page on a device whose server is gone: from navigation to what a person came for. */
import type { BrowserContext } from '@playwright/test';
import { slowDown, stopServiceWorkers } from './browser.ts';
import { median, ms, tell, type Figure } from './figure.ts';

const budgetMs = 1500;
const runs = 5;

const screens = [
	{ path: '/vandaag', name: 'Vandaag', rows: 'main .group li, main .group .all' },
	{ path: '/programma', name: 'Programma', rows: '[data-stand] [data-stop="planning"]' }
];

/** The server must be gone already, and every page of the context closed. */
export async function measureColdStart(context: BrowserContext, url: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const screen of screens) {
		const headings: number[] = [];
		const rows: number[] = [];
		for (let run = 0; run < runs; run++) {
			const page = await context.newPage();
			await stopServiceWorkers(context, page);
			await slowDown(page, 4);
			await page.goto(url + screen.path, { waitUntil: 'commit' });
			const [heading, row] = await page.evaluate(
				(selector) => Promise.all([window.bench.painted('main h1'), window.bench.painted(selector)]),
				screen.rows
			);
			headings.push(heading);
			rows.push(row);
			await page.close();
		}
		const made: Figure = {
			what: `cold start offline to ${screen.name}, 1,000 measures, 4×`,
			measured: `${ms(median(rows))} (p50 of ${runs})`,
			value: median(rows),
			budget: budgetMs,
			unit: 'ms',
			note: `heading ${ms(median(headings))}, slowest ${ms(Math.max(...rows))}`
		};
		figures.push(made);
		tell(made);
	}
	return figures;
}
