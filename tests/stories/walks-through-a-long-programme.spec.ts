import { expect, test, type Page } from '@playwright/test';
import { writeProgramme } from '../../scripts/bench/programme.ts';
import { violations } from './support/axe.ts';
import { measureLines } from './support/town.ts';

/** Of each of six themes the head and fifty measures, under the head of the columns. */
const rowCount = 1 + 6 * 51;
const long = {
	name: 'driehonderd.txt',
	mimeType: 'text/plain',
	buffer: Buffer.from(writeProgramme(6, 50, 0))
};
const lastMeasure = /in wijk 6-50$/;

// Each step of a trace keeps the whole page: of the review of three hundred measures that takes minutes.
test.use({ trace: 'off' });

async function openLong(page: Page): Promise<void> {
	test.setTimeout(120_000);
	await page.goto('/');
	await page.getByLabel('Kies een bestand').setInputFiles(long);
	await page.getByLabel('Gemeente', { exact: true }).fill('Waterrijk');
	await page.getByLabel('Uw naam').fill('Anne de Vries');
	await page.getByRole('button', { name: 'Ga verder met inlezen' }).click();
	// By its role it would be looked for among all that the review of three hundred measures holds.
	await expect(page.locator('.review .res h3').first()).toBeVisible({ timeout: 30_000 });
	await page.locator('#maak-programma button').click();
	await expect(page).toHaveURL(/\/programma/, { timeout: 60_000 });
	await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(rowCount), {
		timeout: 30_000
	});
}

function cellOf(page: Page, row: number, column: string) {
	return page.locator(`[aria-rowindex="${row}"] [data-stop="${column}"]`);
}

test('the keys reach the last of three hundred measures, and what is typed there stands', async ({
	page
}) => {
	await openLong(page);
	expect(await measureLines(page).count()).toBeLessThan(150);

	await cellOf(page, 3, 'planning').focus();
	await page.keyboard.press('Control+End');
	await expect(cellOf(page, rowCount, 'status')).toBeFocused();
	await expect(measureLines(page).last().getByRole('link')).toHaveText(lastMeasure);
	await expect(measureLines(page).last()).toBeInViewport({ ratio: 1 });
	for (const [key, row] of [
		['PageUp', rowCount - 12],
		['ArrowUp', rowCount - 13],
		['PageDown', rowCount - 1],
		['ArrowDown', rowCount]
	] as const) {
		await page.keyboard.press(key);
		await expect(cellOf(page, row, 'status')).toBeFocused();
		await expect(cellOf(page, row, 'status')).toBeInViewport();
	}
	if (test.info().project.name === 'laptop') expect(await violations(page, 'lang programma')).toEqual([]);

	await page.keyboard.press('Home');
	await expect(cellOf(page, rowCount, 'check')).toBeFocused();
	await cellOf(page, rowCount, 'planning').focus();
	await page.keyboard.press('Enter');
	await page.getByRole('textbox', { name: 'Planning' }).fill('voor 1 maart 2027');
	await page.keyboard.press('Enter');
	await expect(cellOf(page, rowCount, 'planning')).toBeFocused();
	await expect(cellOf(page, rowCount, 'planning')).toHaveText('voor 1 maart 2027');
	await expect(page.getByText(/^Bewaard op (dit toestel|deze tablet)$/).first()).toBeAttached();

	await page.reload();
	await cellOf(page, 3, 'planning').focus();
	await page.keyboard.press('Control+Home');
	await expect(cellOf(page, 2, 'head')).toBeFocused();
	await page.keyboard.press('Control+End');
	await expect(cellOf(page, rowCount, 'planning')).toHaveText('voor 1 maart 2027');
});

test('the focus stays while the table is scrolled and while another tab writes', async ({
	page,
	context
}) => {
	await openLong(page);
	const mine = cellOf(page, 6, 'planning');
	await mine.focus();
	await scrollTo(page, 6_000);
	await expect(mine).toBeFocused();
	await expect(mine).not.toBeInViewport();

	const other = await context.newPage();
	await other.goto('/programma');
	await cellOf(other, 7, 'planning').click();
	await other.getByRole('textbox', { name: 'Planning' }).fill('in het andere tabblad');
	await other.keyboard.press('Enter');
	await expect(cellOf(other, 7, 'planning')).toHaveText('in het andere tabblad');
	await expect(other.getByText(/^Bewaard op (dit toestel|deze tablet)$/).first()).toBeAttached();
	await other.close();

	await page.bringToFront();
	await expect(mine).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(cellOf(page, 7, 'planning')).toBeFocused();
	await expect(cellOf(page, 7, 'planning')).toBeInViewport();
	await expect(cellOf(page, 7, 'planning')).toHaveText('in het andere tabblad');

	// Rows that are not drawn are chosen and filled as any other.
	await page.keyboard.press('Control+a');
	await expect(page.getByText('300 gekozen').first()).toBeVisible();
	await page.keyboard.press('Escape');
});

test('wherever the table stands, rows are seen; a row that was seen does not jump', async ({ page }) => {
	await openLong(page);
	// Where names wrap over more or fewer lines, a row that was never drawn may move what is seen by a line.
	const slackPx = test.info().project.name === 'laptop' ? 2 : 28;
	const seen = await page.evaluate(async (slackPx) => {
		const scroller = document.querySelector('[role=grid]')?.closest('.work');
		if (!scroller) throw new Error('The table scrolls nowhere.');
		const painted = () =>
			new Promise<void>((resolve) =>
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve();
					port2.postMessage(null);
				})
			);
		const found = { blank: [] as number[], jumps: [] as number[], frames: 0 };
		const rows = () => [...document.querySelectorAll('[data-line]')];
		const step = 330;
		for (let way = 1; way >= -1; way -= 2)
			for (let turn = 0; turn < 30; turn++, found.frames++) {
				// Also further than a screenful at once, as a thumb on the bar does.
				const far = turn % 10 === 9 ? 4000 : step;
				const row = rows().find((one) => one.getBoundingClientRect().top > innerHeight / 2);
				const was = row?.getBoundingClientRect().top ?? 0;
				const from = scroller.scrollTop;
				scroller.scrollTop += way * far;
				await painted();
				const moved = (row?.isConnected ? row.getBoundingClientRect().top : was - way * step) - was;
				const isWhole = Math.abs(scroller.scrollTop - from - way * far) < 200;
				if (far === step && isWhole && Math.abs(moved + way * step) > slackPx) found.jumps.push(moved);
				const there = [200, innerHeight / 2, innerHeight - 90].some(
					(y) =>
						!document
							.elementFromPoint(innerWidth / 2, y)
							?.closest('[data-stand], .heads, .gap, .more, .tools')
				);
				if (there && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 100)
					found.blank.push(scroller.scrollTop);
			}
		return found;
	}, slackPx);
	expect(seen).toEqual({ blank: [], jumps: [], frames: 60 });
});

test('paper shows every measure', async ({ page }) => {
	await openLong(page);
	await page.evaluate(() => {
		addEventListener('beforeprint', () => {
			document.body.dataset['printed'] = String(document.querySelectorAll('[data-line]').length);
		});
	});
	await page.pdf({ format: 'A4', landscape: true });
	await expect(page.locator('body')).toHaveAttribute('data-printed', '300');
	await expect.poll(() => measureLines(page).count()).toBeLessThan(150);
});

async function scrollTo(page: Page, top: number): Promise<void> {
	await page.evaluate((to) => {
		const scroller = document.querySelector('[role=grid]')?.closest('.work');
		if (scroller) scroller.scrollTop = to;
	}, top);
	await expect(cellOf(page, 6, 'planning')).not.toBeInViewport();
}
