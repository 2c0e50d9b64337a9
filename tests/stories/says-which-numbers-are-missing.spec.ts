import { expect, test } from '@playwright/test';
import { openRound } from './support/field.ts';
import { loseFacts } from './support/stored.ts';

test('numbers that are gone are said, and stay said until someone chose what to do', async ({ page }) => {
	await openRound(page);
	await loseFacts(page, 214, 219);
	await page.goto('/veld/dienst');
	const alert = page.getByRole('alert').filter({ hasText: 'Let op: feit 214-219 ontbreken' });
	await expect(alert).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Er ontbreekt iets.');
	await page.reload();
	await expect(alert).toBeVisible();

	await alert.getByRole('button', { name: 'Ik meld dit bij de beheerder' }).click();
	await expect(alert).toHaveCount(0);
	await page.reload();
	await expect(page.getByText(/Feit 214-219 ontbreken. Marit Veldstra meldde dit vandaag/)).toBeVisible();
});
