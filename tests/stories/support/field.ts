import { expect, type Page } from '@playwright/test';
import { openDemo } from './town.ts';

/** The demo, with its whole app on the device, at Mijn ronde. */
export async function openRound(page: Page, url = ''): Promise<void> {
	await openDemo(page, `${url}/`);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.goto(`${url}/veld`);
	await expect(page.getByRole('heading', { name: 'Vandaag' })).toBeVisible();
}

/** By a piece of the measure's name. */
export async function beginFact(page: Page, measure: string): Promise<void> {
	await page.getByRole('link', { name: new RegExp(`^(Feit|Stap|Verder).*${measure}`) }).click();
	await expect(page.getByRole('heading', { level: 1, name: new RegExp(measure) })).toBeVisible();
}

export const tile = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const noticed = (page: Page) => page.getByLabel(/^Wat viel op/);
/** The dark bar at the foot, not the sentence that is said aloud. */
export const savedBar = (page: Page) => page.locator('.saved');

/** Saves and gives the number that the fact carries. */
export async function save(page: Page, button = 'Bewaar'): Promise<number> {
	// The bar of the fact before may still stand.
	const before = /\d+/.exec((await savedBar(page).allInnerTexts())[0] ?? '')?.[0] ?? 'geen';
	await page.getByRole('button', { name: button, exact: true }).click();
	await expect(savedBar(page)).toContainText(
		new RegExp(`Feit (?!${before} )\\d+ bewaard op (dit toestel|deze tablet)`)
	);
	return Number(/\d+/.exec(await savedBar(page).innerText())?.[0]);
}

export async function goTo(page: Page, place: 'Mijn ronde' | 'Feit' | 'Signaal' | 'Dienst'): Promise<void> {
	await page
		.getByRole('navigation', { name: 'Veld' })
		.getByRole('link', { name: place, exact: true })
		.click();
}
