import { expect, test } from '@playwright/test';
import { beginFact, noticed, openRound, save, savedBar, tile } from './support/field.ts';

test('an own fact is said again as it should have been, or taken back; its number stays', async ({
	page
}) => {
	await openRound(page);
	await beginFact(page, 'Donkere-dagen-actie');
	await tile(page, 'Gesproken').click();
	await page.getByLabel(/^Hoeveel mensen/).fill('6');
	await noticed(page).fill('Bewoners willen meer licht');
	const number = await save(page);
	const earlier = page.getByRole('region', { name: 'Eerder bij deze maatregel' });
	const said = earlier.getByText('Gesproken, 6 mensen');
	await expect(said).toBeVisible();

	// Taken back within five seconds: the words come back, to be said right.
	await savedBar(page)
		.getByRole('button', { name: /^Ongedaan/ })
		.click();
	await expect(noticed(page)).toHaveValue('Bewoners willen meer licht');
	await expect(page.getByText(new RegExp(`feit ${number + 2} op`))).toBeVisible();
	await expect(said).toHaveCount(0);
	expect(await save(page)).toBe(number + 2);

	// The list follows the tick: until then another fact is its first.
	await expect(said).toBeVisible();
	await earlier
		.getByRole('link', { name: /^Verbeter/ })
		.first()
		.click();
	await expect(page.getByText(/^U verbetert het feit van/)).toBeVisible();
	await expect(noticed(page)).toHaveValue('Bewoners willen meer licht');
	await page.getByLabel(/^Hoeveel mensen/).fill('9');
	await save(page, 'Bewaar verbetering');
	await expect(earlier.getByText('Gesproken, 9 mensen')).toBeVisible();
	await expect(said).toHaveCount(0);

	await earlier
		.getByRole('button', { name: /^Neem terug/ })
		.first()
		.click();
	await earlier.getByRole('button', { name: /^Zeker/ }).click();
	await expect(earlier.getByText('Gesproken, 9 mensen')).toHaveCount(0);
});
