import { expect, test } from '@playwright/test';
import { beginFact, goTo, noticed, openRound, save, savedBar, tile } from './support/field.ts';
import { startServer } from './support/server.ts';

test('an evening round without a network: facts, a step, a signal, and the shift closed with every number', async ({
	page,
	context
}) => {
	await context.grantPermissions(['geolocation']);
	await context.setGeolocation({ latitude: 52.9531, longitude: 4.761, accuracy: 8 });
	const server = await startServer();
	try {
		await openRound(page, server.url);
	} finally {
		await server.kill();
	}
	await page.goto(`${server.url}/veld`);

	// Nothing special: two taps after the measure.
	await beginFact(page, 'Donkere-dagen-actie');
	await tile(page, 'Geen bijzonderheden').click();
	const first = await save(page);
	await expect(tile(page, 'Geen bijzonderheden')).toHaveAttribute('aria-pressed', 'false');

	// More to tell: how many, where, what stood out.
	await tile(page, 'Gesproken').click();
	for (let people = 0; people < 6; people++) await page.getByRole('button', { name: 'Eén meer' }).click();
	await page.getByRole('button', { name: 'Plek van deze tablet' }).click();
	await expect(page.getByText('± 8 m')).toBeVisible();
	await page.getByRole('button', { name: '10 meter naar noord' }).click();
	await expect(page.getByText('52.95319, 4.76100')).toBeVisible();
	await noticed(page).fill('Groep bij de steiger, rustig na gesprek.');
	expect(await save(page)).toBe(first + 1);
	const earlier = page.getByRole('region', { name: 'Eerder bij deze maatregel' });
	await expect(earlier.getByText('Groep bij de steiger, rustig na gesprek.')).toBeVisible();

	// The same again, and back within five seconds.
	await goTo(page, 'Mijn ronde');
	await page.getByRole('button', { name: /^Zelfde als net: gesproken/ }).click();
	await expect(savedBar(page)).toContainText(`Feit ${first + 2} bewaard`);
	await savedBar(page)
		.getByRole('button', { name: /^Ongedaan/ })
		.click();
	await expect(savedBar(page)).toBeHidden();
	await expect(
		page.getByRole('status').filter({ hasText: `Feit ${first + 2} is teruggenomen` })
	).toBeAttached();

	// Two steps, with who and when: a thumb goes down a list faster than it is written.
	await beginFact(page, 'Leeftijdscontrole');
	const step = page.getByRole('checkbox', { name: /Eerste controle/ });
	const letter = page.getByRole('checkbox', { name: /Brief van de sportraad/ });
	const wasSent = await letter.isChecked();
	await page
		.getByRole('checkbox')
		.evaluateAll((all) =>
			all
				.filter((one) => /Brief van de sportraad|Eerste controle/.test(one.textContent))
				.forEach((one) => (one as HTMLElement).click())
		);
	await expect(step).toBeChecked();
	await expect(step).toContainText('Marit Veldstra, vandaag');
	await expect(letter).toBeChecked({ checked: !wasSent });

	await goTo(page, 'Signaal');
	await page.getByLabel('Wat ziet of hoort u').fill('Loods staat open, binnen liggen matrassen.');
	const last = await save(page, 'Bewaar signaal');
	expect(last).toBe(first + 6);

	await goTo(page, 'Dienst');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		new RegExp(`^${last} feiten, 0 foto’s. Alles op (deze tablet|dit toestel).$`)
	);
	await expect(page.getByText(`Nummers 1 tot en met ${last} zonder gat.`)).toBeVisible();
	await page.getByRole('button', { name: 'Reken alles na' }).click();
	await expect(page.getByText(`Alles klopt: ${last} feiten nagerekend`)).toBeVisible({ timeout: 20_000 });
	const copy = page.waitForEvent('download');
	await page.getByRole('button', { name: /als bestand$/ }).click();
	expect((await copy).suggestedFilename()).toMatch(/^driehoek-wierhaven-.*\.zip$/);
});
