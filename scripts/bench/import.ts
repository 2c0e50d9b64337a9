/** From handing a file over on Inlezen to the reviewed screen painted; and a workspace made of a large one. */
import { readFile, readdir } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { beginEmpty, openContext, slowDown, slowdowns, type Slowdown } from './browser.ts';
import { median, ms, tell, type Figure } from './figure.ts';
import { writeProgramme } from './programme.ts';

const budgetMs = 2000;
const runs = 5;
/** Real plans beside the repository, where they are; they are not ours to ship. */
const plansDir = process.env.PLANS_DIR ?? new URL('../../../shared/plans/', import.meta.url).pathname;

interface TextFile {
	name: string;
	text: string;
}

export async function measureImport(browser: Browser, url: string): Promise<Figure[]> {
	const table = { name: 'waterrijk.txt', text: writeProgramme(12, 34, 5) };
	const figures: Figure[] = [];
	for (const file of [table, ...(await realPlans())])
		for (const rate of slowdowns) {
			const made = await importFigure(browser, url, file, rate);
			figures.push(made);
			tell(made);
		}
	return figures;
}

async function importFigure(browser: Browser, url: string, file: TextFile, rate: Slowdown): Promise<Figure> {
	const context = await openContext(browser);
	const page = await context.newPage();
	await beginEmpty(page, url);
	await page.goto(`${url}/inlezen`);
	await slowDown(page, rate);
	const taken: { ms: number; workerMs: number }[] = [];
	for (let run = 0; run < runs; run++) {
		if (run > 0) await chooseAnother(page);
		taken.push(await handOver(page, file));
	}
	await context.close();
	const value = median(taken.map((one) => one.ms));
	const workerMs = median(taken.map((one) => one.workerMs));
	const kilobytes = Math.round(Buffer.byteLength(file.text) / 1000);
	return {
		what: `import of ${kilobytes} kB (${file.name}) to the review, ${rate}×`,
		measured: ms(value),
		value,
		budget: budgetMs,
		unit: 'ms',
		// The throttle leaves workers alone: on a slow device the reading itself is slow too.
		note:
			rate === 1
				? `of which worker ${ms(workerMs)}`
				: `worker (not throttled) ${ms(workerMs)}; were it, ${ms(value + (rate - 1) * workerMs)}`
	};
}

/** Pressed in the page: looking for a button by its role takes seconds in a slowed page with a long review. */
async function chooseAnother(page: Page): Promise<void> {
	await page.evaluate(() => {
		const buttons = [...document.querySelectorAll<HTMLButtonElement>('.review button')];
		const other = buttons.find((button) => button.textContent.trim() === 'Ander bestand');
		if (!other) throw new Error('The review has no button "Ander bestand".');
		other.click();
	});
	await page.locator('.choose').waitFor();
}

async function handOver(page: Page, file: TextFile): Promise<{ ms: number; workerMs: number }> {
	const chooser = page.locator('input[type=file][accept*=".docx"]').first();
	await chooser.waitFor({ state: 'attached' });
	const shown = page.evaluate(() => window.bench.painted('.review .res h3'));
	await chooser.setInputFiles({
		name: file.name,
		mimeType: 'text/plain',
		buffer: Buffer.from(file.text)
	});
	const at = await shown;
	return page.evaluate((end) => ({ ms: end - window.bench.handedAt, workerMs: window.bench.workerMs }), at);
}

/** Reads a programme of a thousand measures and makes it; how long the making took. */
export async function makeThousand(page: Page, url: string): Promise<number> {
	await page.goto(`${url}/inlezen`);
	await handOver(page, { name: 'duizend.txt', text: writeProgramme(20, 50, 0) });
	const acceptAll = page.getByRole('button', { name: 'Alles wat zeker is, goed' });
	if (await acceptAll.isVisible()) await acceptAll.click();
	const make = page.locator('#maak-programma button');
	const startedAt = performance.now();
	await make.click();
	await page.locator('[data-stand] [data-stop="planning"]').first().waitFor();
	return performance.now() - startedAt;
}

async function realPlans(): Promise<TextFile[]> {
	const names = await readdir(plansDir).catch(() => []);
	const wanted = names.filter((name) => /^heemskerk.*\.txt$/.test(name));
	return Promise.all(
		wanted.map(async (name) => ({ name, text: await readFile(`${plansDir}/${name}`, 'utf8') }))
	);
}
