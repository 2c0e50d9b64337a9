/**
 * A text that is being typed while the text below it changes, as one splice each:
 * 1. where the two touch different parts, both stand;
 * 2. where they touch the same part, the typed one stays as it is, and the answer says so.
 */
export interface Rebased {
	text: string;
	/** Where a caret that stood at `caret` in the typed text stands now. */
	caret: number;
	/** Both stand in `text`; false: it is the typed text alone. */
	isBoth: boolean;
}

interface Splice {
	at: number;
	/** How much of the old text goes. */
	gone: number;
	put: string;
}

/** `was`: the text on which both began. Offsets count UTF-16 units, as a text field does. */
export function rebase(was: string, typed: string, now: string, caret: number): Rebased {
	const own = spliceOf(was, typed);
	const other = spliceOf(was, now);
	if (!other) return { text: typed, caret, isBoth: false };
	if (!own) return { text: now, caret: moved(caret, other), isBoth: true };
	const isBefore = other.at + other.gone <= own.at;
	const isAfter = other.at >= own.at + own.gone;
	if (!isBefore && !isAfter) return { text: typed, caret, isBoth: false };
	const shift = isBefore ? other.put.length - other.gone : 0;
	const at = own.at + shift;
	const text = now.slice(0, at) + own.put + now.slice(at + own.gone);
	const atInTyped = isBefore ? other.at : other.at + own.put.length - own.gone;
	return { text, caret: moved(caret, { ...other, at: atInTyped }), isBoth: true };
}

function moved(caret: number, { at, gone, put }: Splice): number {
	if (caret <= at) return caret;
	return Math.max(at, caret - gone) + put.length;
}

function spliceOf(from: string, to: string): Splice | null {
	if (from === to) return null;
	let at = 0;
	while (at < from.length && at < to.length && from[at] === to[at]) at++;
	let tail = 0;
	const most = Math.min(from.length, to.length) - at;
	while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
	return { at, gone: from.length - tail - at, put: to.slice(at, to.length - tail) };
}
