import { expect, test } from '@playwright/test';
import { measureLines, openDemo } from './support/town.ts';

test('someone who only wants to look has a filled town after one click', async ({ page }) => {
	await openDemo(page);

	const missing = page.locator('section', { has: page.getByRole('heading', { name: /^Wat ontbreekt in/ }) });
	await expect(missing.getByText(/maatregelen? zonder trekker/).first()).toBeVisible();

	await page.getByRole('link', { name: 'Programma', exact: true }).filter({ visible: true }).click();
	await expect(page).toHaveURL(/\/programma/);
	await expect.poll(() => measureLines(page).count()).toBeGreaterThanOrEqual(30);

	// What is missing leads to exactly those lines.
	const banner = page.getByRole('region', { name: 'Wat ontbreekt' });
	const sentence = await banner.getByRole('heading').innerText();
	const without = Number(/^\d+/.exec(sentence)?.[0]);
	await banner.getByRole('link', { name: 'Toon alleen deze' }).click();
	await expect(measureLines(page)).toHaveCount(without);
});
