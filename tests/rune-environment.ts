import type { Environment } from 'vitest/runtime';

/**
 * Node, but compiled as for a browser: in the server half of svelte `$state` is a plain variable and effects never
 * run, so that a weak test passes. No DOM is faked: components are tested in a real browser (tests/stories).
 */
const runeEnvironment: Environment = {
	name: 'runes',
	viteEnvironment: 'client',
	setup: () => ({ teardown() {} })
};
export default runeEnvironment;
