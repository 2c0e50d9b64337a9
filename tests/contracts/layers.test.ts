import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

// The real configuration, minus what needs the whole program's types: planted files do not exist on disk, and the
// layers are about paths alone.
const eslint = new ESLint({
	overrideConfig: {
		languageOptions: { parserOptions: { projectService: false, project: null, programs: null } }
	},
	ruleFilter: ({ ruleId }) => watched.has(ruleId)
});
const watched = new Set([
	'driehoek/layers',
	'no-restricted-syntax',
	'no-console',
	'max-lines',
	'svelte/no-at-html-tags',
	'@typescript-eslint/no-explicit-any'
]);

async function complaints(filePath: string, code: string): Promise<string[]> {
	const text =
		filePath.endsWith('.svelte') && !code.includes('<') ? `<script lang="ts">\n${code}\n</script>\n` : code;
	const [result] = await eslint.lintText(text, { filePath });
	return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

// The first file loads the configuration and the TypeScript parser: seconds on a busy machine, and no test's business.
beforeAll(() => complaints('src/lib/domain/planted.ts', ''), 60_000);

const layersRule = ['driehoek/layers'];

describe('a planted violation is caught', () => {
	test.each([
		['a static import', 'src/lib/domain/planted.ts', "import { x } from '#lib/local/x.ts'; x();"],
		[
			'a type import',
			'src/lib/domain/planted.ts',
			"import type { X } from '#lib/local/x.ts'; export type Y = X;"
		],
		['a type in place', 'src/lib/domain/planted.ts', "export type Y = import('#lib/local/x.ts').X;"],
		['a re-export', 'src/lib/exchange/planted.ts', "export * from '#lib/collab/x.ts';"],
		['a named re-export', 'src/lib/exchange/planted.ts', "export { x } from '../local/x.ts';"],
		['a relative climb', 'src/lib/domain/fact/planted.ts', "import { x } from '../../local/x.ts'; x();"],
		['a dynamic import', 'src/lib/collab/planted.ts', "await import('#lib/local/x.ts');"],
		['a dynamic climb', 'src/lib/collab/planted.ts', "await import('../local/x.ts');"],
		['a computed import', 'src/lib/collab/planted.ts', 'export const load = (x: string) => import(x);'],
		[
			'a worker by address',
			'src/lib/ui/planted.ts',
			"new Worker(new URL('../exchange/x.ts', import.meta.url));"
		],
		['a tool’s own alias', 'src/lib/ui/planted.ts', "import { x } from '$lib/domain/x.ts'; x();"],
		['a file of no layer', 'src/lib/ui/planted.ts', "import { x } from '../../../scripts/x.mjs'; x();"],
		['a screen that reaches the store', 'src/routes/planted.ts', "import { x } from '#lib/local/x.ts'; x();"],
		['a screen in Svelte', 'src/routes/plan/Planted.svelte', "import { x } from '#lib/collab/x.ts'; x();"],
		['a climb in Svelte', 'src/lib/ui/Planted.svelte', "import { x } from '../workspace/x.ts'; x();"],
		['a dynamic import in Svelte', 'src/lib/ui/Planted.svelte', "void import('../workspace/x.ts');"],
		[
			'runes outside a component',
			'src/lib/ui/planted.svelte.ts',
			"import { x } from '#lib/local/x.ts'; x();"
		],
		['the app in the server', 'src/server/planted.ts', "import { x } from '#lib/workspace/x.ts'; x();"],
		['the server in the app', 'src/lib/sync/planted.ts', "import { x } from '#server/x.ts'; x();"]
	])('%s', async (_what, file, code) => {
		expect(await complaints(file, code)).toEqual(layersRule);
	});

	test.each([
		['the clock', 'export const x = Date.now();'],
		['the clock in an object', 'export const x = new Date();'],
		['chance', 'export const x = Math.random();'],
		['the browser’s ids', 'export const x = crypto.randomUUID();'],
		['a way around', "export const x = globalThis['Date'];"]
	])('%s in domain', async (_what, code) => {
		expect(await complaints('src/lib/domain/planted.ts', code)).toContain('no-restricted-syntax');
	});

	test.each([
		['by name', "import { applyUpdateV2 } from 'yjs'; applyUpdateV2();"],
		['by object', "import * as Y from 'yjs'; Y.encodeStateAsUpdateV2(new Y.Doc());"],
		['by event', "import * as Y from 'yjs'; new Y.Doc().on('updateV2', () => {});"]
	])('update format V2 %s', async (_what, code) => {
		expect(await complaints('src/lib/collab/planted.ts', code)).toEqual(['no-restricted-syntax']);
	});

	test('raw HTML, any, console, a file that grew too long', async () => {
		expect(await complaints('src/routes/Planted.svelte', '<p>{@html "<b>x</b>"}</p>')).toEqual([
			'svelte/no-at-html-tags'
		]);
		expect(await complaints('src/lib/local/planted.ts', 'export const x: any = 1;')).toEqual([
			'@typescript-eslint/no-explicit-any'
		]);
		expect(await complaints('src/lib/local/planted.ts', "console.log('x');")).toEqual(['no-console']);
		expect(await complaints('src/lib/local/planted.ts', '// x\n'.repeat(301))).toEqual(['max-lines']);
	});
});

describe('what the layers allow passes', () => {
	test.each([
		['domain within itself', 'src/lib/domain/fact/planted.ts', "import { x } from '../programme/x.ts'; x();"],
		['a given moment in domain', 'src/lib/domain/planted.ts', 'export const x = new Date(0);'],
		['a package', 'src/lib/collab/planted.ts', "import * as Y from 'yjs'; new Y.Doc();"],
		['workspace, lazily', 'src/lib/workspace/planted.ts', "await import('#lib/exchange/x.ts');"],
		['a screen', 'src/routes/Planted.svelte', "import { x } from '#lib/workspace/x.ts'; x();"],
		['a screen’s own part', 'src/routes/plan/+page.svelte', "import { x } from './x.ts'; x();"],
		['what kit makes', 'src/routes/plan/+page.ts', "import type { X } from './$types'; export type Y = X;"],
		[
			'a test that visits the town',
			'src/lib/domain/planted.test.ts',
			"import { x } from '#lib/demo/x.ts'; x();"
		]
	])('%s', async (_what, file, code) => {
		expect(await complaints(file, code)).toEqual([]);
	});
});
