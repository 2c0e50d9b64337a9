import { expect, test, type Page } from '@playwright/test';

/** A worker of before would give the letters itself. */
test.use({ serviceWorkers: 'block' });

/** Top and height in px of all that is read or pressed on the screen. */
function places(page: Page): Promise<[string, number, number][]> {
	return page.locator('h1, h2, p, button, label').evaluateAll((parts) =>
		parts.map((part) => {
			const { top, height } = part.getBoundingClientRect();
			return [part.textContent?.trim() ?? '', Math.round(top), Math.round(height)];
		})
	);
}

test('who presses a button on the first screen does not miss it because the letters come', async ({
	page
}) => {
	let give = () => {};
	const asked = new Promise<void>((resolve) => (give = resolve));
	await page.route(/\.woff2$/, async (route) => {
		await asked;
		await route.continue();
	});
	await page.goto('/', { waitUntil: 'commit' });
	await expect(page.getByRole('button', { name: 'Open de voorbeeldgemeente' })).toBeVisible();
	const before = await places(page);
	expect(await lettersAreHere(page)).toBe(false);

	give();
	await expect.poll(() => lettersAreHere(page)).toBe(true);
	expect(await places(page)).toEqual(before);
});

function lettersAreHere(page: Page): Promise<boolean> {
	return page.evaluate(() =>
		[...document.fonts].some(({ family, status }) => /Source Sans 3/.test(family) && status === 'loaded')
	);
}
