/**
 * A tablet after a month, over a line like 4G, beside a screen that stays free:
 * 1. it brings its municipality to a server for the first time, with two thousand facts in it;
 * 2. it comes back to one it belongs to, with two thousand facts of its own, while the others wrote on.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { startServer, type RunningServer } from '../../tests/stories/support/server.ts';
import {
	acceptInvite,
	bringTown,
	givePasskeys,
	inviteAs,
	isSafeTwice,
	setUpServer
} from '../../tests/stories/support/together.ts';
import { openDemo } from '../../tests/stories/support/town.ts';
import { openProfile } from './browser.ts';
import { bringBacklog } from './field.ts';
import { ms, tell, type Figure } from './figure.ts';
import { bundleMonth, recordRounds, writeAtDesk } from './homecoming/away.ts';

const facts = 2_000;
/** Of the others, in that month: ten officers' worth of the town's programme, and every measure spoken of twice. */
const ofOthers = { facts: 600, edits: 120 };
const safeWithinMs = 10_000;
const freeWithinMs = 50;
/** 4G as browsers' own tools set it: 9 Mbit down, 1.5 Mbit up, 60 ms there and back. */
const line = { offline: false, latency: 60, downloadThroughput: 1_125_000, uploadThroughput: 187_500 };
const noLine = { ...line, offline: true };

export async function measureHomecoming(buildDir: string): Promise<Figure[]> {
	return [...(await onServer(buildDir, brings)), ...(await onServer(buildDir, comesBack))];
}

async function onServer(
	buildDir: string,
	measure: (server: RunningServer, contexts: () => Promise<BrowserContext>) => Promise<Figure[]>
): Promise<Figure[]> {
	const server = await startServer(buildDir);
	const open: BrowserContext[] = [];
	try {
		return await measure(server, async () => {
			const context = await openProfile();
			open.push(context);
			return context;
		});
	} finally {
		for (const context of open) await context.close();
		await server.kill();
	}
}

async function brings(server: RunningServer, profile: () => Promise<BrowserContext>): Promise<Figure[]> {
	const context = await profile();
	const page = await context.newPage();
	await givePasskeys(page);
	await openDemo(page, server.url);
	await bringBacklog(context, server.url, { facts, photos: 0 });
	await setUpServer(page, server);
	const { setLine, measured } = await watch(page, 'brings its municipality');
	await setLine(line);
	const section = page.locator('#samen');
	return measured(
		() => section.getByRole('button', { name: 'Breng deze gemeente hierheen' }).click(),
		() => section.getByText('Veilig op 2 plekken').waitFor({ timeout: 120_000 })
	);
}

async function comesBack(server: RunningServer, profile: () => Promise<BrowserContext>): Promise<Figure[]> {
	const month = await bundleMonth();
	const desk = await (await profile()).newPage();
	await givePasskeys(desk);
	await openDemo(desk, server.url);
	await setUpServer(desk, server);
	await bringTown(desk);
	const link = await inviteAs(desk, 'medewerker buiten');
	const tablet = await (await profile()).newPage();
	await givePasskeys(tablet);
	await acceptInvite(tablet, link, 'Sam Kok');
	await isSafeTwice(tablet);
	await tablet.goto(`${server.url}/veld/dienst`);
	const { setLine, measured } = await watch(tablet, 'comes home');
	await setLine(noLine);
	await recordRounds(tablet, month, facts);
	await writeAtDesk(desk, month, ofOthers.facts, ofOthers.edits);
	await desk.getByRole('banner').getByText('Veilig op 2 plekken').first().waitFor({ timeout: 60_000 });
	return measured(
		() => setLine(line),
		() =>
			tablet
				.getByRole('heading', { level: 1, name: /Alles veilig op 2 plekken/ })
				.waitFor({ timeout: 120_000 })
	);
}

declare global {
	interface Window {
		/** Milliseconds of each long task since the watch began. */
		blocks: number[];
	}
}

/** Text is safe when the last of it was answered: facts, and words in plans and programmes. */
async function watch(page: Page, what: string) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.enable');
	let safeAt = 0;
	page.on('response', (response) => {
		const isText = /\/(facts|updates)(\?|$)/.test(response.url());
		if (response.request().method() === 'POST' && isText) safeAt = performance.now();
	});
	return {
		setLine: (conditions: typeof line) => devtools.send('Network.emulateNetworkConditions', conditions),
		measured: async (begin: () => Promise<unknown>, ended: () => Promise<unknown>): Promise<Figure[]> => {
			await watchBlocks(page);
			const beganAt = performance.now();
			await begin();
			await ended();
			const took = performance.now() - beganAt;
			const blocked = await page.evaluate(() => window.blocks.reduce((most, one) => Math.max(most, one), 0));
			const full = `a tablet with ${facts.toLocaleString('en')} facts ${what} over 4G`;
			const made = [
				figureOf(
					`${full}: text safe`,
					safeAt - beganAt,
					safeWithinMs,
					'the last answer to facts and documents'
				),
				figureOf(`${full}: everything told and heard`, took, null, 'and all of it attested'),
				figureOf(
					`${full}: longest time the screen was not free`,
					blocked,
					freeWithinMs,
					'long tasks; 0 is under 50 ms'
				)
			];
			made.forEach(tell);
			return made;
		}
	};
}

function watchBlocks(page: Page): Promise<void> {
	return page.evaluate(() => {
		window.blocks = [];
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) window.blocks.push(duration);
		}).observe({ type: 'longtask' });
	});
}

function figureOf(what: string, value: number, budget: number | null, note: string): Figure {
	return { what, measured: ms(value), value, budget, unit: 'ms', note };
}
