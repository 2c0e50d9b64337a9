// The name of a release: package version plus a hash of everything the build is made from. Two builds of the same
// sources carry one name, so a device is never offered an "update" to what it already has, and any change at all
// gives the service worker a new revision for the shell and the static files.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

const sources = ['src', 'static', 'package-lock.json', 'package.json', 'svelte.config.js', 'vite.config.ts'];
/** Not in the app: a changed test or server must not send every tablet a new version. */
const notInTheApp = /(^src\/server\/)|(\.test\.ts$)/;

/** @param {string} root the repository's folder */
export function releaseName(root) {
	if (process.env.APP_VERSION) return process.env.APP_VERSION;
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const hash = createHash('sha256');
	for (const file of sources.flatMap((source) => filesUnder(root, source)).sort()) {
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(join(root, file)))
			.update('\0');
	}
	return `${version}+${hash.digest('hex').slice(0, 10)}`;
}

/** @param {string} root @param {string} source @returns {string[]} paths with forward slashes */
function filesUnder(root, source) {
	if (/\.\w+$/.test(source)) return [source];
	return readdirSync(join(root, source), { recursive: true })
		.map((file) => `${source}/${String(file).split(sep).join('/')}`)
		.filter((file) => statSync(join(root, file)).isFile())
		.filter((file) => !notInTheApp.test(file));
}
