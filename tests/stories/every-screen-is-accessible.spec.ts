import { expect, test, type Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { startServer } from './support/server.ts';
import { bringTown, givePasskeys, inviteAs, setUpServer } from './support/together.ts';
import { measureLines, openDemo, programmeText } from './support/town.ts';

interface Screen {
	name: string;
	open: (page: Page) => Promise<void>;
}

const screens: Screen[] = [
	{ name: 'start', open: (page) => shown(page, '/start') },
	{ name: 'vandaag', open: (page) => shown(page, '/vandaag') },
	{ name: 'programma', open: (page) => shown(page, '/programma') },
	{
		name: 'programma met paneel',
		open: async (page) => {
			await shown(page, '/programma');
			await measureLines(page).first().getByRole('link').first().click();
			await expect(page).toHaveURL(/[?&]m=/);
			await expect(page.getByRole('complementary', { name: /^Maatregel/ })).toBeVisible();
		}
	},
	{
		name: 'trekkers invullen',
		open: async (page) => {
			await shown(page, '/programma?mist=lead');
			await page.getByRole('button', { name: 'Trekkers invullen' }).click();
			await expect(page.getByRole('listbox')).toBeVisible();
		}
	},
	{ name: 'doelen zonder maatregel', open: (page) => shown(page, '/programma?mist=goalWithoutMeasure') },
	{ name: 'bord', open: (page) => shown(page, '/programma?weergave=bord') },
	{ name: 'tijdlijn', open: (page) => shown(page, '/programma?weergave=tijdlijn') },
	{ name: 'trekkers', open: (page) => shown(page, '/programma/trekkers') },
	{ name: 'mijn ronde', open: (page) => shown(page, '/veld') },
	{ name: 'feit', open: (page) => shown(page, '/veld/feit?m=demo-m-2-4') },
	{ name: 'feit kiezen', open: (page) => shown(page, '/veld/feit') },
	{ name: 'signaal', open: (page) => shown(page, '/veld/signaal') },
	{ name: 'dienst', open: (page) => shown(page, '/veld/dienst') },
	{ name: 'plan', open: (page) => shown(page, '/plan') },
	{ name: 'register', open: (page) => shown(page, '/register') },
	{ name: 'convenanten', open: (page) => shown(page, '/register?soort=covenants') },
	{ name: 'inlezen', open: (page) => shown(page, '/inlezen') },
	{
		name: 'inlezen nakijken',
		open: async (page) => {
			await shown(page, '/inlezen');
			await page.locator('input[type=file]').setInputFiles(programmeText);
			await expect(page.getByRole('button', { name: 'Maak programma' })).toBeVisible();
		}
	},
	{ name: 'beheer', open: (page) => shown(page, '/beheer') },
	{ name: 'logboek', open: (page) => shown(page, '/beheer/logboek') },
	{ name: 'uitnodiging zonder code', open: (page) => shown(page, '/uitnodiging') },
	{ name: 'aanmelden bij een nieuwe server', open: (page) => shown(page, '/aanmelden') }
];

/** Of a municipality that is shared. */
const sharedScreens: Screen[] = [
	{
		name: 'samen',
		open: async (page) => {
			await shown(page, '/beheer');
			await expect(page.locator('#samen').getByText(/^U bent aangemeld als/)).toBeVisible();
		}
	},
	{
		name: 'afmelden',
		open: (page) => opened(page, page.locator('#samen').getByRole('button', { name: 'Afmelden' }))
	},
	{
		name: 'mensen',
		open: async (page) => {
			await shown(page, '/beheer/mensen');
			await expect(page.getByRole('article').first()).toBeVisible();
		}
	},
	{
		name: 'recht geven',
		open: (page) => opened(page, page.getByRole('button', { name: /^Geef een recht/ }).first())
	},
	{
		name: 'uitnodigen',
		open: async (page) => {
			await shown(page, '/beheer/mensen');
			await opened(page, page.getByRole('button', { name: 'Nodig iemand uit' }));
		}
	},
	{
		name: 'uitnodiging klaar',
		open: async (page) => {
			await page.getByRole('dialog').getByRole('button', { name: 'Maak de uitnodiging' }).click();
			await expect(page.getByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible();
		}
	},
	{
		name: 'toestellen',
		open: async (page) => {
			await shown(page, '/beheer/toestellen');
			await expect(page.getByRole('heading', { name: 'Waar u bent aangemeld' })).toBeVisible();
		}
	},
	{
		name: 'te laat',
		open: async (page) => {
			await shown(page, '/beheer/te-laat');
			await expect(page.getByText('Er is niets te laat binnengekomen.')).toBeVisible();
		}
	},
	{
		name: 'wat is veilig',
		open: async (page) => {
			await shown(page, '/programma');
			await page
				.getByRole('banner')
				.getByRole('button', { name: /Veilig op 2 plekken/ })
				.click();
			await expect(page.getByRole('button', { name: 'Wissel nu uit' })).toBeVisible();
		}
	},
	{
		name: 'versies',
		open: async (page) => {
			await shown(page, '/programma');
			await opened(page, page.getByRole('button', { name: 'Versies' }));
			await expect(page.getByText('Er is nog geen versie.', { exact: false })).toBeVisible();
		}
	},
	{
		name: 'aanmelden',
		open: async (page) => {
			await shown(page, '/aanmelden');
			await expect(page.getByRole('button', { name: 'Aanmelden met toegangssleutel' })).toBeVisible();
		}
	},
	{ name: 'sleutel', open: (page) => shown(page, '/aanmelden/sleutel') },
	{ name: 'dienst, samen', open: (page) => shown(page, '/veld/dienst') }
];

test('every screen passes WCAG 2.2 AA in every look', async ({ page }) => {
	test.setTimeout(600_000);
	// A colour half-way from one look to the next is nobody's.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const found: string[] = [];
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	found.push(...(await violations(page, 'eerste start')));
	await openDemo(page);
	for (const screen of screens) {
		await screen.open(page);
		found.push(...(await violations(page, screen.name)));
	}
	expect(found.join('\n')).toBe('');
});

test('every screen of a shared municipality passes WCAG 2.2 AA in every look', async ({ page }) => {
	test.setTimeout(600_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const server = await startServer();
	try {
		await givePasskeys(page);
		await openDemo(page, server.url);
		await page.goto(`${server.url}/beheer`);
		// All of it stands: the window is made as high as what is drawn, and the bar at the foot must not cover the rest.
		await expect(page.getByLabel('Code van de server')).toBeVisible();
		const found = await violations(page, 'server inrichten');
		await setUpServer(page, server);
		await bringTown(page);
		for (const screen of sharedScreens) {
			await screen.open(page);
			found.push(...(await violations(page, screen.name)));
		}
		await page.goto(await inviteAs(page, 'adviseur'));
		await expect(page.getByRole('button', { name: 'Doe mee' })).toBeVisible();
		found.push(...(await violations(page, 'uitnodiging')));
		expect(found.join('\n')).toBe('');
	} finally {
		await server.kill();
	}
});

async function opened(page: Page, opener: ReturnType<Page['getByRole']>): Promise<void> {
	await opener.click();
	await expect(page.getByRole('dialog')).toBeVisible();
}

/** Also of another server than the one of the stories. */
async function shown(page: Page, path: string): Promise<void> {
	const at = page.url().startsWith('http') ? page.url() : undefined;
	await page.goto(at ? new URL(path, at).href : path);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}
