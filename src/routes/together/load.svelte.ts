import { enter } from '#lib/ui/words/words.svelte.ts';
import type { Workspace } from '#lib/workspace/index.ts';

import type * as SharedParts from './shared.ts';

export type Shared = typeof SharedParts;

let loading: Promise<Shared> | null = null;

/** What only a shared municipality shows: its code and words come together, and never with the first screen. */
function loadShared(): Promise<Shared> {
	loading ??= Promise.all([import('./shared.ts'), enter('together')]).then(([shared]) => shared);
	// A chunk that could not be had now is asked for again by the next screen.
	loading.catch(() => (loading = null));
	return loading;
}

/** Called while a component is made; `parts` is null until the municipality is shared and its parts are here. */
export function followShared(workspace: () => Workspace): { readonly parts: Shared | null } {
	let parts = $state.raw<Shared | null>(null);
	const joined = $derived(workspace().exchange.joined);
	// Code comes from outside: it is asked for once the municipality is shared.
	$effect(() => {
		if (joined) void loadShared().then((shared) => (parts = shared));
	});
	return {
		get parts() {
			return joined ? parts : null;
		}
	};
}
