import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer } from './support/server.ts';
import { bringTown, isSafeTwice, newDevice, setUpServer } from './support/together.ts';
import { measureLines, openDemo } from './support/town.ts';

test('a server that dies mid-edit and comes back is caught up by itself', async ({ browser }) => {
	test.setTimeout(120_000);
	const kept = await mkdtemp(join(tmpdir(), 'driehoek-story-'));
	let server = await startServer('build', 0, kept);
	try {
		const page = await newDevice(browser, server);
		await openDemo(page);
		await setUpServer(page, server);
		await bringTown(page);
		await page.goto('/programma');
		await isSafeTwice(page);

		const planning = measureLines(page).first().locator('[data-at$="/planning"]');
		await planning.click();
		await page.getByRole('textbox', { name: 'Planning' }).fill('terwijl de server weg is');
		await server.kill();
		await page.keyboard.press('Enter');
		await expect(planning).toContainText('terwijl de server weg is');
		await expect(page.getByRole('banner').getByText('Veilig op 2 plekken')).toHaveCount(0);

		server = await startServer('build', server.port, kept);
		// Nobody asks for it.
		await isSafeTwice(page);

		const other = await newDevice(browser, server);
		await other.goto('/aanmelden');
		await expect(other.getByRole('button', { name: 'Aanmelden met toegangssleutel' })).toBeVisible();
	} finally {
		await server.kill();
		await rm(kept, { recursive: true, force: true });
	}
});
