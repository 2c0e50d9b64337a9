import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** What a dropped file is to the browser. */
export interface GivenFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

/** One measure per line of the table; the head of a theme is no measure. */
export function measureLines(page: Page) {
	return page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: /^Kies / }) });
}

export async function openDemo(page: Page, url = '/'): Promise<void> {
	await page.goto(url);
	await page.getByRole('button', { name: 'Open de voorbeeldgemeente' }).click();
	await expect(page).toHaveURL(/\/vandaag$/, { timeout: 20_000 });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** From the first start to the review of one's own file. */
export async function beginWithFile(page: Page, file: string | GivenFile, url = '/'): Promise<void> {
	await page.goto(url);
	await page.getByLabel('Kies een bestand').setInputFiles(file);
	await page.getByLabel('Gemeente', { exact: true }).fill('Veenwater');
	await page.getByLabel('Uw naam').fill('Anne de Vries');
	await page.getByRole('button', { name: 'Ga verder met inlezen' }).click();
	await expect(page.getByRole('button', { name: 'Maak programma' })).toBeVisible({ timeout: 20_000 });
}

export async function makeProgramme(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Maak programma' }).click();
	await expect(page).toHaveURL(/\/programma/);
}

/** Everything of the open town in one file, as Beheer gives it; says where it was put. */
export async function keepFile(page: Page): Promise<string> {
	await page.goto('/beheer');
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Bewaar alles in één bestand' }).click();
	return (await coming).path();
}

/** On a screen that offers it. */
export async function restoreFile(page: Page, kept: string): Promise<void> {
	await page.getByLabel('Zet een bewaard bestand terug').setInputFiles({
		name: 'veenwater.zip',
		mimeType: 'application/zip',
		buffer: await readFile(kept)
	});
	await expect(page).toHaveURL(/\/vandaag$/);
}

/** The small programme of an invented town: 8 measures, one of which has a lead. */
export const programmeText = 'tests/stories/fixtures/uitvoeringsprogramma-veenwater.txt';
export const sevenOfEight = '7 van 8 maatregelen hebben geen trekker';
