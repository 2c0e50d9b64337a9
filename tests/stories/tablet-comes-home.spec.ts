import { expect, test, type Page } from '@playwright/test';
import { save, tile } from './support/field.ts';
import { startServer } from './support/server.ts';
import { colleague, townOn } from './support/together.ts';
import { measureLines } from './support/town.ts';

/** Three days of rounds of one officer. */
const facts = 200;
const photos = 40;

test('a tablet comes home with 200 facts and 40 photos, and hands over everything', async ({ browser }) => {
	test.setTimeout(600_000);
	const server = await startServer();
	try {
		const mieke = await townOn(browser, server);
		const sam = await colleague(browser, server, mieke, { role: 'medewerker buiten', name: 'Sam Kok' });
		await sam.goto('/veld/feit?m=demo-m-2-4');
		await expect(sam.getByRole('heading', { level: 1 })).toBeVisible();

		// Away only when the whole app stands on the tablet.
		await sam.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await sam.context().setOffline(true);
		for (let at = 0; at < facts; at++) {
			await tile(sam, 'Controle').click();
			if (at % (facts / photos) === 0) {
				const name = `foto-${at}.jpg`;
				await sam
					.getByLabel('Uit bestand')
					.setInputFiles({ name, mimeType: 'image/jpeg', buffer: await photo(sam, at) });
				await expect(sam.getByRole('img', { name: 'Foto 1' })).toBeVisible();
			}
			await save(sam);
		}
		await sam.getByRole('navigation', { name: 'Veld' }).getByRole('link', { name: 'Dienst' }).click();
		const sum = sam.getByRole('heading', { level: 1 });
		// A photo that was still being made when its fact was said comes with a fact of its own.
		const all = new RegExp(`^(\\d+) feiten, ${photos} foto’s\\. Alles op`);
		await expect(sum).toHaveText(all, { timeout: 60_000 });
		const count = Number(all.exec((await sum.textContent()) ?? '')?.[1]);
		expect(count).toBeGreaterThanOrEqual(facts);

		await sam.context().setOffline(false);
		await expect(sum).toHaveText(`${count} feiten, ${photos} foto’s. Alles veilig op 2 plekken.`, {
			timeout: 180_000
		});

		await mieke.goto('/programma?m=demo-m-2-4');
		const line = measureLines(mieke).filter({ hasText: 'Leeftijdscontrole' });
		await expect(line).toContainText(/2\d\d keer iets gedaan/, { timeout: 60_000 });
	} finally {
		await server.kill();
	}
});

/** A picture that is like no other: photos are known by what is in them. */
async function photo(page: Page, number: number): Promise<Buffer> {
	const bytes = await page.evaluate(async (at) => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [1600, 1200];
		const pen = canvas.getContext('2d')!;
		pen.fillStyle = `hsl(${at} 60% 50%)`;
		pen.fillRect(0, 0, 1600, 1200);
		pen.fillStyle = '#fff';
		for (let line = 0; line < 60; line++) pen.fillRect((line * 97 + at * 13) % 1500, line * 20, 90, 12);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
		return [...new Uint8Array(await blob!.arrayBuffer())];
	}, number);
	return Buffer.from(bytes);
}
