import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/{contracts,simulation,plans,processes}/**/*.test.ts'],
					exclude: ['**/*.svelte.test.ts']
				}
			},
			{
				// With Node's own condition svelte resolves to its server half, where effects never run and a weak test
				// passes: rune tests get the browser half.
				plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'runes',
					environment: './tests/rune-environment.ts',
					include: ['src/**/*.svelte.test.ts']
				}
			}
		]
	}
});
