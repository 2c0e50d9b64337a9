import { expect, test, type Page } from '@playwright/test';
import { startServer } from './support/server.ts';
import { isSafeTwice, townOn } from './support/together.ts';
import { measureLines } from './support/town.ts';

test('who signs out with unsent work hears what would be lost, and can exchange it first', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const server = await startServer();
	try {
		const page = await townOn(browser, server);
		await page.goto('/programma');
		await isSafeTwice(page);
		await keepFactsHere(page);
		await measureLines(page).first().locator('[data-stop="name"]').first().click();
		await say(page, 'nog niet weg');
		const about = page.url();
		// On a tablet the measure lies over the places.
		await page.keyboard.press('Escape');
		await expect(page.getByRole('complementary')).toBeHidden();

		const dialog = page.getByRole('dialog');
		await beginSigningOut(page);
		await expect(dialog.getByRole('button', { name: 'Toch afmelden en dit kwijtraken' })).toBeVisible();

		await page.context().unrouteAll();
		await dialog.getByRole('button', { name: 'Probeer uit te wisselen' }).click();
		await expect(page).toHaveURL(/\/start$/, { timeout: 30_000 });
		const left = await page.evaluate(async () => (await indexedDB.databases()).length);
		expect(left).toBeLessThanOrEqual(1);

		await signIn(page);
		await page.goto(about);
		await expect(page.getByRole('complementary').getByText('nog niet weg')).toBeVisible({ timeout: 30_000 });

		await test.step('who signs out even so loses what was named, and nothing else', async () => {
			await isSafeTwice(page);
			await keepFactsHere(page);
			await say(page, 'gaat verloren');
			await page.keyboard.press('Escape');
			await expect(page.getByRole('complementary')).toBeHidden();
			await beginSigningOut(page);
			await expect(dialog.getByRole('listitem')).toHaveText(['1 feit']);
			await dialog.getByRole('button', { name: 'Toch afmelden en dit kwijtraken' }).click();
			await expect(page).toHaveURL(/\/start$/, { timeout: 30_000 });
			await page.context().unrouteAll();
			await signIn(page);
			await page.goto(about);
			const measure = page.getByRole('complementary');
			await expect(measure.getByText('nog niet weg')).toBeVisible({ timeout: 30_000 });
			await isSafeTwice(page);
			await expect(measure.getByText('gaat verloren')).toHaveCount(0);
		});
	} finally {
		await server.kill();
	}
});

/** The server takes no facts for a while: what is said stays here. */
async function keepFactsHere(page: Page): Promise<void> {
	await page.context().route(/\/api\/v1\/w\/[^/]+\/facts/, (route) => route.abort());
}

async function say(page: Page, words: string): Promise<void> {
	await page.getByRole('button', { name: 'Opmerking', exact: true }).click();
	const comment = page.getByRole('textbox', { name: 'Opmerking' });
	await comment.fill(words);
	await comment.press('Control+Enter');
	await expect(page.getByRole('complementary').getByText(words)).toBeVisible();
}

async function beginSigningOut(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Beheer' }).first().click();
	await page.locator('#samen').getByRole('button', { name: 'Afmelden' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Afmelden' }).click();
	await expect(dialog.getByText('Dit staat alleen op dit toestel en zou weg zijn:')).toBeVisible({
		timeout: 60_000
	});
}

async function signIn(page: Page): Promise<void> {
	await page.goto('/aanmelden');
	await page.getByRole('button', { name: 'Aanmelden met toegangssleutel' }).click();
	await page.getByRole('button', { name: 'Open Wierhaven' }).click();
	await expect(page).toHaveURL(/\/vandaag$/);
}
