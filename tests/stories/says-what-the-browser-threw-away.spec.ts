import { expect, test } from '@playwright/test';
import { violations } from './support/axe.ts';
import {
	beginWithFile,
	keepFile,
	makeProgramme,
	measureLines,
	programmeText,
	restoreFile
} from './support/town.ts';

test('[S2.9] a browser that threw its storage away says what stood here, until it is back', async ({
	page,
	baseURL
}) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	const kept = await keepFile(page);

	// A page holds its databases open; from another one they go as the browser itself would take them.
	await page.goto('about:blank');
	const session = await page.context().newCDPSession(page);
	await session.send('Storage.clearDataForOrigin', {
		origin: new URL(baseURL ?? '').origin,
		storageTypes: 'indexeddb'
	});
	await page.goto('/programma');
	const missing = page.getByRole('alert').filter({ hasText: 'Veenwater staat niet meer op dit toestel' });
	await expect(missing).toBeVisible();
	await expect(page.getByRole('button', { name: 'Open de voorbeeldgemeente' })).toBeVisible();
	expect(await violations(page, 'begin, met wat weg is')).toEqual([]);

	await restoreFile(page, kept);
	await page.goto('/programma');
	await expect(measureLines(page)).toHaveCount(8);
	await page.goto('/start');
	await expect(page.getByRole('button', { name: /^Open Veenwater/ })).toBeVisible();
	await expect(missing).toBeHidden();
});
