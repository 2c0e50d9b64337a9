/** The browser the bench measures in, and how it takes the time: inside the page, never over the wire. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../tests/stories/support/chromium.ts';

declare global {
	interface Window {
		bench: BenchClock;
	}
}

/** Lives in every page (see `installClock`). Times are milliseconds since navigation start. */
export interface BenchClock {
	/** When the frame that comes is painted. */
	nextPaint: () => Promise<number>;
	/** When the page had `atLeast` elements of this kind and had painted them. */
	painted(selector: string, atLeast?: number): Promise<number>;
	/** Arms for the next key press: milliseconds from key to the paint in which `isDone` holds (default: the next). */
	armKey(isDone?: () => boolean): void;
	keyed: Promise<number> | null;
	/** When the last file was handed over, and how long the last worker lived. */
	handedAt: number;
	workerMs: number;
}

export const slowdowns = [1, 4] as const;
export type Slowdown = (typeof slowdowns)[number];

const like = {
	viewport: { width: 1440, height: 900 },
	locale: 'nl-NL',
	timezoneId: 'Europe/Amsterdam'
};

export function launch(): Promise<Browser> {
	return chromium.launch(chromiumLaunch);
}

export async function openContext(browser: Browser, serviceWorkers: 'allow' | 'block' = 'allow') {
	const context = await browser.newContext({ ...like, serviceWorkers });
	context.setDefaultTimeout(60_000);
	await context.addInitScript(installClock);
	return context;
}

/**
 * A profile on disk, as a tablet has: the browser keeps what it compiled of the app shell, which a fresh context in
 * memory does not. The folder goes when the context closes.
 */
export async function openProfile(): Promise<BrowserContext> {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-bench-'));
	const context = await chromium.launchPersistentContext(folder, { ...chromiumLaunch, ...like });
	// The browser may still be putting things away.
	context.once('close', () => {
		rm(folder, { recursive: true, force: true, maxRetries: 10 }).catch((error: unknown) =>
			console.error(`${folder} stays behind:`, error)
		);
	});
	context.setDefaultTimeout(60_000);
	await context.addInitScript(installClock);
	return context;
}

/** Throttles the page's main thread; the browser has no such throttle for workers. */
export async function slowDown(page: Page, rate: Slowdown): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** A service worker that still runs would make a start look warmer than the one in the morning. */
export async function stopServiceWorkers(context: BrowserContext, page: Page): Promise<void> {
	const devtools = await context.newCDPSession(page);
	await devtools.send('ServiceWorker.enable');
	await devtools.send('ServiceWorker.stopAllWorkers');
	await devtools.detach();
}

/** A municipality without anything in it. */
export async function beginEmpty(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/start`);
	await page.getByRole('button', { name: 'Begin leeg' }).click();
	await page.getByRole('dialog').getByRole('textbox').first().fill('Waterrijk');
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await page.waitForURL('**/vandaag');
}

function installClock(): void {
	// The frame is laid out and painted after its callbacks; the first task behind it comes when that is done. A second
	// animation frame would add the wait for the screen's next turn, which nobody waits for.
	const nextPaint = () =>
		new Promise<number>((resolve) =>
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now());
				port2.postMessage(null);
			})
		);
	const RealWorker = window.Worker;
	window.Worker = class extends RealWorker {
		#startedAt = performance.now();
		override terminate(): void {
			window.bench.workerMs = performance.now() - this.#startedAt;
			super.terminate();
		}
	};
	window.bench = {
		nextPaint,
		keyed: null,
		handedAt: 0,
		workerMs: 0,
		painted: (selector, atLeast = 1) =>
			new Promise((resolve, reject) => {
				setTimeout(() => reject(new Error(`Nothing like ${selector} in 40 s.`)), 40_000);
				const isThere = () => document.querySelectorAll(selector).length >= atLeast;
				if (isThere()) return void nextPaint().then(resolve);
				const watcher = new MutationObserver(() => {
					if (!isThere()) return;
					watcher.disconnect();
					void nextPaint().then(resolve);
				});
				watcher.observe(document, { childList: true, subtree: true, characterData: true });
			}),
		armKey(isDone = () => true) {
			window.bench.keyed = new Promise((resolve) => {
				const pressed = (event: KeyboardEvent) => {
					const look = () =>
						void nextPaint().then((at) => (isDone() ? resolve(at - event.timeStamp) : look()));
					look();
				};
				window.addEventListener('keydown', pressed, { capture: true, once: true });
			});
		}
	};
	const handed = (event: Event) => {
		if (event.target instanceof HTMLInputElement && event.target.type === 'file')
			window.bench.handedAt = performance.now();
	};
	window.addEventListener('change', handed, { capture: true });
}

/** Until nothing of the page has changed for a second: more is drawn and loaded behind the first screenful. */
export async function untilItRests(page: Page): Promise<void> {
	await page.evaluate(
		(restMs) =>
			new Promise<void>((resolve) => {
				const watcher = new MutationObserver(() => {
					clearTimeout(timer);
					timer = setTimeout(rested, restMs);
				});
				const rested = () => {
					watcher.disconnect();
					resolve();
				};
				let timer = setTimeout(rested, restMs);
				watcher.observe(document.body, { childList: true, subtree: true });
			}),
		1000
	);
}
