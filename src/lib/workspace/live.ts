import { createSubscriber } from 'svelte/reactivity';

/** Lets runes follow something outside them: `read()` inside a derived or template, `changed()` when it changed. */
export interface Live {
	read(): void;
	changed(): void;
}

export function live(): Live {
	let fire: (() => void) | null = null;
	const subscribe = createSubscriber((update) => {
		fire = update;
		return () => (fire = null);
	});
	return { read: subscribe, changed: () => fire?.() };
}
