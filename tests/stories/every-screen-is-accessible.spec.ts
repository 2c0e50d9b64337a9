import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { measureLines, openDemo, programmeText } from './support/town.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const looks = ['gewoon', 'donker', 'zon'] as const;

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
	{ name: 'logboek', open: (page) => shown(page, '/beheer/logboek') }
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

async function shown(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

/** Tall enough to hold the page: a row that the places bar happens to cover at this scroll is not a small target. */
async function stretch(page: Page): Promise<void> {
	const size = page.viewportSize();
	if (!size || size.width > 900) return;
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width: size.width, height: Math.max(1280, Math.min(height + 100, 8000)) });
}

/** One page, its look changed in place: whatever a look changes is held against every rule. */
async function violations(page: Page, screen: string): Promise<string[]> {
	const found: string[] = [];
	await stretch(page);
	for (const look of looks) {
		await page.evaluate((name) => (document.documentElement.dataset.look = name), look);
		// Without other frames nothing needs a second page, and what passes is not asked for: a quarter of the time.
		const axe = new AxeBuilder({ page }).setLegacyMode();
		const { violations } = await axe.options({ runOnly: tags, resultTypes: ['violations'] }).analyze();
		for (const { id, nodes } of violations)
			for (const { target, failureSummary } of nodes)
				found.push(
					`${screen} (${look}): ${id} at ${target.join(' ')}: ${failureSummary?.split('\n').at(-1)?.trim()}`
				);
	}
	return found;
}
