/**
 * Two browsers in one paragraph of the plan: from the key in the one to the letter that the other shows, with all that
 * the app does in between: its own store, the socket, the server's disk, the other's table and screen.
 */
import type { Browser, Page } from '@playwright/test';
import { startServer } from '../../tests/stories/support/server.ts';
import {
	colleague,
	givePasskeys,
	isSafeTwice,
	bringTown,
	setUpServer
} from '../../tests/stories/support/together.ts';
import { openDemo } from '../../tests/stories/support/town.ts';
import { openContext } from './browser.ts';
import { ms, percentile, tell, type Figure } from './figure.ts';

const mark = '*';
const passage = '[data-at^="themes/"][data-at$="/description"]';
/** As the design has it, at the 95th percentile; the server's own part stands in `sync`. */
const withinMs = 50;
const single = { letters: 20, restMs: 600 };
/** Ten letters a second. */
const stream = { letters: 60, restMs: 100 };

declare global {
	interface Window {
		/** Per letter, in milliseconds since 1970: when it was typed here, or first shown here. */
		marks: number[];
	}
}

export async function measureCoEdit(browser: Browser, buildDir: string): Promise<Figure[]> {
	const server = await startServer(buildDir);
	const context = await openContext(browser);
	try {
		const writer = await context.newPage();
		await givePasskeys(writer);
		await openDemo(writer, server.url);
		await setUpServer(writer, server);
		await bringTown(writer);
		const reader = await colleague(browser, server, writer, { role: 'adviseur', name: 'Anna Bos' });
		for (const page of [writer, reader]) await page.goto(`${server.url}/plan`);
		await isSafeTwice(reader);
		await writer.locator(passage).first().click();
		await reader.locator(passage).first().getByText('schrijft hier').waitFor({ state: 'attached' });
		const figures = [
			figureOf('a letter after a pause', await delays(writer, reader, single)),
			figureOf('a letter in a stream of ten a second', await delays(writer, reader, stream))
		];
		figures.forEach(tell);
		await reader.context().close();
		return figures;
	} finally {
		await context.close();
		await server.kill();
	}
}

async function delays(writer: Page, reader: Page, { letters, restMs }: typeof single): Promise<number[]> {
	const field = writer.locator('textarea').first();
	await field.press('Control+End');
	for (const [page, where] of [
		[writer, null],
		[reader, passage]
	] as const)
		await page.evaluate(follow, { mark, where });
	for (let n = 0; n < letters; n++) {
		await field.press(mark);
		await writer.waitForTimeout(restMs);
	}
	await reader.waitForFunction((all) => window.marks.length >= all, letters);
	const [typed, shown] = await Promise.all([writer, reader].map((page) => page.evaluate(() => window.marks)));
	return (shown ?? []).slice(0, letters).map((at, n) => at - (typed?.[n] ?? Number.NaN));
}

/** Runs in the page: notes when each mark more came to be there. */
function follow({ mark, where }: { mark: string; where: string | null }): void {
	const count = () => {
		const shown =
			where === null ? document.querySelector('textarea')?.value : document.querySelector(where)?.textContent;
		return (shown ?? '').split(mark).length - 1;
	};
	const before = count();
	window.marks = [];
	const look = () => {
		const now = performance.timeOrigin + performance.now();
		while (window.marks.length < count() - before) window.marks.push(now);
	};
	if (where === null) document.addEventListener('input', look, true);
	else
		new MutationObserver(look).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true
		});
}

function figureOf(what: string, times: readonly number[]): Figure {
	const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
	return {
		...{ what: `Two browsers in one paragraph: ${what}`, value: p95, budget: withinMs, unit: 'ms' },
		measured: `p50 ${ms(p50)}, p95 ${ms(p95)}`,
		note: 'a letter goes when the one before it stands'
	};
}
