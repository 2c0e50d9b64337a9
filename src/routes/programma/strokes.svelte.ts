/**
 * A thousand rows are drawn in strokes: the first screenful at once, the rest a few at a time behind it, so that a tap
 * never waits for rows that nobody sees. To be made while a component is made.
 */
const firstStroke = 28;
const nextStroke = 24;
/** Long enough for a tap to come in between. */
const restMs = 24;

export class Strokes {
	/** Rows drawn so far. */
	drawn = $state(firstStroke);

	constructor(all: () => number) {
		// A timer stands outside Svelte: each stroke asks for the next one.
		$effect(() => {
			if (this.drawn >= all()) return;
			const timer = setTimeout(() => (this.drawn += nextStroke), restMs);
			return () => clearTimeout(timer);
		});
	}

	/** Paper shows everything. */
	drawAll(): void {
		this.drawn = Infinity;
	}

	/** How many of each group, in their order. */
	limits(groups: readonly { id: string; lines: readonly unknown[] }[], isShut: (id: string) => boolean) {
		let left = this.drawn;
		return new Map(
			groups.map(({ id, lines }) => {
				const limit = Math.max(0, left);
				if (!isShut(id)) left -= lines.length;
				return [id, limit] as const;
			})
		);
	}
}
