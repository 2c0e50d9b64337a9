/** What a screen asks over the wire the first time, before the service worker fetches the rest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openContext } from './browser.ts';
import { tell, type Figure } from './figure.ts';

/** kB of 1,000 bytes: 120 for what the field and everyone opens first, 250 for the screens of the desk. */
const routes = [
	{ path: '/', name: 'Begin', budget: 120 },
	{ path: '/vandaag', name: 'Vandaag', budget: 120 },
	{ path: '/programma', name: 'Programma', budget: 250 },
	{ path: '/veld', name: 'Mijn ronde', budget: 120 },
	{ path: '/veld/feit', name: 'Feit', budget: 120 },
	{ path: '/plan', name: 'Plan', budget: 250 },
	{ path: '/inlezen', name: 'Inlezen', budget: 250 },
	{ path: '/register', name: 'Register', budget: 250 }
];

/** The budget counts what is asked for before the heading of the screen stands; the rest is told beside it. */
export async function measureBytes(browser: Browser, url: string, buildDir: string): Promise<Figure[]> {
	const context = await openContext(browser, 'block');
	await context.addInitScript(markHeading);
	const figures: Figure[] = [];
	for (const route of routes) {
		const { first, scripts, styles, count } = await firstLoad(context, url, route.path, buildDir);
		const made: Figure = {
			what: `JavaScript before the first screen of ${route.name} (${route.path}), gzipped`,
			measured: `${first.toFixed(1)} kB`,
			value: first,
			budget: route.budget,
			unit: 'kB',
			note: `${scripts.toFixed(1)} kB with all that comes behind it; ${count} files; CSS ${styles.toFixed(1)} kB`
		};
		figures.push(made);
		tell(made);
		// Every screen but the first needs a municipality on the device.
		if (route.path === '/') await openDemo(context, url);
	}
	await context.close();
	return figures;
}

const headingMark = 'heading-stands';

/** In the page: a clock outside it would count what comes after the heading as before it. */
function markHeading(): void {
	const watch = new MutationObserver(() => {
		if (!document.querySelector('main h1')) return;
		performance.mark('heading-stands');
		watch.disconnect();
	});
	watch.observe(document, { childList: true, subtree: true });
}

async function firstLoad(context: BrowserContext, url: string, path: string, buildDir: string) {
	const page = await context.newPage();
	await page.goto(url + path);
	await page.locator('main h1').first().waitFor({ state: 'attached' });
	await untilQuiet(page);
	if (new URL(page.url()).pathname !== path) throw new Error(`${path} led to ${page.url()}.`);
	const asked = await page.evaluate((mark) => {
		const [heading] = performance.getEntriesByName(mark);
		if (!heading) throw new Error('Nobody saw the heading.');
		const starts = new Map<string, number>();
		for (const { name, startTime } of performance.getEntriesByType('resource')) {
			const file = new URL(name).pathname;
			starts.set(file, Math.min(startTime, starts.get(file) ?? Infinity));
		}
		return [...starts].map(([file, start]) => ({ file, isFirst: start < heading.startTime }));
	}, headingMark);
	await page.close();
	const files = await Promise.all(
		asked
			.filter(({ file }) => /\.(js|css)$/.test(file))
			.map(async ({ file, isFirst }) => ({
				isScript: file.endsWith('.js'),
				isFirst,
				kilobytes: gzipSync(await readFile(join(buildDir, file)), { level: 9 }).length / 1000
			}))
	);
	const sum = (some: typeof files) => some.reduce((total, file) => total + file.kilobytes, 0);
	const scripts = files.filter(({ isScript }) => isScript);
	return {
		scripts: sum(scripts),
		first: sum(scripts.filter(({ isFirst }) => isFirst)),
		styles: sum(files) - sum(scripts),
		count: files.length
	};
}

/** Of what comes behind the first screen some is asked for in idle moments: quiet is three seconds without a file. */
async function untilQuiet(page: Page): Promise<void> {
	for (let before = -1, same = 0; same < 3;) {
		const count = await page.evaluate(() => performance.getEntriesByType('resource').length);
		same = count === before ? same + 1 : 0;
		before = count;
		await page.waitForTimeout(1000);
	}
}

async function openDemo(context: BrowserContext, url: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${url}/start`);
	await page.getByRole('button', { name: 'Open de voorbeeldgemeente' }).click();
	await page.waitForURL('**/vandaag');
	await page.locator('main h1').first().waitFor();
	await page.close();
}
