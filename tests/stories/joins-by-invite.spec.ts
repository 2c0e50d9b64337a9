import { expect, test } from '@playwright/test';
import { startServer } from './support/server.ts';
import { acceptInvite, inviteAs, isSafeTwice, newDevice, townOn } from './support/together.ts';
import { measureLines } from './support/town.ts';

test('a colleague joins by a link on a fresh device, once', async ({ browser }) => {
	test.setTimeout(120_000);
	const server = await startServer();
	try {
		const mieke = await townOn(browser, server);

		const link = await inviteAs(mieke, 'adviseur');
		await expect(mieke.getByText(/adviseur/i).first()).toBeVisible();

		const anna = await newDevice(browser, server);
		await anna.goto(link);
		await expect(anna.getByText('Mieke de Vries nodigt u uit', { exact: false })).toBeVisible();
		await expect(anna.getByText('Wierhaven', { exact: false })).toBeVisible();
		await acceptInvite(anna, link, 'Anna Bos');
		// In no register yet, and called as she called herself.
		await expect(anna.getByRole('button', { name: /Anna Bos/ }).first()).toBeVisible();
		await anna.goto('/programma');
		await expect(measureLines(anna).first()).toBeVisible({ timeout: 30_000 });
		expect(await measureLines(anna).count()).toBeGreaterThan(5);
		await isSafeTwice(anna);

		const again = await newDevice(browser, server);
		await again.goto(link);
		await expect(again.getByRole('heading', { name: 'Deze uitnodiging werkt niet meer' })).toBeVisible();

		await mieke.goto('/beheer/mensen');
		await expect(mieke.getByRole('article', { name: 'Anna Bos' })).toContainText('adviseur');
	} finally {
		await server.kill();
	}
});
