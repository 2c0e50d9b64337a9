import { expect, test } from '@playwright/test';
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
