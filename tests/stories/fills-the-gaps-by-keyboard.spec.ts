import { expect, test, type Page } from '@playwright/test';
import { beginWithFile, makeProgramme, programmeText, sevenOfEight } from './support/town.ts';

test('someone fills every missing lead without the mouse, and takes one back', async ({ page }) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	const banner = page.getByRole('region', { name: 'Wat ontbreekt' });
	await expect(banner.getByRole('heading', { name: sevenOfEight })).toBeVisible();

	// From here on only keys.
	await tabTo(page, 'Trekkers invullen');
	await page.keyboard.press('Enter');
	const names = ['Team Veiligheid', 'Team Veiligheid', 'Politie Veenwater', 'Team Jeugd'];
	names.push('Team Jeugd', 'Team Vergunningen', 'Team Vergunningen');
	for (const [at, name] of names.entries()) {
		const cell = page.getByRole('combobox', { name: 'Trekker' });
		await expect(cell).toBeFocused();
		await expect(cell).toHaveValue('');
		await page.keyboard.type(name);
		await expect(page.getByRole('option').first()).toContainText(name);
		await page.keyboard.press('Enter');
		const left = names.length - 1 - at;
		if (left > 0)
			await expect(
				banner.getByRole('heading', {
					name: new RegExp(`^${left} van 8 maatregelen (heeft|hebben) geen trekker`)
				})
			).toBeVisible();
	}
	await expect(page.getByRole('heading', { name: /geen trekker/ })).toHaveCount(0);

	await page.keyboard.press('Control+z');
	await expect(
		banner.getByRole('heading', { name: /^1 van 8 maatregelen heeft geen trekker/ })
	).toBeVisible();
	await page.keyboard.press('Control+Shift+z');
	await expect(page.getByRole('heading', { name: /geen trekker/ })).toHaveCount(0);
});

async function tabTo(page: Page, name: string): Promise<void> {
	const button = page.getByRole('button', { name, exact: true });
	for (let press = 0; press < 60; press++) {
		if (await button.evaluate((node) => node === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reaches "${name}".`);
}
