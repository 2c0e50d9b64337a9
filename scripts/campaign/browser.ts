import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../tests/stories/support/chromium.ts';

/** A browser as a person has one: its own profile on disk, and a process group that can be taken away in one blow. */
export interface RunningBrowser {
	page: Page;
	/** `kill -9` of everything at once: no goodbye, nothing is written any more. */
	kill(): Promise<void>;
}

/** A machine that does other work besides may take long; a browser that never comes is told. */
const startsWithinMs = 90_000;

export async function startBrowser(profile: string): Promise<RunningBrowser> {
	const portFile = join(profile, 'DevToolsActivePort');
	rmSync(portFile, { force: true });
	const executable = chromiumLaunch.executablePath ?? chromium.executablePath();
	const browser = spawn(
		executable,
		[
			...chromiumLaunch.args,
			'--headless=new',
			'--disable-extensions',
			'--disable-default-apps',
			'--no-zygote',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			'--lang=nl-NL',
			'--window-size=1440,900',
			'--no-default-browser-check',
			'--hide-crash-restore-bubble',
			'about:blank'
		],
		{ detached: true, stdio: 'ignore' }
	);
	// A campaign that is broken off takes its browser along.
	const takeAlong = () => blow(browser);
	process.once('exit', takeAlong);
	browser.once('exit', () => process.off('exit', takeAlong));
	try {
		const over = await connect(browser, portFile);
		const page = over.contexts()[0]?.pages()[0] ?? (await over.contexts()[0]?.newPage());
		if (!page) throw new Error('The browser has no page.');
		return { page, kill: () => end(browser, over) };
	} catch (error) {
		await end(browser, null);
		throw error;
	}
}

async function connect(browser: ChildProcess, portFile: string): Promise<Browser> {
	for (let waited = 0; waited < startsWithinMs; waited += 20) {
		if (browser.exitCode !== null) throw new Error('The browser ended before it listened.');
		const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : '';
		if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
		await wait(20);
	}
	throw new Error('The browser did not start.');
}

async function end(browser: ChildProcess, over: Browser | null): Promise<void> {
	const gone = browser.exitCode === null && browser.signalCode === null ? once(browser, 'exit') : null;
	if (gone) blow(browser);
	await gone;
	await over?.close().catch(() => undefined);
}

function blow({ pid }: ChildProcess): void {
	if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}
