import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { RunningServer } from './server.ts';
import { openDemo } from './town.ts';

/** A device of its own: another profile, with a key that says yes to everything. */
export async function newDevice(browser: Browser, server: RunningServer): Promise<Page> {
	const context: BrowserContext = await browser.newContext({ baseURL: server.url, locale: 'nl-NL' });
	const page = await context.newPage();
	await givePasskeys(page);
	return page;
}

/** The browser's own stand-in for a fingerprint: whoever is asked, agrees. */
export async function givePasskeys(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

/** First run of a server, by whoever has a municipality on this device: code, name, passkey, codes put away. */
export async function setUpServer(page: Page, server: RunningServer): Promise<void> {
	await page.goto(`${server.url}/beheer#samen`);
	const section = page.locator('#samen');
	await section.getByLabel('Code van de server').fill(await server.setupCode());
	await section.getByLabel('Uw naam').fill('Mieke de Vries');
	await section.getByRole('button', { name: 'Richt in' }).click();
	await section.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
	await section.getByRole('button', { name: 'Maak een toegangssleutel' }).click();
	await section.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
	await expect(section.getByText('U bent aangemeld als Mieke de Vries.')).toBeVisible();
}

export async function bringTown(page: Page): Promise<void> {
	const section = page.locator('#samen');
	await section.getByRole('button', { name: 'Breng deze gemeente hierheen' }).click();
	await expect(section.getByText('Veilig op 2 plekken')).toBeVisible({ timeout: 30_000 });
}

/** Mieke, on a device of her own, with the example town on this server. */
export async function townOn(browser: Browser, server: RunningServer): Promise<Page> {
	const mieke = await newDevice(browser, server);
	await openDemo(mieke, server.url);
	await setUpServer(mieke, server);
	await bringTown(mieke);
	return mieke;
}

/** Whom `by` invites as this, on a device of their own, with the whole town on it. */
export async function colleague(
	browser: Browser,
	server: RunningServer,
	by: Page,
	{ role, name }: { role: string; name: string }
): Promise<Page> {
	const link = await inviteAs(by, role);
	const page = await newDevice(browser, server);
	await acceptInvite(page, link, name);
	await isSafeTwice(page);
	return page;
}

/** The link of a fresh invite for this role. */
export async function inviteAs(page: Page, role: string): Promise<string> {
	await page.goto(new URL('/beheer/mensen', page.url()).href);
	await page.getByRole('button', { name: 'Nodig iemand uit' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Rol').selectOption({ label: role });
	await dialog.getByRole('button', { name: 'Maak de uitnodiging' }).click();
	const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
	await dialog.getByRole('button', { name: 'Klaar' }).click();
	return link;
}

/** Says yes on a fresh device, with a passkey. */
export async function acceptInvite(page: Page, link: string, name: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Uw naam').fill(name);
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await page.getByRole('button', { name: 'Maak een toegangssleutel' }).click();
	await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
	await expect(page).toHaveURL(/\/vandaag$/);
}

export async function isSafeTwice(page: Page): Promise<void> {
	await expect(page.getByRole('banner').getByText('Veilig op 2 plekken').first()).toBeVisible({
		timeout: 30_000
	});
}
