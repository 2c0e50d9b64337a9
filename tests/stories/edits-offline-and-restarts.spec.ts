import { expect, test, type Page } from '@playwright/test';
import { startServer } from './support/server.ts';
import { beginWithFile, makeProgramme, measureLines, programmeText } from './support/town.ts';

test('an edit made while the server is gone is there after a restart', async ({ page, context }) => {
	const server = await startServer();
	try {
		await beginWithFile(page, programmeText, server.url);
		await makeProgramme(page);
		await page.evaluate(() => navigator.serviceWorker.ready);
	} finally {
		await server.kill();
	}

	const measure = 'Les over messen en drugs in groep 8';
	const planning = measureLines(page).filter({ hasText: measure }).getByRole('gridcell', { name: '2027' });
	await planning.click();
	await page.getByRole('textbox', { name: 'Planning' }).fill('3e kwartaal 2027');
	await page.keyboard.press('Enter');
	await expect(measureLines(page).filter({ hasText: measure })).toContainText('3e kwartaal 2027');
	await expect(page.getByText(/^Bewaard op (dit toestel|deze tablet)$/).first()).toBeAttached();
	await page.close();

	const later = await context.newPage();
	await later.goto(`${server.url}/programma`);
	await expect(measureLines(later).filter({ hasText: measure })).toContainText('3e kwartaal 2027');
	await expect(later.getByRole('button', { name: /^Bewaard op (dit toestel|deze tablet)/ })).toBeVisible();
});

test('words are seen before they are written, and never called safe before [S2.4]', async ({ page }) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	const line = measureLines(page).filter({ hasText: 'Les over messen en drugs in groep 8' });
	const typed = (planning: string) => typePlanning(page, planning);

	// The first act of a page waits for its documents: here it is the second one that counts.
	await typed('voorjaar 2028');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: /^Bewaard op/ })).toBeVisible();

	await typed('najaar 2028');
	const seen = await pressed(page, ['Enter']);
	expect(seen).toContain('najaar 2028');
	expect(seen).toContain('Bezig met bewaren');
	await expect(line).toContainText('najaar 2028');
	await expect(page.getByRole('button', { name: /^Bewaard op/ })).toBeVisible();

	// Taken back in the same breath it is the last words that go, not the ones before.
	await typed('winter 2028');
	await pressed(page, ['Enter', 'z']);
	await expect(line).toContainText('najaar 2028');
	await expect(page.getByRole('button', { name: /^Bewaard op/ })).toBeVisible();
	await page.reload();
	await expect(line).toContainText('najaar 2028');
});

test('a page with work that could not be written does not go without asking [S2.6]', async ({ page }) => {
	const disk = await withDisk(page);
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	const line = measureLines(page).filter({ hasText: 'Les over messen en drugs in groep 8' });
	await expect(page.getByRole('button', { name: /^Bewaard op/ })).toBeVisible();
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.dismiss();
	});

	await disk(true);
	await typePlanning(page, 'najaar 2028');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: /^Bewaren lukt niet/ })).toBeVisible();
	await page.close({ runBeforeUnload: true });
	await expect.poll(() => asked).toEqual(['beforeunload']);
	await expect(line).toContainText('najaar 2028');

	await disk(false);
	await expect(page.getByRole('button', { name: /^Bewaard op/ })).toBeVisible();
	await page.reload();
	await expect(line).toContainText('najaar 2028');
	expect(asked).toEqual(['beforeunload']);
});

/** As a browser whose disk is full: everything can be read, and nothing written while `isFull`. */
async function withDisk(page: Page): Promise<(isFull: boolean) => Promise<void>> {
	// Before the page begins: Dexie holds on to the function it finds.
	await page.addInitScript(() => {
		type Begin = (this: IDBDatabase, ...how: unknown[]) => IDBTransaction;
		const real = Reflect.get(IDBDatabase.prototype, 'transaction') as Begin;
		IDBDatabase.prototype.transaction = function (...how) {
			const begun = real.call(this, ...how);
			if (begun.mode === 'readwrite' && 'isFull' in window && window.isFull === true) begun.abort();
			return begun;
		};
	});
	return (isFull) => page.evaluate((isFull) => void Object.assign(window, { isFull }), isFull);
}

async function typePlanning(page: Page, planning: string): Promise<void> {
	await measureLines(page)
		.filter({ hasText: 'Les over messen en drugs in groep 8' })
		.locator('[data-stop="planning"]')
		.click();
	await page.getByRole('textbox', { name: 'Planning' }).fill(planning);
}

/** Keys without a frame in between; what the screen says before the next one. */
function pressed(page: Page, keys: readonly string[]): Promise<string> {
	return page.evaluate(async (keys) => {
		for (const key of keys) {
			const at = document.activeElement ?? document.body;
			at.dispatchEvent(
				new KeyboardEvent('keydown', { key, ctrlKey: key === 'z', bubbles: true, cancelable: true })
			);
			// What follows from a key is drawn in promises, all of them before a frame.
			for (let turn = 0; turn < 20; turn++) await Promise.resolve();
		}
		return document.body.textContent;
	}, keys);
}
