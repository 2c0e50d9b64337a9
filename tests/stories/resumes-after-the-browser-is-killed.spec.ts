import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { beginFact, noticed, openRound, tile } from './support/field.ts';
import { openKillable } from './support/killable-browser.ts';
import { startServer } from './support/server.ts';
import { storedDrafts } from './support/stored.ts';

/** What may be lost at most: a second of typing (product.md). */
const lostAtMostMs = 1000;

test('a browser that is killed opens on the same sentence, with the cursor in place', async () => {
	test.setTimeout(90_000);
	const profile = await mkdtemp(join(tmpdir(), 'driehoek-kill-'));
	const server = await startServer();
	try {
		const first = await openKillable(profile);
		await openRound(first.page, server.url);
		await beginFact(first.page, 'Donkere-dagen-actie');
		await tile(first.page, 'Overlast gezien').click();
		await first.page.getByRole('button', { name: 'Eén meer' }).click();
		await first.page.getByLabel(/^Waar/).selectOption({ label: 'Kade' });
		const typed = 'Groep bij de steiger, muziek staat hard';
		await noticed(first.page).pressSequentially(typed);
		for (let back = 0; back < 4; back++) await first.page.keyboard.press('ArrowLeft');
		const cursor = `"cursor":[${typed.length - 4},${typed.length - 4}]`;
		const stands = async () =>
			(await storedDrafts(first.page)).some((draft) => draft.includes(typed) && draft.includes(cursor));
		await expect.poll(stands, { timeout: lostAtMostMs, intervals: [50] }).toBe(true);
		await first.kill();
		// Also without a network: the tablet is in a cellar.
		await server.kill();

		const second = await openKillable(profile);
		const { page } = second;
		try {
			await page.goto(`${server.url}/`);
			await expect(page).toHaveURL(/\/veld\/feit\?m=/);
			await expect(page.getByRole('heading', { level: 1, name: /Donkere-dagen-actie/ })).toBeVisible();
			await expect(noticed(page)).toHaveValue('Groep bij de steiger, muziek staat hard');
			await expect(noticed(page)).toBeFocused();
			await page.keyboard.type('heel ');
			await expect(noticed(page)).toHaveValue('Groep bij de steiger, muziek staat heel hard');
			await expect(tile(page, 'Overlast gezien')).toHaveAttribute('aria-pressed', 'true');
			await expect(page.getByLabel(/^Hoeveel mensen/)).toHaveValue('1');
			await expect(page.getByLabel(/^Waar/).locator('option:checked')).toHaveText('Kade');

			// Going elsewhere by hand is a choice: then it opens at Vandaag again.
			await page.getByRole('link', { name: /^Uit Veld/ }).click();
			await expect(page).toHaveURL(/\/vandaag$/);
			await page.goto(`${server.url}/`);
			await expect(page).toHaveURL(/\/vandaag$/);
			await page.goto(`${server.url}/veld`);
			await expect(page.getByText('Nog niet bewaard: Groep bij de steiger')).toBeVisible();
		} finally {
			await second.kill();
		}
	} finally {
		await server.kill();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});
