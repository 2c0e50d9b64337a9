/** What a screen asks over the wire the first time, before the service worker fetches the rest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from '@playwright/test';
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

export async function measureBytes(browser: Browser, url: string, buildDir: string): Promise<Figure[]> {
	const context = await openContext(browser, 'block');
	const figures: Figure[] = [];
	for (const route of routes) {
		const { scripts, first, styles, count } = await firstLoad(context, url, route.path, buildDir);
		const made: Figure = {
			what: `JavaScript of ${route.name} (${route.path}), gzipped`,
			measured: `${scripts.toFixed(1)} kB`,
			value: scripts,
			budget: route.budget,
			unit: 'kB',
			note: `${first.toFixed(1)} kB before the first screen; ${count} files; CSS ${styles.toFixed(1)} kB`
		};
		figures.push(made);
		tell(made);
		// Every screen but the first needs a municipality on the device.
		if (route.path === '/') await openDemo(context, url);
	}
	await context.close();
	return figures;
}

async function firstLoad(context: BrowserContext, url: string, path: string, buildDir: string) {
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	const asked = new Set<string>();
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (response.ok() && /\.(js|css)$/.test(pathname)) asked.add(pathname);
	});
	await page.goto(url + path);
	await page.locator('main h1').first().waitFor({ state: 'attached' });
	const before = new Set(asked);
	await page.waitForLoadState('networkidle');
	if (new URL(page.url()).pathname !== path) throw new Error(`${path} led to ${page.url()}.`);
	await page.close();
	const files = await Promise.all(
		[...asked].map(async (file) => ({
			isScript: file.endsWith('.js'),
			isFirst: before.has(file),
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

async function openDemo(context: BrowserContext, url: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${url}/start`);
	await page.getByRole('button', { name: 'Open de voorbeeldgemeente' }).click();
	await page.waitForURL('**/vandaag');
	await page.locator('main h1').first().waitFor();
	await page.close();
}
