import { existsSync } from 'node:fs';

/** Debian's own Chromium where it stands, else the one Playwright downloaded (scripts/ready.mjs sees to either). */
const executablePath =
	process.env.CHROMIUM ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

export const chromiumLaunch = {
	...(executablePath === undefined ? {} : { executablePath }),
	// Containers run as root without user namespaces; the rest keeps the browser from talking to its maker.
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	]
};
