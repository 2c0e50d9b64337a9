import { expect, test, type Page } from '@playwright/test';
import { startServer } from './support/server.ts';
import { isSafeTwice, newDevice, townOn } from './support/together.ts';

/** A chapter that somebody pasted: more than a quarter of the plan, so that losing it is a large deletion. */
const chapter = 'Dit hoofdstuk is in één keer geplakt. '.repeat(900).trim();

test('a recovery code opens a device without a key, once; what was wiped there comes back from Versies', async ({
	browser
}) => {
	test.setTimeout(150_000);
	const server = await startServer();
	try {
		const mieke = await townOn(browser, server);
		await mieke.locator('#samen').getByRole('button', { name: 'Maak nieuwe herstelcodes' }).click();
		const code = (await mieke.locator('#samen code').first().textContent()) ?? '';
		await mieke.locator('#samen').getByRole('button', { name: 'Ik heb ze bewaard' }).click();

		const fresh = await newDevice(browser, server);
		await test.step('the code signs in, and a key is made for the next time', async () => {
			await signInBy(fresh, code);
			await fresh.getByRole('button', { name: 'Maak een toegangssleutel' }).click();
			const kept = fresh.getByRole('button', { name: 'Ik heb ze bewaard' });
			const town = fresh.getByRole('button', { name: 'Open Wierhaven' });
			await expect(kept.or(town)).toBeVisible();
			if (await kept.isVisible()) await kept.click();
			await town.click();
			await expect(fresh).toHaveURL(/\/vandaag$/);
			await isSafeTwice(fresh);
		});

		await test.step('a code works once', async () => {
			const late = await newDevice(browser, server);
			// Who is quicker than a slow line is heard too: the screen itself asks who is signed in.
			const isHeard = Promise.withResolvers<void>();
			await late.route('**/api/v1/me', async (route) => {
				await isHeard.promise;
				await route.continue();
			});
			await signInBy(late, code);
			await expect(late.getByText(/wordt niet herkend/)).toBeVisible();
			isHeard.resolve();
			await late.context().close();
		});

		await test.step('a chapter is wiped, and comes back for everyone', async () => {
			for (const page of [mieke, fresh]) await page.goto('/plan');
			const story = (page: Page) => page.locator('[data-at^="themes/"][data-at$="/description"]').first();
			const write = async (text: string) => {
				await story(fresh).click({ position: { x: 5, y: 5 } });
				const field = story(fresh).locator('textarea');
				// Behind what is there: only what is taken away counts for a version.
				await field.press(text === '' ? 'Control+a' : 'Control+End');
				if (text === '') await field.press('Delete');
				else await fresh.keyboard.insertText(text);
				await field.press('Control+Enter');
				await expect(story(fresh).locator('textarea')).toHaveCount(0);
				await isSafeTwice(fresh);
			};
			await write(chapter);
			await expect(story(mieke)).toContainText('in één keer geplakt', { timeout: 20_000 });
			await write('');
			await expect(story(mieke)).not.toContainText('in één keer geplakt', { timeout: 20_000 });

			await mieke.getByRole('button', { name: 'Versies' }).click();
			const dialog = mieke.getByRole('dialog', { name: 'Versies van dit document' });
			const line = dialog.getByRole('listitem').filter({ hasText: 'voordat veel werd verwijderd' });
			await line.getByRole('button', { name: /^Ga terug naar deze versie/ }).click();
			await dialog.getByRole('button', { name: 'Ga terug naar deze versie' }).click();
			await expect(dialog.getByText('Teruggezet.', { exact: false })).toBeVisible();
			await expect(dialog.getByText('voordat een versie werd teruggezet')).toBeVisible({ timeout: 20_000 });
			await mieke.keyboard.press('Escape');
			for (const page of [mieke, fresh])
				await expect(story(page)).toContainText('in één keer geplakt', { timeout: 30_000 });
			for (const page of [mieke, fresh]) await isSafeTwice(page);
		});
	} finally {
		await server.kill();
	}
});

async function signInBy(page: Page, code: string): Promise<void> {
	await page.goto('/aanmelden');
	await page.getByLabel('Herstelcode').fill(code);
	await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
}
