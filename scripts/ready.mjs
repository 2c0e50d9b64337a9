// Makes a machine ready before a command runs. Plain JavaScript for any Node from 20 up: it runs before the project's
// own Node 24 is installed. Without arguments: the packages. `build`: the built app too. `browser`: a Chromium too.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseName } from './release.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const wanted = new Set(process.argv.slice(2));

const unknown = [...wanted].filter((step) => step !== 'build' && step !== 'browser');
if (unknown.length > 0) stop(`Unknown step: ${unknown.join(', ')}. Known: build, browser.`);

if (!packagesAreInstalled())
	run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], 'Installing packages (once)');
if (wanted.has('build') && !buildIsCurrent()) build();
if (wanted.has('browser') && !browserIsInstalled()) installBrowser();

function packagesAreInstalled() {
	// npm writes this file last, so it is missing after an installation that was cut short.
	const done = join(root, 'node_modules/.package-lock.json');
	return existsSync(done) && statSync(done).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function buildIsCurrent() {
	const stamp = join(root, 'build/_app/version.json');
	if (!existsSync(stamp) || !existsSync(join(root, 'build/index.html'))) return false;
	return JSON.parse(readFileSync(stamp, 'utf8')).version === releaseName(root);
}

/** The release before this one stays beside it, for tabs that have not reloaded yet (src/server/static.ts). */
function build() {
	const current = join(root, 'build');
	const previous = `${current}-previous`;
	const hadOne = existsSync(join(current, 'index.html'));
	if (hadOne) {
		rmSync(previous, { recursive: true, force: true });
		renameSync(current, previous);
	}
	// Said once: vite reads its configuration more than once, and a source that changes meanwhile would give page and
	// scripts two names that do not know each other.
	const env = { APP_VERSION: releaseName(root) };
	if (attempt('vite', ['build', '--logLevel', 'warn'], 'Building', env)) return;
	// A build that fails must not take away the one that worked.
	if (hadOne) {
		rmSync(current, { recursive: true, force: true });
		renameSync(previous, current);
	}
	stop('The build failed.');
}

function browserIsInstalled() {
	if (process.env.CHROMIUM) {
		if (!existsSync(process.env.CHROMIUM))
			stop(`CHROMIUM points to ${process.env.CHROMIUM}, which is not there.`);
		return true;
	}
	if (existsSync('/usr/bin/chromium')) return true;
	const { chromium } = createRequire(import.meta.url)('@playwright/test');
	return existsSync(chromium.executablePath());
}

function installBrowser() {
	const asRoot = process.getuid?.() === 0;
	if (asRoot && existsSync('/etc/debian_version')) {
		const packages = ['chromium', 'fonts-liberation'];
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		const installed =
			attempt('apt-get', ['update', '-qq'], 'Installing Chromium (once)', env) &&
			attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], undefined, env);
		// Ubuntu's package is only a pointer to a snap: then the file is still not there.
		if (installed && existsSync('/usr/bin/chromium')) return;
	}
	run('playwright', ['install', 'chromium'], "Downloading Playwright's Chromium (once)");
}

/**
 * Stops everything when the command fails: nothing after it could be trusted.
 * @param {string} command @param {string[]} args @param {string} [title]
 */
function run(command, args, title) {
	if (!attempt(command, args, title)) stop(`"${command} ${args.join(' ')}" failed.`);
}

/** @param {string} command @param {string[]} args @param {string} [title] @param {Record<string, string>} [env] */
function attempt(command, args, title, env = {}) {
	if (title) console.error(`${title} …`);
	// The project's own Node 24 stands in node_modules/.bin and must come before the system's.
	const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
	const result = spawnSync(command, args, {
		cwd: root,
		env: { ...process.env, ...env, PATH },
		// Standard output stays clean for the command that follows (`npm run -s import` prints one JSON object).
		stdio: ['ignore', 2, 'inherit'],
		shell: process.platform === 'win32'
	});
	return result.status === 0;
}

/** @param {string} message @returns {never} */
function stop(message) {
	console.error(message);
	process.exit(1);
}
