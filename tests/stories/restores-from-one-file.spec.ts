import { expect, test } from '@playwright/test';
import {
	beginWithFile,
	keepFile,
	makeProgramme,
	measureLines,
	programmeText,
	restoreFile,
	sevenOfEight
} from './support/town.ts';

test('one file holds the work and gives it back on another device', async ({ page, browser, baseURL }) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	const kept = await keepFile(page);

	const elsewhere = await browser.newContext({ baseURL, locale: 'nl-NL' });
	try {
		const other = await elsewhere.newPage();
		await other.goto('/');
		await restoreFile(other, kept);
		await other.goto('/programma');
		await expect(other.getByRole('heading', { name: sevenOfEight })).toBeVisible();
		await expect(measureLines(other)).toHaveCount(8);

		await other.goto('/beheer');
		await restoreFile(other, kept);
		await other.goto('/programma');
		await expect(measureLines(other)).toHaveCount(8);
		await expect(measureLines(other).filter({ hasText: 'Meldpunt voor pachters openen' })).toHaveCount(1);
		await other.goto('/start');
		await expect(other.getByRole('button', { name: /^Open Veenwater/ })).toHaveCount(1);
	} finally {
		await elsewhere.close();
	}
});
