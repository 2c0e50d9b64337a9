import { expect, test } from '@playwright/test';
import { startServer } from './support/server.ts';
import { bringTown, isSafeTwice, newDevice, setUpServer } from './support/together.ts';
import { measureLines, openDemo } from './support/town.ts';

test('who signs out with unsent work hears what would be lost, and can exchange it first', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const server = await startServer();
	try {
		const page = await newDevice(browser, server);
		await openDemo(page);
		await setUpServer(page, server);
		await bringTown(page);
		await page.goto('/programma');
		await isSafeTwice(page);
		// The server takes no facts for a while: what is said stays here.
		await page.context().route(/\/api\/v1\/w\/[^/]+\/facts/, (route) => route.abort());
		await measureLines(page).first().locator('[data-stop="name"]').first().click();
		await page.getByRole('button', { name: 'Opmerking', exact: true }).click();
		const comment = page.getByRole('textbox', { name: 'Opmerking' });
		await comment.fill('nog niet weg');
		await comment.press('Control+Enter');
		await expect(page.getByRole('complementary').getByText('nog niet weg')).toBeVisible();
		const about = page.url();
		// On a tablet the measure lies over the places.
		await page.keyboard.press('Escape');
		await expect(page.getByRole('complementary')).toBeHidden();

		await page.getByRole('link', { name: 'Beheer' }).first().click();
		const section = page.locator('#samen');
		await section.getByRole('button', { name: 'Afmelden' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button', { name: 'Afmelden' }).click();
		await expect(dialog.getByText('Dit staat alleen op dit toestel en zou weg zijn:')).toBeVisible({
			timeout: 60_000
		});
		await expect(dialog.getByRole('button', { name: 'Toch afmelden en dit kwijtraken' })).toBeVisible();

		await page.context().unrouteAll();
		await dialog.getByRole('button', { name: 'Probeer uit te wisselen' }).click();
		await expect(page).toHaveURL(/\/start$/, { timeout: 30_000 });
		const left = await page.evaluate(async () => (await indexedDB.databases()).length);
		expect(left).toBeLessThanOrEqual(1);

		await page.goto('/aanmelden');
		await page.getByRole('button', { name: 'Aanmelden met toegangssleutel' }).click();
		await page.getByRole('button', { name: 'Open Wierhaven' }).click();
		await expect(page).toHaveURL(/\/vandaag$/);
		await page.goto(about);
		await expect(page.getByRole('complementary').getByText('nog niet weg')).toBeVisible({ timeout: 30_000 });
	} finally {
		await server.kill();
	}
});
