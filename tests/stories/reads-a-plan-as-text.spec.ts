import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { makeProgramme, measureLines, programmeText, sevenOfEight } from './support/town.ts';

test('someone drops the programme of their town and sees within minutes what is missing', async ({
	page
}) => {
	await page.goto('/');
	await dropFile(page, programmeText);
	await page.getByLabel('Gemeente', { exact: true }).fill('Veenwater');
	await page.getByRole('button', { name: 'Ga verder met inlezen' }).click();

	// Left what was read, right what was understood; only the doubt is asked.
	const question = page.getByRole('group', { name: /Twee portefeuillehouders in één cel/ }).first();
	await expect(question).toContainText('Burgemeester Wethouder Economie');
	await expect(page.getByText(/vraag 1 van 1/)).toBeVisible();
	await page.keyboard.press('1');
	await expect(page.getByText('Overgenomen: Burgemeester en Wethouder Economie').first()).toBeVisible();
	await expect(page.getByText('alle vragen beantwoord', { exact: true })).toBeVisible();

	await makeProgramme(page);
	await expect(page.getByRole('heading', { name: sevenOfEight })).toBeVisible();
	await expect(measureLines(page)).toHaveCount(8);
	const visited = measureLines(page).filter({ hasText: 'Eigenaren van leegstaande schuren bezoeken' });
	await visited.getByRole('link').click();
	const panel = page.getByRole('complementary', { name: /Eigenaren van leegstaande/ });
	await expect(panel).toContainText('Wethouder Economie');
	await expect(panel).toContainText('LTO Noord');
});

async function dropFile(page: Page, path: string): Promise<void> {
	const text = await readFile(path, 'utf8');
	const data = await page.evaluateHandle(
		([name, content]) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([content], name, { type: 'text/plain' }));
			return transfer;
		},
		[basename(path), text] as const
	);
	await page.getByText('Sleep uw plan of programma hierheen').dispatchEvent('drop', { dataTransfer: data });
}
