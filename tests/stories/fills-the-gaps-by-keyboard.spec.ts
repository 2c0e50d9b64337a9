import { expect, test, type Page } from '@playwright/test';
import { shapes } from '../../src/lib/ui/shapes.ts';
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

test('nothing is called filled in, and nothing gets a tick, before it stands [S2.4]', async ({ page }) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	await page.getByRole('button', { name: 'Trekkers invullen', exact: true }).click();
	const cell = page.getByRole('combobox', { name: 'Trekker' });
	await cell.fill('Team Veiligheid');
	await expect(page.getByRole('option').first()).toContainText('Team Veiligheid');
	const goOn = await holdWriting(page);
	await page.keyboard.press('Enter');
	const filled = page.getByRole('gridcell', { name: 'Team Veiligheid' }).first();
	await expect(filled).toContainText('ingevuld');
	await expect(page.getByRole('button', { name: /^Bezig met bewaren/ })).toBeVisible();
	// The hand is at the next one already.
	await expect(cell).toBeFocused();
	await expect(cell).toHaveValue('');
	const told = page.locator('.sr[role="status"]').filter({ hasText: 'Nog 6 te gaan' });
	await expect(told).toHaveCount(0);
	await expect(filled.locator(`path[d="${tickStroke}"]`)).toHaveCount(0);
	await goOn();
	await expect(told).toHaveCount(1);
	await expect(page.getByRole('button', { name: /^Bewaard op/ })).toBeVisible();
});

/** Of the shape that says that something was read back. */
const tickStroke = shapes.here.map(({ d }) => d).join();

/** As another tab does that is writing a large act: what is said in this one waits until the answer is called. */
async function holdWriting(page: Page): Promise<() => Promise<void>> {
	const release = await page.evaluateHandle(async () => {
		const names = (await indexedDB.databases()).map(({ name = '' }) => name);
		const held = Promise.withResolvers<void>();
		await Promise.all(
			names.map(
				(name) =>
					new Promise<void>((resolve) => {
						void navigator.locks.request(`journal:${name}`, () => (resolve(), held.promise));
					})
			)
		);
		return { letGo: held.resolve };
	});
	return () => release.evaluate(({ letGo }) => letGo());
}

async function tabTo(page: Page, name: string): Promise<void> {
	const button = page.getByRole('button', { name, exact: true });
	for (let press = 0; press < 60; press++) {
		if (await button.evaluate((node) => node === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reaches "${name}".`);
}
