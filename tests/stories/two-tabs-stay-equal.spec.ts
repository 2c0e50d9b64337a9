import { expect, test, type Page } from '@playwright/test';
import { beginWithFile, makeProgramme, measureLines, programmeText } from './support/town.ts';

test('what one tab changes, the other shows, both ways', async ({ page, context }) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	const other = await context.newPage();
	await other.goto('/programma');
	await expect(measureLines(other)).toHaveCount(8);

	await plan(page, 'Gesprek met ouders na een melding', '2026', 'doorlopend');
	await expect(lineOf(other, 'Gesprek met ouders na een melding')).toContainText('doorlopend');

	await plan(other, 'Draaiboek met organisatoren bespreken', '2026', '1e kwartaal 2026');
	await expect(lineOf(page, 'Draaiboek met organisatoren bespreken')).toContainText('1e kwartaal 2026');
});

function lineOf(page: Page, measure: string) {
	return measureLines(page).filter({ hasText: measure });
}

async function plan(page: Page, measure: string, was: string, planning: string): Promise<void> {
	await page.bringToFront();
	await lineOf(page, measure).getByRole('gridcell', { name: was }).click();
	await page.getByRole('textbox', { name: 'Planning' }).fill(planning);
	await page.keyboard.press('Enter');
	await expect(lineOf(page, measure)).toContainText(planning);
}
