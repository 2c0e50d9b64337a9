import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layers } from '../../layers.js';

const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

/** Rows of the table whose head starts with `layer`. */
function layerRows(markdown: string): string[][] {
	const lines = markdown.split('\n');
	const head = lines.findIndex((line) => /^\|\s*layer\s*\|/.test(line));
	if (head < 0) return [];
	const after = lines.slice(head + 2);
	const end = after.findIndex((line) => !line.startsWith('|'));
	return after.slice(0, end < 0 ? undefined : end).map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim())
	);
}

test('docs/architecture.md tells the same layers as layers.js', () => {
	const told = layerRows(page);
	const ruled = Object.entries(layers).map(([name, { may, why }]) => [name, may.join(', ') || '–', why]);
	expect(told).toEqual(ruled);
});

test('docs/architecture.md names only files that are there', () => {
	const named = [...page.matchAll(/`(src\/[\w./-]+\.(?:ts|svelte))`/g)].map(([, path]) => path ?? '');
	expect(named.length).toBeGreaterThan(4);
	for (const path of named)
		expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path).not.toBe('');
});
