import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from './chromium.ts';

export interface KillableBrowser {
	page: Page;
	/** As the system does when memory runs out: no goodbye. */
	kill(): Promise<void>;
}

/** A browser on its own profile whose process is ours to end; Playwright's own would be closed politely. */
export async function openKillable(profile: string): Promise<KillableBrowser> {
	const { args, executablePath = chromium.executablePath() } = chromiumLaunch;
	const browser = spawn(
		executablePath,
		[
			...args,
			'--headless=new',
			'--no-default-browser-check',
			'--window-size=800,1280',
			'--lang=nl-NL',
			`--user-data-dir=${profile}`,
			'--remote-debugging-port=0',
			'about:blank'
		],
		{ stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const gone = once(browser, 'exit');
	const address = await new Promise<string>((resolve, reject) => {
		browser.stderr.on('data', (line: Buffer) => {
			const found = /ws:\/\/\S+/.exec(line.toString())?.[0];
			if (found) resolve(found);
		});
		void gone.then(() => reject(new Error('The browser ended before it listened.')));
	});
	const connected = await chromium.connectOverCDP(address);
	const context = connected.contexts()[0];
	if (!context) throw new Error('The browser has no profile open.');
	return {
		page: context.pages()[0] ?? (await context.newPage()),
		async kill() {
			browser.kill('SIGKILL');
			await gone;
		}
	};
}
