import { expect, test } from '@playwright/test';
import { startServer } from './support/server.ts';
import { colleague, townOn } from './support/together.ts';

test('a device that is revoked while away keeps its work, and the administrator decides about what comes late', async ({
	browser
}) => {
	test.setTimeout(150_000);
	const server = await startServer();
	try {
		const mieke = await townOn(browser, server);
		const sam = await colleague(browser, server, mieke, { role: 'medewerker buiten', name: 'Sam Kok' });
		await sam.goto('/veld/feit?m=demo-m-2-4');
		await expect(sam.getByRole('heading', { level: 1 })).toBeVisible();

		await sam.context().setOffline(true);
		await sam.getByRole('button', { name: 'Geen bijzonderheden' }).click();
		await sam.getByRole('button', { name: 'Bewaar', exact: true }).click();
		await expect(sam.getByText(/Feit \d+ bewaard/).first()).toBeVisible();

		await mieke.goto('/beheer/toestellen');
		const others = mieke.locator('section').filter({ hasText: 'Toestellen van anderen' });
		// Known by what the browser tells of itself, and by whose it is.
		await expect(others).toContainText(/Windows.*Sam Kok/s);
		await others.getByRole('button', { name: /^Trek in/ }).click();
		await mieke.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click();
		await expect(others.getByText(/ingetrokken/)).toBeVisible();

		await sam.context().setOffline(false);
		await expect(sam.getByText(/lukt niet: het toestel is ingetrokken/).first()).toBeAttached({
			timeout: 30_000
		});

		await mieke.goto('/beheer/te-laat');
		await expect(mieke.getByText('Het toestel was al ingetrokken.')).toBeVisible();
		await expect(mieke.getByText(/^feit \d+ van Windows$/i)).toBeVisible();
		await expect(mieke.getByText('Sam Kok: voortgang').first()).toBeVisible();
		await mieke.getByRole('button', { name: /^Neem op/ }).click();
		await expect(mieke.getByText('Er is niets te laat binnengekomen.')).toBeVisible();
		await mieke.goto('/programma?m=demo-m-2-4');
		await expect(mieke.getByRole('complementary', { name: /^Maatregel/ })).toContainText(
			'Geen bijzonderheden',
			{
				timeout: 30_000
			}
		);
	} finally {
		await server.kill();
	}
});
