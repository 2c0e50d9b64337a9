/**
 * Lets runes follow something outside them: `read()` inside a derived or template, `changed()` when it changed.
 * A bare counter and not `createSubscriber`: that one makes an effect for each reading, and a screen of a thousand
 * measures reads a few thousand rows (docs/decisions/rows-are-followed-by-counters.md).
 */
export interface Live {
	read(): void;
	changed(): void;
}

export function live(): Live {
	let times = $state(0);
	return {
		read: () => void times,
		changed: () => void times++
	};
}
