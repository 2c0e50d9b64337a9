/** Which rows of a long table lie near the eye, and how much room the others take. Pure; all lengths in px. */
export interface Stretch {
	/** The first row, and the one after the last. */
	readonly from: number;
	readonly to: number;
}

export const noStretch: Stretch = { from: 0, to: 0 };

interface Row {
	readonly id: string;
}

/** The rows between `low` and `high`, where the first one begins at `top`. */
export function stretchBetween(
	rows: readonly Row[],
	top: number,
	low: number,
	high: number,
	heightOf: (id: string) => number
): Stretch {
	let from = -1;
	let at = 0;
	for (let start = top; at < rows.length && start < high; at++) {
		start += heightOf(rows[at]?.id ?? '');
		if (from < 0 && start > low) from = at;
	}
	return from < 0 ? noStretch : { from, to: at };
}

/** The first rows of a table that was not laid out yet. */
export function firstStretches(
	groups: readonly { id: string; lines: readonly unknown[] }[],
	count: number
): Map<string, Stretch> {
	let left = count;
	return new Map(
		groups.map(({ id, lines }) => {
			const to = Math.min(lines.length, left);
			left -= to;
			return [id, { from: 0, to }] as const;
		})
	);
}

/** What is seen is drawn now (`must`); what is near (`want`, around it) follows, at most `atMost` rows at a time. */
export function stretchTowards(before: Stretch, must: Stretch, want: Stretch, atMost: number): Stretch {
	const kept = { from: Math.max(before.from, want.from), to: Math.min(before.to, want.to) };
	const isEmpty = must.from >= must.to;
	const isBeside = kept.from < kept.to && kept.from <= must.to && must.from <= kept.to;
	// Rows far apart are never bridged: the eye jumped.
	let { from, to } = isEmpty || isBeside ? kept : must;
	if (!isEmpty) {
		from = Math.min(from, must.from);
		to = Math.max(to, must.to);
	}
	// What lies above the window comes near with its last rows.
	if (from >= to) from = to = want.from > 0 ? want.to : want.from;
	const below = Math.min(atMost, want.to - to);
	return { from: Math.max(want.from, from - (atMost - below)), to: to + below };
}

export function isSame(one: Stretch, other: Stretch): boolean {
	return (one.from === other.from && one.to === other.to) || (one.from >= one.to && other.from >= other.to);
}

/** The places of the drawn rows, in order: the stretch, and the row in the hand wherever it stands (-1: not here). */
export function drawnPlaces({ from, to }: Stretch, held: number): number[] {
	const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
	if (held < 0 || (held >= from && held < to)) return places;
	return held < from ? [held, ...places] : [...places, held];
}

export function roomOf(
	rows: readonly Row[],
	from: number,
	to: number,
	heightOf: (id: string) => number
): number {
	let room = 0;
	for (let at = from; at < to; at++) room += heightOf(rows[at]?.id ?? '');
	return room;
}
