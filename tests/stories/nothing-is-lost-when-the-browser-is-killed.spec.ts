import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startBrowser } from '../../scripts/campaign/browser.ts';
import { leaveHalfRecords } from '../../scripts/campaign/half-record.ts';
import { runKills } from '../../scripts/campaign/kill.ts';
import { noticed, save, tile } from './support/field.ts';
import { startServer } from './support/server.ts';
import { openDemo } from './support/town.ts';

/** A few of what `npm run campaign -- --kill N` does by the hundred. */
const kills = 8;

test('what was seen to be safe is there after the browser is killed in the midst of acts', async () => {
	test.setTimeout(180_000);
	expect(await runKills({ count: kills, seed: 1, port: 0, anew: true, name: 'kill-story' })).toBe(true);
});

test('[S2.8] a write that was cut off halfway costs nothing of what stood, nor of what comes after it', async () => {
	test.setTimeout(120_000);
	const server = await startServer();
	const profile = mkdtempSync(join(tmpdir(), 'driehoek-half-'));
	/** One start of the browser, from the first screen to the blow. */
	const life = async (act: (page: Page) => Promise<void>) => {
		const browser = await startBrowser(profile);
		try {
			await act(browser.page);
		} finally {
			await browser.kill();
		}
	};
	const say = async (page: Page, words: string) => {
		await page.goto(`${server.url}/veld/feit?m=demo-m-2-4`);
		await tile(page, 'Gesproken').click();
		await noticed(page).fill(words);
		return save(page);
	};
	try {
		let first = 0;
		await life(async (page) => {
			await openDemo(page, server.url);
			first = await say(page, 'voor de klap');
		});
		expect(leaveHalfRecords(profile)).toBe(1);
		await life(async (page) => {
			expect(await say(page, 'na de klap')).toBe(first + 1);
		});
		// The browser reads the log from its beginning again: this is where it used to throw everything away.
		await life(async (page) => {
			await page.goto(`${server.url}/programma?m=demo-m-2-4`);
			await expect(page.getByText('voor de klap')).toBeVisible();
			await expect(page.getByText('na de klap')).toBeVisible();
		});
	} finally {
		await server.kill();
		rmSync(profile, { recursive: true, force: true });
	}
});
