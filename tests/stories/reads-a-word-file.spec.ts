import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { beginWithFile, makeProgramme, measureLines, programmeText, sevenOfEight } from './support/town.ts';
import { wordFile } from './support/word-file.ts';

test('a Word file gives the same programme as its text', async ({ page }) => {
	const text = await readFile(programmeText, 'utf8');
	await beginWithFile(page, wordFile('uitvoeringsprogramma-veenwater.docx', text));
	await page.getByRole('button', { name: 'Alles wat zeker is, goed' }).click();
	await makeProgramme(page);

	await expect(page.getByRole('heading', { name: sevenOfEight })).toBeVisible();
	await expect(measureLines(page)).toHaveCount(8);
	for (const theme of ['Ondermijning', 'Jeugd', 'Veilige evenementen'])
		await expect(page.getByRole('grid').getByText(theme, { exact: true }).first()).toBeVisible();

	// The same file again is recognised.
	await page.goto('/inlezen');
	await page.locator('input[type=file]').setInputFiles(wordFile('nogmaals.docx', text));
	await expect(page.getByText('Dit bestand staat er al')).toBeVisible();
});

test('a file that is no Word file is refused in words and changes nothing', async ({ page }) => {
	await beginWithFile(page, programmeText);
	await makeProgramme(page);
	await page.goto('/inlezen');
	await page.locator('input[type=file]').setInputFiles({
		name: 'geen-word.docx',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from('dit is geen zip')
	});
	await expect(page.getByText(/Dit is geen Word-bestand/)).toBeVisible();
	await page.goto('/programma');
	await expect(measureLines(page)).toHaveCount(8);
});
