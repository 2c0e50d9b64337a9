import { expect, test } from '@playwright/test';
import { startServer } from './support/server.ts';

test('the app starts while the server is gone, also at an address never visited', async ({
	page,
	context
}) => {
	const server = await startServer();
	try {
		await page.goto(server.url);
		await page.evaluate(() => navigator.serviceWorker.ready);
	} finally {
		await server.kill();
	}
	// A server that is gone is a truer test than a browser that was told to be offline.
	await expect(page.request.get(`${server.url}/healthz`)).rejects.toThrow('ECONNREFUSED');

	await page.reload();
	await expect(page.locator('h1').first()).toBeVisible();

	const deepLink = await context.newPage();
	await deepLink.goto(`${server.url}/programma`);
	await expect(deepLink.locator('h1').first()).toBeVisible();
	expect(new URL(deepLink.url()).host).toBe(new URL(server.url).host);
});

test('the browser would offer to install it', async ({ page, context }) => {
	await page.goto('/');
	await page.evaluate(() => navigator.serviceWorker.ready);
	const devtools = await context.newCDPSession(page);
	const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
	// A test's own browser profile counts as a private window; nothing else may stand in the way.
	expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito')).toEqual(
		[]
	);
});
