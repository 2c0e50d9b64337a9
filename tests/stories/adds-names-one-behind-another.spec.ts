import { expect, test, type Page } from '@playwright/test';
import { openDemo } from './support/town.ts';

const names = ['Dorpsraad Oost', 'Dorpsraad West', 'Dorpsraad Noord', 'Dorpsraad Zuid', 'Dorpsraad Midden'];

/** As fast hands do: the next name is typed while the one before it is still being written. */
async function typeNames(page: Page): Promise<void> {
	await page.getByLabel('Naam van de nieuwe regel').focus();
	for (const name of names) {
		await page.keyboard.insertText(name);
		await page.keyboard.press('Enter');
	}
}

test('names typed one behind another all come into the register', async ({ page }) => {
	await openDemo(page);
	await page.goto('/register?soort=partners');
	await page.getByRole('button', { name: 'Partner toevoegen' }).click();
	await typeNames(page);
	for (const name of names) await expect(page.getByRole('rowheader', { name })).toBeVisible();
	await expect(page.getByLabel('Naam van de nieuwe regel')).toHaveValue('');
});

test('the line stays open for the second name of an empty list', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Begin leeg' }).click();
	await page.getByLabel('Gemeente', { exact: true }).fill('Veenwater');
	await page.getByLabel('Uw naam').fill('Anne de Vries');
	await page.getByRole('dialog').getByRole('button', { name: 'Ga verder' }).click();
	await expect(page).toHaveURL(/\/vandaag$/);
	await page.goto('/register?soort=partners');
	await page.getByRole('button', { name: 'Partner toevoegen' }).click();
	await typeNames(page);
	for (const name of names) await expect(page.getByRole('rowheader', { name })).toBeVisible();
	await expect(page.getByLabel('Naam van de nieuwe regel')).toBeFocused();
});
