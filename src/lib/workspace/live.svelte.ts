/**
 * Lets runes follow something outside them: `read()` inside a derived or template, `changed()` when it changed.
 * 1. A bare counter and not `createSubscriber`: that one makes an effect for each reading, and a screen of a thousand
 *    measures reads a few thousand rows (docs/decisions/rows-are-followed-by-counters.md).
 * 2. Counters are made beforehand: a reading does not follow state that it made itself.
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

/** As `live`, for each of many keys. */
export interface LiveMany {
	read(key: string): void;
	changed(key: string): void;
}

/**
 * Keys share this many counters: one changed row of a thousand wakes the readers of eight, which is cheap, and a table
 * of ten thousand rows needs no counter per row.
 */
const counters = 128;

export function liveMany(): LiveMany {
	const all = Array.from({ length: counters }, live);
	const of = (key: string): Live | undefined => all[placeOf(key)];
	return { read: (key) => of(key)?.read(), changed: (key) => of(key)?.changed() };
}

/** The end of an id is what differs most. */
function placeOf(key: string): number {
	let place = 0;
	for (let at = Math.max(0, key.length - 8); at < key.length; at++)
		place = (place * 31 + key.charCodeAt(at)) % 65_521;
	return place % counters;
}
