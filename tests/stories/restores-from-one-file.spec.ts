import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { beginWithFile, makeProgramme, measureLines, programmeText, sevenOfEight } from './support/town.ts';

test('one file holds the work and gives it back on another device', async ({ page, browser, baseURL }) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	await page.goto('/beheer');
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Bewaar alles in één bestand' }).click();
	const kept = await (await coming).path();

	const elsewhere = await browser.newContext({ baseURL, locale: 'nl-NL' });
	try {
		const other = await elsewhere.newPage();
		await other.goto('/');
		const restore = async () => {
			await other.getByLabel('Zet een bewaard bestand terug').setInputFiles({
				name: 'veenwater.zip',
				mimeType: 'application/zip',
				buffer: await readFile(kept)
			});
			await expect(other).toHaveURL(/\/vandaag$/);
		};
		await restore();
		await other.goto('/programma');
		await expect(other.getByRole('heading', { name: sevenOfEight })).toBeVisible();
		await expect(measureLines(other)).toHaveCount(8);

		await other.goto('/beheer');
		await restore();
		await other.goto('/programma');
		await expect(measureLines(other)).toHaveCount(8);
		await expect(measureLines(other).filter({ hasText: 'Meldpunt voor pachters openen' })).toHaveCount(1);
		await other.goto('/start');
		await expect(other.getByRole('button', { name: /^Open Veenwater/ })).toHaveCount(1);
	} finally {
		await elsewhere.close();
	}
});
