import { expect, test } from '@playwright/test';
import { openRound } from './support/field.ts';

test('two colleagues changed one status: both stand until someone chooses', async ({ page }) => {
	await openRound(page);
	const came = page.locator('section', { has: page.getByRole('heading', { name: 'Dit kwam binnen' }) });
	await expect(came).toContainText('pasten de status van Jongerenwerk op straat');
	await expect(came).toContainText('Beide bewaard.');
	await came.getByRole('button', { name: /^Kies nu/ }).click();
	await came.getByRole('button', { name: /^Kies deze.*Gepauzeerd/ }).click();
	await expect(came).toHaveCount(0);
});
