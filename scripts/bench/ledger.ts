/** The ledger of the tablet that recorded the whole backlog: how much is here, and the proof that nothing is missing. */
import type { BrowserContext } from '@playwright/test';
import { backlogDevice } from './backlog.ts';
import { slowDown, stopServiceWorkers, untilItRests } from './browser.ts';
import { median, ms, type Figure } from './figure.ts';

const runs = 5;
/** A screen that opens at once opens as any tap does; there is no promise of milliseconds for the proof. */
const counted = { sign: 'main .top .sub', name: 'how much is here' };
const proven = { sign: 'main .top:not([aria-busy]) .sub', name: 'the proof that none is missing' };

/** The last to be measured: from here on this tablet is the one that recorded the backlog. */
export async function measureLedger(
	context: BrowserContext,
	url: string,
	backlog: string
): Promise<Figure[]> {
	await becomeTheRecorder(context, url);
	const cold: number[] = [];
	for (let run = 0; run < runs; run++) {
		const page = await context.newPage();
		await stopServiceWorkers(context, page);
		await slowDown(page, 4);
		await page.goto(`${url}/veld/dienst`, { waitUntil: 'commit' });
		cold.push(await page.evaluate((sign) => window.bench.painted(sign), proven.sign));
		await page.close();
	}
	const opened: { counted: number; proven: number }[] = [];
	for (let run = 0; run < runs; run++) opened.push(await openFromRound(context, url));
	const figure = (what: string, times: readonly number[]): Figure => ({
		what: `${what}, ${backlog}, 4×`,
		measured: `${ms(median(times))} (p50 of ${runs})`,
		value: median(times),
		budget: null,
		unit: 'ms',
		note: `slowest ${ms(Math.max(...times))}`
	});
	return [
		figure(
			`the ledger from Mijn ronde: ${counted.name}`,
			opened.map((times) => times.counted)
		),
		figure(
			`the ledger from Mijn ronde: ${proven.name}`,
			opened.map((times) => times.proven)
		),
		figure(`cold start offline to the ledger: ${proven.name}`, cold)
	];
}

async function openFromRound(
	context: BrowserContext,
	url: string
): Promise<{ counted: number; proven: number }> {
	const page = await context.newPage();
	await page.goto(`${url}/veld`);
	await page.locator('main li').first().waitFor();
	await untilItRests(page);
	await slowDown(page, 4);
	const times = await page.evaluate(
		async ([counted, proven]) => {
			const link = document.querySelector<HTMLElement>('a[href$="/veld/dienst"]');
			if (!link) throw new Error('No way to the ledger.');
			const from = performance.now();
			const seen = [counted, proven].map((sign) => window.bench.painted(sign));
			link.click();
			const [first = 0, second = 0] = await Promise.all(seen);
			return { counted: first - from, proven: second - from };
		},
		[counted.sign, proven.sign] as const
	);
	await page.close();
	return times;
}

/** The backlog came as the facts of another device; of its own a new tablet has none to prove. */
async function becomeTheRecorder(context: BrowserContext, url: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${url}/veld`);
	await untilItRests(page);
	await page.evaluate(async (device) => {
		const names = (await indexedDB.databases()).map(({ name = '' }) => name);
		const name = names.find((one) => one.startsWith('driehoek-') && !one.includes(':'));
		if (!name) throw new Error('No workspace here.');
		const request = indexedDB.open(name);
		await new Promise((resolve) => (request.onsuccess = resolve));
		const writing = request.result.transaction('meta', 'readwrite');
		writing.objectStore('meta').put({ key: 'device', value: device });
		await new Promise((resolve) => (writing.oncomplete = resolve));
		request.result.close();
	}, backlogDevice);
	await page.close();
}
