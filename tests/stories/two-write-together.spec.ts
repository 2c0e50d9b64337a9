import { expect, test, type Browser, type Page } from '@playwright/test';
import { startServer, type RunningServer } from './support/server.ts';
import {
	acceptInvite,
	bringTown,
	inviteAs,
	isSafeTwice,
	newDevice,
	setUpServer
} from './support/together.ts';
import { digTunnel } from './support/tunnel.ts';
import { measureLines, openDemo } from './support/town.ts';

/** Two advisers of one town, each on a device of their own. */
async function twoAdvisers(
	browser: Browser,
	server: RunningServer,
	ofMieke: string,
	ofAnna: string
): Promise<[mieke: Page, anna: Page]> {
	const mieke = await newDevice(browser, { ...server, url: ofMieke });
	await openDemo(mieke);
	await setUpServer(mieke, { ...server, url: ofMieke });
	await bringTown(mieke);
	const link = await inviteAs(mieke, 'adviseur');
	const anna = await newDevice(browser, { ...server, url: ofAnna });
	await acceptInvite(anna, link.replace(ofMieke, ofAnna), 'Anna Bos');
	for (const page of [mieke, anna]) {
		await page.goto('/programma');
		await expect(measureLines(page).first()).toBeVisible({ timeout: 30_000 });
	}
	await isSafeTwice(anna);
	return [mieke, anna];
}

test('two advisers see each other and each other’s edits; one goes through a tunnel', async ({ browser }) => {
	test.setTimeout(240_000);
	let port = 0;
	const tunnel = await digTunnel(() => port);
	const street = await digTunnel(() => port);
	const server = await startServer('build', 0, undefined, { ORIGINS: `${tunnel.url},${street.url}` });
	port = server.port;
	try {
		const [mieke, anna] = await twoAdvisers(browser, server, tunnel.url, street.url);

		await test.step('who is here, and where', async () => {
			await expect(mieke.getByRole('button', { name: /1 collega hier: Anna Bos/ })).toBeVisible({
				timeout: 20_000
			});
			await planningOf(anna, 0).click();
			await expect(measureLines(mieke).first().getByText('Anna Bos schrijft hier')).toBeAttached();
		});

		await test.step('an edit of the other comes into the table', async () => {
			await anna.getByRole('textbox', { name: 'Planning' }).fill('elke vrijdag');
			await anna.keyboard.press('Enter');
			await expect(planningOf(mieke, 0)).toContainText('elke vrijdag');
		});

		await test.step('a cell that is being edited keeps its draft, and says what changed', async () => {
			await planningOf(mieke, 1).click();
			const draft = mieke.getByRole('textbox', { name: 'Planning' });
			await draft.fill('van Mieke');
			await setPlanning(anna, 1, 'van Anna');
			await expect(mieke.getByText(/wijzigde dit ook: “van Anna”/)).toBeVisible();
			await expect(draft).toHaveValue('van Mieke');
			await mieke.keyboard.press('Escape');
			await expect(planningOf(mieke, 1)).toContainText('van Anna');
		});

		await test.step('in the panel a field that someone is in is marked, and their caret stands in its words', async () => {
			const panel = (page: Page) => page.getByRole('complementary', { name: /^Maatregel/ });
			for (const page of [mieke, anna]) await measureLines(page).nth(4).getByRole('link').first().click();
			const note = (page: Page) => panel(page).locator('[data-at$="/note"]');
			await note(mieke).getByRole('button').click();
			await mieke.getByRole('textbox', { name: 'Notitie' }).fill('Afstemmen met de wijk');
			await mieke.getByRole('textbox', { name: 'Notitie' }).press('Control+Enter');
			await expect(note(anna)).toContainText('Afstemmen met de wijk');
			await note(mieke).getByRole('button').click();
			await expect(note(anna).getByText('Mieke de Vries schrijft hier')).toBeAttached();
			await expect(note(anna).locator('[data-caret="Mieke de Vries"]')).toBeVisible();
			await mieke.keyboard.press('Escape');
			await expect(note(anna).locator('[data-caret]')).toHaveCount(0);
			for (const page of [mieke, anna]) {
				await panel(page).getByRole('button', { name: 'Sluit' }).click();
				await expect(panel(page)).toBeHidden();
			}
		});

		await test.step('a tunnel: both go on, and afterwards it is told', async () => {
			await setPlanning(mieke, 2, 'voor de tunnel');
			await expect(planningOf(anna, 2)).toContainText('voor de tunnel');
			tunnel.cut();
			await setPlanning(mieke, 2, 'in de tunnel');
			await expect(
				mieke
					.getByRole('banner')
					.getByText(/wacht(en)? op verbinding/)
					.first()
			).toBeVisible();
			await setPlanning(anna, 2, 'buiten de tunnel');
			await setPlanning(anna, 3, 'ook van Anna');
			tunnel.mend();
			await expect(planningOf(mieke, 3)).toContainText('ook van Anna', { timeout: 30_000 });
			await isSafeTwice(mieke);
			const shown = await planningOf(mieke, 2).textContent();
			await expect(planningOf(anna, 2)).toContainText(shown?.trim() ?? '');
			// Whose value stands is drawn by lot; whoever lost it is told, and has it back in one click.
			const [loser, lost] = shown?.includes('buiten') ? [mieke, 'in de tunnel'] : [anna, 'buiten de tunnel'];
			await loser
				.getByRole('complementary', { name: 'Wat er samenkwam' })
				.getByRole('button', { name: 'Bekijk' })
				.click();
			await loser.getByRole('button', { name: new RegExp(`^Zet terug.*${lost}`) }).click();
			await expect(loser.getByRole('dialog').getByText('teruggezet', { exact: true })).toBeVisible();
			await loser.keyboard.press('Escape');
			for (const page of [mieke, anna]) await expect(planningOf(page, 2)).toContainText(lost);
		});

		await test.step('both type in one paragraph of the plan', async () => {
			for (const page of [mieke, anna]) await page.goto('/plan');
			const story = (page: Page) => page.locator('[data-at^="themes/"][data-at$="/description"]').first();
			await story(mieke).click();
			await expect(story(anna).getByText('Mieke de Vries schrijft hier')).toBeAttached({ timeout: 20_000 });
			const field = (page: Page) => page.locator('textarea').first();
			const before = await field(mieke).inputValue();
			const caret = (page: Page, of: string) => story(page).locator(`[data-caret="${of}"]`);

			// Read along, without being in it: the words come while the hand is still on the keys.
			await field(mieke).press('Control+End');
			for (const piece of [' Mieke', ' schrijft', ' door']) {
				await field(mieke).pressSequentially(piece, { delay: 20 });
				await expect(story(anna)).toContainText(piece.trim());
				await expect(field(mieke)).toBeFocused();
			}
			await expect(caret(anna, 'Mieke de Vries')).toBeVisible();
			await field(mieke).press('Control+Home');
			const letter = await story(anna).locator('p').first().boundingBox();
			await expect
				.poll(async () => {
					const at = await caret(anna, 'Mieke de Vries').boundingBox();
					return Math.abs((at?.x ?? 0) - (letter?.x ?? 0));
				})
				.toBeLessThan(3);
			// What was typed in one breath is taken back in one, with nothing of anyone else.
			await field(mieke).press('Escape');
			await expect(story(anna)).not.toContainText('schrijft door');
			await story(mieke).click();
			await expect(field(mieke)).toHaveValue(before);

			await story(anna).click();
			await expect(caret(mieke, 'Anna Bos')).toBeVisible();
			await expect(field(anna)).toBeFocused();
			await field(mieke).press('Control+End');
			await field(mieke).pressSequentially(' Slot van Mieke.');
			await expect(field(anna)).toHaveValue(/Slot van Mieke\.$/);
			await field(anna).press('Control+Home');
			await field(anna).pressSequentially('Begin van Anna. ');
			await expect(field(mieke)).toHaveValue(/^Begin van Anna\..*Slot van Mieke\.$/s);
			await expect(field(anna)).toHaveValue(/^Begin van Anna\..*Slot van Mieke\.$/s);
			const own = await field(mieke).evaluate((node: HTMLTextAreaElement) => node.selectionStart);
			const whole = await field(mieke).inputValue();
			expect(own).toBe(whole.length);
			// Nothing to explain: both saw it happen.
			for (const page of [mieke, anna])
				await expect(page.getByText(/tekst(en)? van u en een collega/)).toBeHidden();
			await field(mieke).press('Control+Enter');
			await mieke.keyboard.press('Control+z');
			await expect(field(anna)).toHaveValue(/^Begin van Anna\. (?!.*Slot van Mieke)/s);
		});
	} finally {
		await Promise.all([tunnel.close(), street.close()]);
		await server.kill();
	}
});

function planningOf(page: Page, at: number) {
	return measureLines(page).nth(at).locator('[data-at$="/planning"]');
}

async function setPlanning(page: Page, at: number, planning: string): Promise<void> {
	await planningOf(page, at).click();
	await page.getByRole('textbox', { name: 'Planning' }).fill(planning);
	await page.keyboard.press('Enter');
	await expect(planningOf(page, at)).toContainText(planning);
}
