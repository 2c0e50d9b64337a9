import { expect, test } from '@playwright/test';
import { beginFact, goTo, openRound, save, savedBar, tile } from './support/field.ts';
import { photoWithPlace } from './support/photo-with-place.ts';
import { storedPhotos } from './support/stored.ts';

test('a photo is kept with its fact, and nothing in it says where the camera was', async ({ page }) => {
	await openRound(page);
	await beginFact(page, 'Donkere-dagen-actie');
	const buffer = await photoWithPlace(page);
	expect(buffer.toString('latin1')).toContain('Exif');

	await page.getByLabel('Uit bestand').setInputFiles({ name: 'kade.jpg', mimeType: 'image/jpeg', buffer });
	await expect(page.getByRole('img', { name: 'Foto 1' })).toBeVisible();
	await tile(page, 'Controle').click();
	await save(page);
	await expect(page.getByRole('img', { name: 'Foto 1' })).toHaveCount(0);

	// Developed in the background: the original is gone, one stripped photo is left.
	await expect
		.poll(async () => (await storedPhotos(page)).map((bytes) => bytes.includes('Exif')), { timeout: 15_000 })
		.toEqual([false]);
	const [stored = ''] = await storedPhotos(page);
	expect(stored.slice(0, 2)).toBe('\xff\xd8');
	expect(stored).not.toMatch(/Exif|GPS/);

	// Who takes the fact back has the words and the photo in the form again, and says them anew.
	await savedBar(page)
		.getByRole('button', { name: /^Ongedaan/ })
		.click();
	await expect(page.getByRole('img', { name: 'Foto 1' })).toBeVisible();
	await expect(tile(page, 'Controle')).toHaveAttribute('aria-pressed', 'true');
	await save(page);
	await expect(page.getByRole('img', { name: 'Foto 1' })).toHaveCount(0);
	expect(await storedPhotos(page)).toHaveLength(1);

	await goTo(page, 'Dienst');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('1 foto.');
	await expect(page.getByText('Niets. Alles wat u vastlegde, staat hier.')).toBeVisible();
});
