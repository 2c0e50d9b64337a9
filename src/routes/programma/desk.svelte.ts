/**
 * What the hand holds on this screen: the focused cell, the cell being edited, the chosen rows, the filling of a gap.
 * 1. At most one cell is edited at a time; at most one cell is in the tab order.
 * 2. A change touches only the rows it is about: each row reads its own `Hand`.
 * 3. Nothing here is stored data; what is stored is written by verbs and read back live.
 */
import { SvelteSet } from 'svelte/reactivity';
import { tick } from 'svelte';
import type { MeasureId } from '#lib/domain/id.ts';
import type { Present } from '#lib/workspace/together/index.ts';
import type { Group, Line, MeasureGap } from '#lib/domain/programme/outline.ts';
import { columnOfGap, gapOfColumn, type Column, type Stop } from './columns.ts';

export interface Settling {
	readonly column: Column;
	readonly text: string;
	/** The line that has other words yet. */
	readonly over: Line;
}

/** What one row needs to know of the hand. */
export class Hand {
	at = $state<Stop | null>(null);
	editing = $state<Column | null>(null);
	chosen = $state(false);
	/** Words that the hand let go of: they stand in the cell while they are on their way to the line. */
	settling = $state.raw<Settling | null>(null);
	/** The name that Ctrl+↓ would put here. */
	ghost = $state<{ column: Column; text: string } | null>(null);
	/** Others who are in this row now. */
	here = $state.raw<readonly Present[]>([]);
}

/** A row the keys can stop at. */
export interface Stand {
	readonly id: string;
	readonly groupId: string;
	/** Null for the head of a theme. */
	readonly line: Line | null;
}

export class Desk {
	#hands = new Map<string, Hand>();
	#order: () => readonly Stand[];
	#columns: () => readonly Column[];
	#place: { id: string; stop: Stop } | null = null;
	#anchor: string | null = null;
	/** Filled just now; their rows may still say "missing" until the write was read back. */
	#justFilled = new Set<string>();
	/** The element that holds the rows. */
	grid = $state.raw<HTMLElement>();
	editing = $state.raw<{ id: MeasureId; column: Column; groupId: string } | null>(null);
	chosen = new SvelteSet<MeasureId>();
	/** Which gap is being filled, row after row. */
	filling = $state.raw<MeasureGap | null>(null);
	folded = new SvelteSet<string>();
	/** The theme that shows its form to add something. */
	adding = $state.raw<string | null>(null);
	/** The themes in which someone is adding something. */
	readonly forms = new SvelteSet<string>();
	/** The table draws the rows near the eye, and the one in the hand wherever it stands. */
	hold: (id: string) => void = () => undefined;
	isFar: () => boolean = () => false;
	look: () => void = () => undefined;
	#ghosts: readonly Hand[] = [];
	/** Others who are in a row now; a row that is drawn later finds them here. */
	#present: ReadonlyMap<string, readonly Present[]> = new Map();

	constructor(order: () => readonly Stand[], columns: () => readonly Column[]) {
		this.#order = order;
		this.#columns = columns;
	}

	hand(id: string): Hand {
		let hand = this.#hands.get(id);
		if (!hand) {
			this.#hands.set(id, (hand = new Hand()));
			hand.here = this.#present.get(id) ?? [];
		}
		return hand;
	}

	get place(): { id: string; stop: Stop } | null {
		return this.#place;
	}

	/** One cell is in the tab order, also before anything was focused and after its row went away. */
	keepTabStop(): void {
		const order = this.#order();
		if (this.#place && order.some((stand) => stand.id === this.#place?.id)) return;
		const first = order.find((stand) => stand.line) ?? order[0];
		if (first) this.mark(first.id, first.line ? 'name' : 'head');
	}

	mark(id: string, stop: Stop): void {
		if (this.#place) this.hand(this.#place.id).at = null;
		this.#place = { id, stop };
		this.hold(id);
		this.hand(id).at = stop;
	}

	async focus(id: string, stop: Stop): Promise<void> {
		this.mark(id, stop);
		const isFar = this.isFar();
		await tick();
		const row = this.#rowOf(id);
		row?.querySelector<HTMLElement>(`[data-stop="${stop}"]`)?.focus({ preventScroll: true });
		row?.scrollIntoView({ block: 'nearest' });
		if (!isFar) return;
		// What is drawn around it now may be higher than the room it had.
		this.look();
		await tick();
		row?.scrollIntoView({ block: 'nearest' });
	}

	#rowOf(id: string): Element | null {
		return this.grid?.querySelector(`[data-stand="${id}"]`) ?? null;
	}

	edit(id: string, column: Column): void {
		const stand = this.#order().find((one) => one.id === id);
		if (!stand?.line) return;
		this.stopEditing();
		this.mark(id, column);
		this.hand(id).editing = column;
		this.editing = { id: stand.line.id, column, groupId: stand.groupId };
	}

	stopEditing(): void {
		this.showGhost(null);
		if (this.editing) this.hand(this.editing.id).editing = null;
		this.editing = null;
	}

	async leaveCell(): Promise<void> {
		const was = this.editing;
		this.stopEditing();
		this.filling = null;
		if (was) await this.focus(was.id, was.column);
	}

	// moving ------------------------------------------------------------------

	async move(rows: number, cells: number): Promise<void> {
		const order = this.#order();
		const at = order.findIndex((stand) => stand.id === this.#place?.id);
		const stand = order[Math.min(order.length - 1, Math.max(0, at + rows))];
		if (!stand) return;
		if (!stand.line) return this.focus(stand.id, 'head');
		const stops: Stop[] = ['check', ...this.#columns()];
		const from = stops.indexOf(this.#place?.stop === 'head' ? 'name' : (this.#place?.stop ?? 'name'));
		const stop = stops[Math.min(stops.length - 1, Math.max(0, from + cells))];
		if (stop) await this.focus(stand.id, stop);
	}

	async moveToEdge(edge: 'start' | 'end', whole: boolean): Promise<void> {
		const order = this.#order();
		const stops: Stop[] = ['check', ...this.#columns()];
		const stand = whole
			? order.at(edge === 'start' ? 0 : -1)
			: order.find((one) => one.id === this.#place?.id);
		const stop = stops.at(edge === 'start' ? 0 : -1);
		if (stand && stop) await this.focus(stand.id, stand.line ? stop : 'head');
	}

	/** The measure above in the same group, for "the same as above". */
	above(id: string): Line | null {
		const order = this.#order();
		const at = order.findIndex((stand) => stand.id === id);
		const stand = order[at - 1];
		return stand?.groupId === order[at]?.groupId ? (stand?.line ?? null) : null;
	}

	/** The empty ones under this row, up to the first that is filled, within the group. */
	emptyBelow(id: string, column: Column): Line[] {
		const gap = gapOfColumn[column];
		const order = this.#order();
		const at = order.findIndex((stand) => stand.id === id);
		const below: Line[] = [];
		for (const stand of order.slice(at + 1)) {
			if (stand.groupId !== order[at]?.groupId || !stand.line || !gap || !stand.line.missing[gap]) break;
			below.push(stand.line);
		}
		return below;
	}

	showGhost(ghost: { from: string; column: Column; text: string } | null): void {
		const below = ghost ? this.emptyBelow(ghost.from, ghost.column).map((line) => this.hand(line.id)) : [];
		for (const hand of this.#ghosts) if (!below.includes(hand)) hand.ghost = null;
		this.#ghosts = below;
		for (const hand of below) hand.ghost = ghost && { column: ghost.column, text: ghost.text };
	}

	/** Only rows that someone came into or left hear of it. */
	showHere(others: readonly Present[]): void {
		this.#present = Map.groupBy(others, ({ place }) => place?.id ?? '');
		for (const [id, hand] of this.#hands) {
			const now = this.#present.get(id) ?? [];
			if (now.length > 0 || hand.here.length > 0) hand.here = now;
		}
	}

	// filling a gap -------------------------------------------------------------

	/** Starts at the first empty one; false when there is none. */
	async fill(gap: MeasureGap): Promise<boolean> {
		this.#justFilled.clear();
		this.filling = gap;
		return this.#editEmpty(gap, 0);
	}

	/** After a cell was filled: the next empty one when filling a gap, the row below otherwise. */
	async afterFilling(ids: readonly MeasureId[]): Promise<'next' | 'finished' | 'stayed'> {
		const was = this.editing;
		this.stopEditing();
		if (!was) return 'stayed';
		for (const id of ids) this.#justFilled.add(id);
		if (!this.filling || columnOfGap[this.filling] !== was.column) {
			await this.focus(was.id, was.column);
			return 'stayed';
		}
		const last = ids.at(-1) ?? was.id;
		const at = this.#order().findIndex((stand) => stand.id === last);
		if (await this.#editEmpty(this.filling, at + 1)) return 'next';
		this.filling = null;
		await this.focus(was.id, was.column);
		return 'finished';
	}

	/** On to the next empty one without filling this one. */
	async skip(back: boolean): Promise<void> {
		const was = this.editing;
		if (!was || !this.filling) return;
		const order = this.#order();
		const at = order.findIndex((stand) => stand.id === was.id);
		const gap = this.filling;
		const empty = (stand: Stand) => stand.line?.missing[gap] && !this.#justFilled.has(stand.id);
		const next = back ? order.slice(0, at).findLast(empty) : order.slice(at + 1).find(empty);
		if (next) await this.#open(next.id, columnOfGap[gap]);
	}

	async #editEmpty(gap: MeasureGap, from: number): Promise<boolean> {
		const order = this.#order();
		const inTurn = [...order.slice(from), ...order.slice(0, from)];
		const next = inTurn.find((stand) => stand.line?.missing[gap] && !this.#justFilled.has(stand.id));
		if (!next) return false;
		await this.#open(next.id, columnOfGap[gap]);
		return true;
	}

	async #open(id: string, column: Column): Promise<void> {
		this.edit(id, column);
		await tick();
		this.#rowOf(id)?.scrollIntoView({ block: 'nearest' });
	}

	// choosing rows ---------------------------------------------------------------

	choose(id: MeasureId, on = !this.chosen.has(id)): void {
		this.hand(id).chosen = on;
		if (on) this.chosen.add(id);
		else this.chosen.delete(id);
		this.#anchor = id;
	}

	/** From the row that was chosen last up to this one. */
	chooseUpTo(id: MeasureId): void {
		const order = this.#order().filter((stand) => stand.line);
		const from = order.findIndex((stand) => stand.id === (this.#anchor ?? id));
		const to = order.findIndex((stand) => stand.id === id);
		const anchor = this.#anchor;
		for (const stand of order.slice(Math.min(from, to), Math.max(from, to) + 1))
			if (stand.line) this.choose(stand.line.id, true);
		this.#anchor = anchor ?? id;
	}

	chooseAll(): void {
		for (const stand of this.#order()) if (stand.line) this.choose(stand.line.id, true);
	}

	clearChoice(): void {
		for (const id of this.chosen) this.hand(id).chosen = false;
		this.chosen.clear();
		this.#anchor = null;
	}

	/** Whether the theme ends with a row to add something. */
	showsAdding(group: Group): boolean {
		if (!group.theme) return false;
		const isAsked = this.adding === group.id || this.forms.has(group.id);
		return isAsked || group.emptyItems.length > 0 || group.lines.length === 0;
	}

	fold(groupId: string, shut = !this.folded.has(groupId)): void {
		if (shut) this.folded.add(groupId);
		else this.folded.delete(groupId);
	}
}
