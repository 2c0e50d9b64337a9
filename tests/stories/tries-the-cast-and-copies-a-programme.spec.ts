import { expect, test, type Page } from '@playwright/test';
import { startServer } from './support/server.ts';
import { bringTown, isSafeTwice, newDevice } from './support/together.ts';
import { beginWithFile, makeProgramme, measureLines, openDemo, programmeText } from './support/town.ts';

test('on a trial server one is who one chooses, and an own programme is copied into the town that is there', async ({
	browser
}) => {
	test.setTimeout(150_000);
	const server = await startServer('build', 0, undefined, { DEMO: 'true' });
	try {
		const marit = await newDevice(browser, server);
		await openDemo(marit);
		await signInAs(marit, 'Marit Veldstra, adviseur');
		await marit.goto('/beheer#samen');
		await expect(marit.locator('#samen').getByText('U bent aangemeld als Marit Veldstra.')).toBeVisible();
		await bringTown(marit);

		await test.step('an officer of the cast opens the town on another device', async () => {
			const bram = await newDevice(browser, server);
			await signInAs(bram, 'Bram Kolthof, medewerker buiten');
			await bram.getByRole('button', { name: 'Open Wierhaven' }).click();
			await expect(bram).toHaveURL(/\/vandaag$/);
			await isSafeTwice(bram);
			await expect(bram.getByRole('button', { name: 'U werkt als Bram Kolthof' })).toBeVisible();
			await bram.context().close();
		});

		await test.step('an adviser with a programme of their own copies it, and the others have it', async () => {
			const joost = await newDevice(browser, server);
			await beginWithFile(joost, programmeText);
			await makeProgramme(joost);
			await expect(measureLines(joost).first()).toBeVisible();
			const own = await measureLines(joost).count();
			const title = (await joost.getByRole('heading', { level: 1 }).textContent())?.trim() ?? '';
			await signInAs(joost, 'Joost Hamelink, adviseur');
			await joost.goto('/beheer#samen');
			const section = joost.locator('#samen');
			await section.getByLabel('Kopieer naar').selectOption({ label: 'Wierhaven' });
			await section.getByRole('button', { name: 'Kopieer', exact: true }).click();
			await expect(section.getByText(new RegExp(`${own} maatregelen`))).toBeVisible({ timeout: 30_000 });
			// What was copied stays here as well, and only here.
			await joost.goto('/programma');
			await expect(measureLines(joost)).toHaveCount(own);

			await marit.goto('/programma');
			await marit.getByRole('button', { name: 'Ander programma' }).click();
			await marit.getByRole('menuitem', { name: title }).click();
			await expect(marit.getByRole('heading', { level: 1 })).toHaveText(title);
			await expect(measureLines(marit)).toHaveCount(own, { timeout: 30_000 });
		});
	} finally {
		await server.kill();
	}
});

async function signInAs(page: Page, who: string): Promise<void> {
	await page.goto('/aanmelden');
	await page.getByRole('button', { name: who }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'U bent aangemeld' })).toBeVisible();
}
