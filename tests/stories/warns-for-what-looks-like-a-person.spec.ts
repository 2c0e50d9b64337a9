import { expect, test } from '@playwright/test';
import { beginFact, goTo, noticed, openRound, save, savedBar, tile } from './support/field.ts';
import { openDemo } from './support/town.ts';

test('what looks like a person is taken out, or stays with a reason that is kept with the fact', async ({
	page
}) => {
	await openRound(page);
	await beginFact(page, 'Donkere-dagen-actie');
	await tile(page, 'Overlast gezien').click();
	await noticed(page).fill('Auto 12-BDF-3 met muziek, is vertrokken');
	const bar = page.getByRole('status').filter({ hasText: 'Dit lijkt een kenteken: 12-BDF-3' });
	await expect(bar).toBeVisible();

	// Neither chosen: refused with a sentence, and nothing was recorded.
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'Kies eerst' })).toBeVisible();
	await expect(savedBar(page)).toBeHidden();

	await bar.getByRole('button', { name: 'Weghalen' }).click();
	await expect(noticed(page)).toHaveValue('Auto met muziek, is vertrokken');
	await expect(bar).toBeHidden();
	await save(page);

	await tile(page, 'Controle').click();
	await noticed(page).fill('Wrak 34-GHJ-5 staat er nog');
	await page.getByRole('button', { name: 'laten staan met reden' }).click();
	await page.getByLabel(/^Waarom moet dit blijven staan/).fill('het wrak moet worden weggesleept');
	await page.getByRole('button', { name: 'Laat staan', exact: true }).click();
	await save(page);
	await expect(
		page.getByText('Met reden laten staan (kenteken): het wrak moet worden weggesleept')
	).toBeVisible();

	await goTo(page, 'Signaal');
	await page.getByLabel('Wat ziet of hoort u').fill('Bel 06-12345678 over de loods');
	await page.getByRole('button', { name: 'Bewaar signaal' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'Kies eerst' })).toBeVisible();
});

test('at the desk too: a comment and a reason are asked about before they stand', async ({ page }) => {
	await openDemo(page);
	await page.goto('/programma');
	await page.locator('[data-stop="name"]').first().click();
	const panel = page.getByRole('complementary');
	await panel.getByRole('button', { name: 'Opmerking' }).click();
	const comment = panel.getByRole('textbox', { name: 'Opmerking' });
	await comment.fill('Bel 06-12345678 over de verlichting');
	await panel.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(comment).toHaveAttribute('aria-invalid', 'true');
	await panel.getByRole('button', { name: 'Weghalen' }).click();
	await expect(comment).toHaveValue('Bel over de verlichting');
	await panel.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(panel.getByText('Bel over de verlichting')).toBeVisible();
});
