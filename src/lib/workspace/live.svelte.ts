/**
 * Lets runes follow something outside them: `read()` inside a derived or template, `changed()` when it changed.
 * A bare counter and not `createSubscriber`: that one makes an effect for each reading, and a screen of a thousand
 * measures reads a few thousand rows (docs/decisions/rows-are-followed-by-counters.md).
 */
export interface Live {
	read(): void;
	changed(): void;
}

/** Often made by the very reading that asks for it first; a reading does not follow state that it made itself. */
export function live(): Live {
	let made: Live | undefined;
	$effect.root(() => {
		made = counter();
	})();
	// Where nothing is drawn (a test in plain Node) no root runs, and nothing follows either.
	return made ?? counter();
}

function counter(): Live {
	let times = $state(0);
	return {
		read: () => void times,
		changed: () => void times++
	};
}
