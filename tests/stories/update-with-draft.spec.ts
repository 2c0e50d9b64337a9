import { expect, test, type Page } from '@playwright/test';
import { nextReleaseMark, twoReleases } from './support/next-release.ts';
import { startServer } from './support/server.ts';
import { openDemo } from './support/town.ts';

test('a new version waits until someone asks for it, and then every tab follows', async ({ context }) => {
	const releases = await twoReleases();
	let server = await startServer(releases.today);
	try {
		const first = await context.newPage();
		await openAndCountLoads(first, server.url);
		await first.evaluate(() => navigator.serviceWorker.ready);
		const second = await context.newPage();
		const loadsOfSecond = await openAndCountLoads(second, server.url);
		const loadsOfFirst = await openAndCountLoads(first, server.url);

		await server.kill();
		server = await startServer(releases.next, server.port);
		await first.evaluate(async () => (await navigator.serviceWorker.ready).update());

		for (const page of [first, second]) await expect(page.getByText('Er is een nieuwe versie')).toBeVisible();
		expect([loadsOfFirst.count, loadsOfSecond.count], 'nothing reloads by itself').toEqual([0, 0]);
		await expect(nextRelease(first)).toHaveCount(0);

		await first.getByRole('button', { name: 'Bijwerken' }).click();
		for (const page of [first, second]) {
			await expect(nextRelease(page)).toHaveCount(1);
			await expect(page.getByText('Er is een nieuwe versie')).toBeHidden();
		}
		// The new shell stands before its load event is told here.
		await expect
			.poll(() => [loadsOfFirst.count, loadsOfSecond.count], { message: 'each tab reloads once' })
			.toEqual([1, 1]);
	} finally {
		await server.kill();
		await releases.remove();
	}
});

test('a text that is still being written survives the update', async ({ page }) => {
	const releases = await twoReleases();
	let server = await startServer(releases.today);
	try {
		await openDemo(page, server.url);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.goto(`${server.url}/plan`);
		const edit = page.getByRole('button', { name: 'Bewerk: Doel 1', exact: true }).first();
		await edit.focus();
		await page.keyboard.press('Enter');
		const field = page.getByRole('textbox', { name: 'Doel 1', exact: true });
		await expect(field).toBeFocused();
		const goal = 'Inwoners weten wie er komt als zij iets melden,';
		await field.fill(goal);

		await server.kill();
		server = await startServer(releases.next, server.port);
		await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
		await expect(page.getByText('Er is een nieuwe versie')).toBeVisible();
		// Nothing was taken away while it waited.
		await expect(field).toHaveValue(goal);
		await expect(field).toBeFocused();

		await page.getByRole('button', { name: 'Bijwerken' }).click();
		await expect(nextRelease(page)).toHaveCount(1);
		// Leaving the field commits it, so it stands in the book or is open again: never gone.
		await expect(page.getByRole('main').getByText(goal).or(field).first()).toBeVisible();
		await expect
			.poll(async () => ((await field.count()) > 0 ? field.inputValue() : page.getByRole('main').innerText()))
			.toContain(goal);
	} finally {
		await server.kill();
		await releases.remove();
	}
});

async function openAndCountLoads(page: Page, url: string): Promise<{ count: number }> {
	await page.goto(url);
	await expect(page.locator('h1').first()).toBeVisible();
	const loads = { count: 0 };
	page.on('load', () => loads.count++);
	return loads;
}

function nextRelease(page: Page) {
	return page.locator(`meta[name="${nextReleaseMark}"]`);
}
