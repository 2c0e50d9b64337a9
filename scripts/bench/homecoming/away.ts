/** A month apart, lived through the verbs of the app in its own pages, without a tap for each of two thousand facts. */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Page } from '@playwright/test';
import { build } from 'vite';

/** As one script; the rules of the page on where scripts come from are for its own, not for the bench beside it. */
export async function bundleMonth(): Promise<string> {
	const made = await build({
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		worker: { format: 'es' },
		build: {
			write: false,
			minify: false,
			lib: {
				entry: fileURLToPath(new URL('in-the-page.ts', import.meta.url)),
				formats: ['iife'],
				name: 'inThePage'
			}
		}
	});
	const [first] = Array.isArray(made) ? made : [made];
	const chunk = first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : null;
	if (chunk?.type !== 'chunk') throw new Error('the month was not bundled');
	return chunk.code;
}

/** The tablet's own rounds; resolves with how many facts it then has. */
export async function recordRounds(page: Page, month: string, facts: number): Promise<number> {
	await page.evaluate(month);
	return page.evaluate((count) => window.month.record(count), facts);
}

/** What the desk wrote meanwhile: facts, and words in so many measures. */
export async function writeAtDesk(page: Page, month: string, facts: number, edits: number): Promise<void> {
	await page.evaluate(month);
	await page.evaluate((count) => window.month.record(count), facts);
	await page.evaluate((count) => window.month.plan(count), edits);
}
