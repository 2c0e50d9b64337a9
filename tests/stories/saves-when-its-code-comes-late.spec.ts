import { expect, test } from '@playwright/test';
import { beginFact, goTo, save, savedBar, tile } from './support/field.ts';
import { openDemo } from './support/town.ts';

// A worker would hand over the code from its own store: this is about a first visit, before it stands.
test.use({ serviceWorkers: 'block' });

/** Only the file that makes the databases says this. */
const ofTheStores = 'chromeTransactionDurability';

test('a network that goes before the code of the stores is here is said, and nothing is lost', async ({
	page
}) => {
	await openDemo(page);
	let isGone = true;
	let refused = 0;
	await page.route('**/_app/immutable/chunks/*.js', async (route) => {
		const response = await route.fetch();
		if (isGone && (await response.text()).includes(ofTheStores)) {
			refused++;
			return route.abort('internetdisconnected');
		}
		return route.fulfill({ response });
	});
	await page.goto('/veld');
	await beginFact(page, 'Donkere-dagen-actie');
	await tile(page, 'Controle').click();
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByText('Bewaren lukt niet').first()).toBeVisible();
	await expect(savedBar(page)).toBeHidden();
	expect(refused).toBeGreaterThan(0);

	isGone = false;
	await expect(savedBar(page)).toContainText(/Feit \d+ bewaard/);
	await expect(page.getByText(/^Bewaard op (dit toestel|deze tablet)$/).first()).toBeVisible();
	await tile(page, 'Gesproken').click();
	await save(page);
	await goTo(page, 'Dienst');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Alles op');
});
