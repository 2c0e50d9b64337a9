import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * Lowest versions without a known hole. A test and not only `npm audit`, which may not answer behind a closed registry
 * and then passes silently. They hold for every copy, also one that another package brought along.
 */
const floors: Record<string, string> = {
	'@hocuspocus/server': '4.5.0',
	ws: '8.21.0',
	crossws: '0.4.10',
	'@sveltejs/kit': '2.70.3',
	svelte: '5.56.1',
	devalue: '5.8.1',
	'prosemirror-view': '1.42.3',
	'@tiptap/core': '3.30.4',
	dompurify: '3.4.13',
	mammoth: '1.12.1',
	sharp: '0.35.4',
	'maplibre-gl': '6.4.1'
};

const forbidden: Record<string, string> = {
	xlsx: 'unfixed holes',
	exceljs: 'unmaintained',
	'dexie-encrypted': 'unmaintained',
	unpdf: 'bundles an older pdfjs',
	'pdfjs-dist': 'no PDF parsing',
	'pdf-parse': 'no PDF parsing',
	'@hocuspocus/extension-throttle': 'bans everyone behind one address'
};

interface Manifest {
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	allowScripts: Record<string, boolean>;
}
interface Lock {
	packages: Record<string, { version: string; hasInstallScript?: boolean; optional?: boolean }>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const copies = Object.entries(lock.packages)
	.filter(([path]) => path !== '')
	.map(([path, entry]) => ({ path, name: path.split('node_modules/').at(-1) ?? path, ...entry }));

/** A version before its release (`-rc.1`) counts as below it. */
function isBelow(version: string, floor: string): boolean {
	const [numbers = '', beforeRelease] = version.split('-', 2);
	const found = numbers.split('.').map(Number);
	for (const [place, least] of floor.split('.').map(Number).entries()) {
		const number = found[place] ?? 0;
		if (number !== least) return number < least;
	}
	return beforeRelease !== undefined;
}

describe('the packages this app is made of', () => {
	test('the list was read', () => {
		expect(copies.length).toBeGreaterThan(100);
		expect(copies.some((copy) => copy.name === 'svelte')).toBe(true);
	});

	test.each(Object.entries(floors))('%s, where it is used, is at least %s', (name, floor) => {
		const below = copies.filter((copy) => copy.name === name && isBelow(copy.version, floor));
		expect(below.map((copy) => `${copy.path} ${copy.version}`)).toEqual([]);
	});

	test.each(Object.entries(forbidden))('%s is not among them (%s)', (name) => {
		expect(copies.filter((copy) => copy.name === name)).toEqual([]);
	});

	test('are named by exact version', () => {
		const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
		expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
	});

	test('run a script at installation only when named, with a yes or a no', () => {
		expect(manifest.allowScripts.node).toBe(true);
		expect(Object.values(manifest.allowScripts).every((answer) => typeof answer === 'boolean')).toBe(true);
		const unnamed = copies.filter(
			// An optional one may be left out without breaking anything (fsevents, only on a Mac).
			(copy) => copy.hasInstallScript && !copy.optional && !(copy.name in manifest.allowScripts)
		);
		expect(unnamed.map((copy) => copy.name)).toEqual([]);
	});

	test('come from no registry in particular: the lockfile names no address', () => {
		expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "https?:/);
	});
});

test('a version is compared by its numbers', () => {
	expect(isBelow('5.8.0', '5.8.1')).toBe(true);
	expect(isBelow('5.10.0', '5.8.1')).toBe(false);
	expect(isBelow('4.5.0-rc.1', '4.5.0')).toBe(true);
	expect(isBelow('4.5.0', '4.5.0')).toBe(false);
});
