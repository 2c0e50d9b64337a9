import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';
import { layers } from './layers.js';
import { layerBoundaries } from './scripts/layer-boundaries.mjs';
import svelteConfig from './svelte.config.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const tests = ['**/*.test.ts', '**/*.spec.ts', 'tests/**/*.ts'];

/** Given as selectors and not as globals only: `globalThis.crypto` and `new Date(value)` differ from their neighbours. */
const clockAndChance = [
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'Take the time from Ports.'
	},
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from Ports.' },
	{ selector: "CallExpression[callee.name='Date']", message: 'Take the time from Ports.' },
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Take chance from Ports.'
	},
	{ selector: "Identifier[name='crypto']", message: 'Take ids, chance and hashes from Ports.' },
	{ selector: "Identifier[name='performance']", message: 'Take the time from Ports.' },
	{ selector: "Identifier[name='globalThis']", message: 'Domain knows no surroundings.' }
];

/** A crafted V2 update of 27 bytes hangs or kills the reader (Yjs threat model): V1 only. */
const yjsV2 = [
	{ selector: 'ImportSpecifier[imported.name=/V2$/]', message: 'Yjs update format V1 only.' },
	{ selector: 'MemberExpression[property.name=/V2$/]', message: 'Yjs update format V1 only.' },
	{ selector: 'Literal[value="updateV2"]', message: 'Yjs update format V1 only.' }
];

export default ts.config(
	{
		ignores: ['build/', 'build-previous/', '.svelte-kit/', 'test-results/', 'playwright-report/', 'static/']
	},
	js.configs.recommended,
	...ts.configs.recommendedTypeChecked,
	...svelte.configs.recommended,
	...svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: {
					// Not part of the app's program: it lives in a worker, with other globals.
					allowDefaultProject: ['src/service-worker.ts'],
					defaultProject: 'tsconfig.worker.json'
				},
				tsconfigRootDir: root,
				extraFileExtensions: ['.svelte']
			}
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		plugins: { driehoek: { rules: { layers: layerBoundaries } } },
		rules: {
			// The compiler knows every name already, and knows types that this rule takes for missing values.
			'no-undef': 'off',
			'max-lines': ['error', 300],
			'no-restricted-syntax': ['error', ...yjsV2],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'svelte/no-at-html-tags': 'error',
			// The app lives at the root of its own host; kit's resolve() would only wrap every link.
			// The Maps and Sets it warns of are values made inside a derived, not state; stored data is read through Table.
			'svelte/prefer-svelte-reactivity': 'off',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// The parser takes the argument of a callback given to a component for `any`; svelte-check knows its real type.
		files: ['**/*.svelte'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{ files: ['src/**'], rules: { 'driehoek/layers': ['error', { root, layers }] } },
	{ files: ['src/lib/**', 'src/routes/**'], rules: { 'no-console': 'error' } },
	{
		files: ['src/lib/domain/**/*.ts'],
		ignores: tests,
		rules: { 'no-restricted-syntax': ['error', ...yjsV2, ...clockAndChance] }
	},
	{
		files: tests,
		rules: {
			'max-lines': ['error', 400],
			// In a test a wrong guess fails the test, which is what it is for.
			'@typescript-eslint/no-non-null-assertion': 'off'
		}
	},
	{ files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked }
);
