import { expect, test } from '@playwright/test';
import { startServer } from './support/server.ts';
import { colleague, townOn } from './support/together.ts';

test('a right is given and ended; whoever loses it keeps the work, and it goes when the right is back', async ({
	browser
}) => {
	test.setTimeout(150_000);
	const server = await startServer();
	try {
		const mieke = await townOn(browser, server);
		const sam = await colleague(browser, server, mieke, { role: 'medewerker buiten', name: 'Sam Kok' });
		const person = mieke.getByRole('article', { name: 'Sam Kok' });

		await test.step('who it is in the register is said, and Sam works under that name', async () => {
			await mieke.goto('/beheer/mensen');
			const inRegister = person.getByLabel('In het register is dit');
			await expect(inRegister.locator('option:checked')).toHaveText('nog niemand');
			await person.getByRole('button', { name: 'Zet in het register' }).click();
			await expect(mieke.getByText('Sam Kok staat nu in het register.').first()).toBeAttached();
			await mieke.reload();
			await expect(inRegister.locator('option:checked')).toHaveText('Sam Kok');
			await expect(person.getByRole('button', { name: 'Zet in het register' })).toBeHidden();

			// Also on a device that joined before it was said: the next exchange brings it.
			await sam.goto('/beheer#samen');
			await sam.locator('#samen').getByRole('button', { name: 'Wissel nu uit' }).click();
			await expect(sam.locator('#samen').getByText('Veilig op 2 plekken')).toBeVisible({ timeout: 30_000 });
		});

		await test.step('a second right, with a term and a ground', async () => {
			await person.getByRole('button', { name: 'Geef een recht' }).click();
			const dialog = mieke.getByRole('dialog');
			await dialog.getByLabel('Rol').selectOption({ label: 'adviseur' });
			await dialog.getByLabel('Tot en met').fill('2099-12-31');
			await dialog.getByLabel('Grond').fill('vervangt een collega');
			await dialog.getByRole('button', { name: 'Geef dit recht' }).click();
			await expect(dialog).toBeHidden();
			await expect(person).toContainText(/adviseur.*tot en met 31 december 2099.*vervangt een collega/is);
		});

		const end = async () => {
			await person.getByRole('button', { name: 'Beëindig' }).first().click();
			await mieke.getByRole('dialog').getByRole('button', { name: 'Beëindig' }).click();
			await expect(mieke.getByRole('dialog')).toBeHidden();
		};
		await test.step('the last right ends: it is said in words, and the work stays', async () => {
			await end();
			await expect(person.getByRole('button', { name: 'Beëindig' })).toHaveCount(1);
			await end();
			await expect(person).toContainText('Heeft nu geen rechten');
			await expect(person.getByText('2 rechten van vroeger')).toBeVisible();

			await sam.goto('/veld/feit?m=demo-m-2-4');
			await sam.getByRole('button', { name: 'Geen bijzonderheden' }).click();
			await sam.getByRole('button', { name: 'Bewaar', exact: true }).click();
			await expect(sam.getByText(/bewaard op/).first()).toBeVisible();
			await sam.goto('/beheer#samen');
			await expect(
				sam
					.locator('#samen')
					.getByText('U heeft op de server geen recht meer op deze gemeente.', { exact: false })
			).toBeVisible({ timeout: 30_000 });
			await expect(sam.locator('#samen').getByText('1 wacht op verbinding')).toBeVisible();
		});

		await test.step('the right is back: what waited goes', async () => {
			await person.getByRole('button', { name: 'Geef een recht' }).click();
			const dialog = mieke.getByRole('dialog');
			await dialog.getByLabel('Rol').selectOption({ label: 'medewerker buiten' });
			await dialog.getByRole('button', { name: 'Geef dit recht' }).click();
			await expect(dialog).toBeHidden();
			await sam.locator('#samen').getByRole('button', { name: 'Wissel nu uit' }).click();
			await expect(sam.locator('#samen').getByText('Veilig op 2 plekken')).toBeVisible({ timeout: 30_000 });
			await mieke.goto('/programma?m=demo-m-2-4');
			await expect(mieke.getByRole('complementary', { name: /^Maatregel/ })).toContainText(
				/Sam Kok[^]*Geen bijzonderheden|Geen bijzonderheden[^]*Sam Kok/,
				{ timeout: 30_000 }
			);
		});
	} finally {
		await server.kill();
	}
});
