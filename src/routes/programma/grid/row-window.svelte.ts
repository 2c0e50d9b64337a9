/**
 * Of a long table only the rows near the eye are in the page (docs/decisions/a-long-table-draws-what-is-near.md):
 * 1. the others leave room as high as they were when they were drawn, or as rows mostly are;
 * 2. what is seen is drawn in the frame in which it is seen, what is near it in strokes behind it;
 * 3. the row in the hand is drawn wherever it stands, so that scrolling never takes the focus away;
 * 4. paper shows everything, and so does a table that is not long.
 * To be made while a component is made.
 */
import { tick, untrack } from 'svelte';
import type { Group } from '#lib/domain/programme/outline.ts';
import {
	firstStretches,
	isSame,
	noStretch,
	roomOf,
	stretchBetween,
	stretchTowards,
	type Stretch
} from './stretch.ts';

/** A screenful. */
const firstRows = 28;
const strokeRows = 4;
/** Long enough for a tap to come in between. */
const restMs = 24;
/** While keys come, rows wait: what comes near is drawn when the hand rests for so long. */
const handRestMs = 120;
/** Most programmes are shorter; they are drawn whole, so that the browser finds any word in them. */
const longFrom = 121;
const firstExpectedPx = 44;
/** Rows may turn out lower than was expected: a few more than seem to be seen are drawn at once. */
const slackPx = 160;
/** Within half of that nothing can have come into view that is not drawn. */
const unseenPx = slackPx / 2;
const tolerancePx = 0.5;

/** Safari does not hold what is seen in place when rows above it turn out higher than was expected. */
const holdsPlace = typeof CSS !== 'undefined' && CSS.supports('overflow-anchor: auto');

export class RowWindow {
	#grid: () => HTMLElement | undefined;
	#groups: () => readonly Group[];
	#isTyping: () => boolean;
	#isShut: (groupId: string) => boolean;
	#stretches = $state.raw<ReadonlyMap<string, Stretch>>(new Map());
	#isPaper = $state(false);
	#heights = new Map<string, number>();
	#expectedPx: number | null = null;
	#next: ReturnType<typeof setTimeout> | undefined;
	/** Where the table stood when it was last asked which rows are near, px, and whether all those are drawn. */
	#askedAtPx = 0;
	#isWhole = false;
	#place: string | null = null;
	#turn = $state(0);
	/** The row in the hand, where it stands far from the eye. Says nothing while the hand goes from row to row nearby. */
	readonly held = $derived.by(() => {
		// Followed also while no row is in the hand: the row that is taken next says nothing.
		void [this.#turn, this.#stretches, this.#groups(), this.#isPaper];
		return this.#place !== null && !this.#isNear(this.#place) ? this.#place : null;
	});
	/** What decides how many rows there are to place. */
	#shape = $derived.by(() =>
		this.#groups()
			.map(({ id, lines }) => `${id}:${this.#isShut(id) ? 0 : lines.length}`)
			.join()
	);

	constructor(
		grid: () => HTMLElement | undefined,
		groups: () => readonly Group[],
		isShut: (groupId: string) => boolean,
		isTyping: () => boolean
	) {
		this.#isTyping = isTyping;
		this.#grid = grid;
		this.#groups = groups;
		this.#isShut = isShut;
		this.#stretches = untrack(() =>
			firstStretches(
				groups().filter(({ id }) => !isShut(id)),
				firstRows
			)
		);
		// Where rows stand is known to the browser only: after each change of what there is to place, it is asked.
		$effect(() => {
			void this.#shape;
			untrack(() => this.look());
			return () => clearTimeout(this.#next);
		});
	}

	stretchOf(group: Group): Stretch {
		if (this.#isPaper) return { from: 0, to: group.lines.length };
		const { from, to } = this.#stretches.get(group.id) ?? noStretch;
		return { from, to: Math.min(to, group.lines.length) };
	}

	/** This row is in the hand from now on. */
	hold(id: string): void {
		this.#place = id;
		if (this.held !== (this.#isNear(id) ? null : id)) this.#turn++;
	}

	#isNear(id: string): boolean {
		for (const group of this.#groups()) {
			const at = group.lines.findIndex((line) => line.id === id);
			const { from, to } = at < 0 ? noStretch : this.stretchOf(group);
			if (at >= 0) return at >= from && at < to;
		}
		return false;
	}

	/** The room that these rows take while they are not drawn, px. */
	roomOf(group: Group, from: number, to: number): number {
		return roomOf(group.lines, from, to, this.#heightOf);
	}

	set isPaper(on: boolean) {
		this.#isPaper = on;
	}

	/** Rows have other heights from now on: the columns changed. */
	forgetHeights(): void {
		this.#heights.clear();
		this.#expectedPx = null;
	}

	/** Draws what came into view. What came near follows by itself. */
	look(): void {
		this.#draw(0);
	}

	/** A key came: what is not seen yet waits until the hand rests. */
	wait(): void {
		if (this.#next !== undefined) this.#drawLater(handRestMs);
	}

	/** As `look`, after something scrolled; a table that hardly moved is not asked anew. */
	scrolled(): void {
		const grid = this.#grid();
		if (!grid) return;
		const movedPx = Math.abs(grid.getBoundingClientRect().top - this.#askedAtPx);
		if (movedPx >= (this.#isWhole ? innerHeight / 4 : unseenPx)) this.look();
		else this.wait();
	}

	#drawLater(ms: number): void {
		clearTimeout(this.#next);
		this.#next = setTimeout(() => {
			// Nobody scrolls while they type; what is near is drawn when the cell is left.
			if (this.#isTyping()) this.#drawLater(handRestMs);
			else this.#draw(strokeRows);
		}, ms);
	}

	#draw(atMost: number): void {
		clearTimeout(this.#next);
		this.#next = undefined;
		const grid = this.#grid();
		if (!grid || this.#isPaper) return;
		this.#askedAtPx = grid.getBoundingClientRect().top;
		this.#measure(grid);
		const wanted = this.#wanted(grid);
		const next = new Map<string, Stretch>();
		let left = atMost;
		for (const { id, must, want } of wanted) {
			const before = this.#stretches.get(id) ?? noStretch;
			const isSeen = must.from >= must.to || (before.from <= must.from && before.to >= must.to);
			// While all that is seen is there, rows come and go behind the frame.
			const after = atMost === 0 && isSeen ? before : stretchTowards(before, must, want, left);
			left -= Math.max(0, after.to - after.from - Math.max(0, before.to - before.from));
			next.set(id, after);
		}
		this.#isWhole = wanted.every(({ id, want }) => isSame(next.get(id) ?? noStretch, want));
		if (!this.#isWhole) this.#drawLater(atMost === 0 && this.#place !== null ? handRestMs : restMs);
		if ([...next].every(([id, after]) => isSame(this.#stretches.get(id) ?? noStretch, after))) return;
		if (!holdsPlace) holdPlace(grid);
		this.#stretches = next;
	}

	/** Nearest to the top first. */
	#wanted(grid: HTMLElement): { id: string; must: Stretch; want: Stretch }[] {
		const groups = this.#groups();
		const byId = new Map(groups.map((group) => [group.id, group]));
		const isLong = groups.reduce((sum, { lines }) => sum + lines.length, 0) >= longFrom;
		return [...grid.querySelectorAll<HTMLElement>('[data-group]')].flatMap((element) => {
			const group = byId.get(element.dataset['group'] ?? '');
			if (!group || this.#isShut(group.id)) return [];
			const { id, lines } = group;
			const head = element.querySelector(':scope > .first');
			const top = head?.getBoundingClientRect().bottom ?? element.getBoundingClientRect().top;
			const between = (low: number, high: number) => stretchBetween(lines, top, low, high, this.#heightOf);
			const must = between(-slackPx, innerHeight + slackPx);
			const want = isLong ? between(-innerHeight, 2 * innerHeight) : { from: 0, to: lines.length };
			return [{ id, must, want }];
		});
	}

	#heightOf = (id: string): number => this.#heights.get(id) ?? this.#expectedPx ?? firstExpectedPx;

	#measure(grid: HTMLElement): void {
		let sum = 0;
		const rows = grid.querySelectorAll<HTMLElement>('[data-line]');
		for (const row of rows) {
			const { height } = row.getBoundingClientRect();
			sum += height;
			this.#heights.set(row.dataset['stand'] ?? '', height);
		}
		// Once: room that was reckoned with one expectation is not reckoned anew with another.
		if (rows.length > 0) this.#expectedPx ??= sum / rows.length;
	}
}

/** What is seen stays where it is while rows above it come and go. */
function holdPlace(grid: HTMLElement): void {
	const seen = [...grid.querySelectorAll('[data-line]')].find(
		(row) => row.getBoundingClientRect().bottom > 0
	);
	if (!seen) return;
	const was = seen.getBoundingClientRect().top;
	void tick().then(() => {
		const moved = seen.isConnected ? seen.getBoundingClientRect().top - was : 0;
		if (Math.abs(moved) > tolerancePx) scrollerOf(grid)?.scrollBy({ top: moved, behavior: 'instant' });
	});
}

function scrollerOf(element: Element): Element | null {
	for (let at = element.parentElement; at; at = at.parentElement)
		if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
	return document.scrollingElement;
}
