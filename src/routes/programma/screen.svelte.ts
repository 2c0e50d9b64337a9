/** What this screen shows, read live: the URL says where the eye is, the workspace what there is, the desk what the hand holds. */
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { createContext, untrack } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import type { MeasureId } from '#lib/domain/id.ts';
import {
	outline,
	type Group,
	type Line,
	type MeasureGap,
	type Names
} from '#lib/domain/programme/outline.ts';
import type { CheckItemRow, GoalRow } from '#lib/domain/programme/row.ts';
import { say } from '#lib/ui/say.svelte.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import { currentProgramme, gapsOf, leadName, choiceOf, keepChoice } from '#lib/workspace/index.ts';
import type { Workspace } from '#lib/workspace/index.ts';
import { addressOf, noFilter, readAddress, type Address } from './address.ts';
import { columnOfGap, columns, firstColumns, fitting, measureGap, type Column } from './columns.ts';
import { Desk, type Stand } from './desk.svelte.ts';
import { SaidOfMeasures } from './said.ts';
import { shownGroups } from './shown.ts';

const columnsChoice = 'programme/columns';

export class Screen {
	readonly ws: Workspace;
	readonly desk: Desk;
	/** Inline size the table has, px. */
	widthPx = $state(960);
	#outlineBefore: readonly Group[] = [];
	#namedBefore: readonly unknown[] = [];
	#shownBefore: readonly Group[] = [];
	#snapshotTurn = $state(0);
	#chosenColumns = $state.raw<readonly Column[]>(firstColumns);
	#narrow = new MediaQuery('screen and (max-width: 1023px)');
	#generous = new MediaQuery('screen and (pointer: coarse), screen and (max-width: 1023px)');

	address = $derived(readAddress(page.url.searchParams));
	#asked = $derived(this.address.programme);
	#gap = $derived(this.address.gap);
	programme = $derived.by(() => {
		const named = this.#asked ? this.ws.rows.programmes.get(this.#asked) : undefined;
		return named && named.removedAt === null ? named : currentProgramme(this.ws);
	});
	programmeId = $derived(this.programme?.id ?? null);
	gaps = $derived.by(() => (this.programmeId ? gapsOf(this.ws, this.programmeId) : null));
	/** The programme's own goals. */
	goals = $derived.by((): readonly GoalRow[] =>
		this.programmeId ? this.ws.rows.goals.of(this.programmeId) : []
	);
	/** Goals of the plan it hangs under that have no goal of the programme yet; choosing one makes it (design D7). */
	planGoals = $derived.by((): readonly GoalRow[] => {
		const planId = this.programme?.planId;
		const standsFor = new Set(this.goals.map((goal) => goal.planGoalId));
		return planId ? this.ws.rows.goals.of(planId).filter((goal) => !standsFor.has(goal.id)) : [];
	});
	#said = new SaidOfMeasures();
	#names: Names = {
		lead: (lead) => leadName(this.ws, lead),
		partner: (id) => this.ws.rows.partners.get(id)?.name ?? null,
		said: (id) => this.#said.of(id, this.ws.facts.summary(id), this.#stepsOf.get(id))
	};
	#stepsOf = $derived.by((): ReadonlyMap<string, readonly CheckItemRow[]> => {
		const { programmeId, ws } = this;
		return Map.groupBy(programmeId ? ws.rows.checkItems.of(programmeId) : [], (step) => step.measureId);
	});
	/** Where names come from: another one as soon as anything in it has another name. */
	#named = $derived.by((): readonly unknown[] => {
		const { people, units, partners } = this.ws.rows;
		return [people.all, units.all, partners.all, this.goals];
	});
	groups = $derived.by((): readonly Group[] => {
		const { programmeId, ws, goals } = this;
		if (!programmeId) return [];
		const rows = {
			themes: ws.rows.themes.of(programmeId),
			items: ws.rows.items.of(programmeId),
			measures: ws.rows.measures.of(programmeId),
			goals
		};
		const namesStand = this.#namedBefore === this.#named;
		this.#namedBefore = this.#named;
		this.#outlineBefore = outline(rows, this.#names, this.#outlineBefore, namesStand);
		return this.#outlineBefore;
	});
	/** The measure that stands open beside the table. */
	openId = $derived(this.address.measure);
	lines = $derived(this.groups.flatMap((group) => group.lines));
	lineById = $derived(new Map<string, Line>(this.lines.map((line) => [line.id, line])));
	/** The measures of the gap as they stood when it was opened: a filled row does not slip away under the hand. */
	snapshot = $derived.by((): ReadonlySet<string> | null => {
		void this.#snapshotTurn;
		const gap = measureGap(this.#gap);
		const id = this.programmeId;
		return gap && id ? untrack(() => new Set<string>(gapsOf(this.ws, id)[gap])) : null;
	});
	shown = $derived.by((): readonly Group[] => {
		this.#shownBefore = shownGroups(this.groups, this.address, this.snapshot, this.#shownBefore);
		return this.#shownBefore;
	});
	shownLines = $derived(this.shown.flatMap((group) => group.lines));
	columns = $derived.by((): readonly Column[] => {
		const gap = measureGap(this.#gap);
		return fitting(this.#chosenColumns, this.widthPx, gap ? columnOfGap[gap] : null, this.#generous.current);
	});
	order = $derived.by((): Stand[] => {
		const { grouped } = this.address;
		return this.shown.flatMap((group): readonly Stand[] => {
			const lines = this.desk.folded.has(group.id) ? [] : standsOf(group);
			return grouped ? [{ id: group.id, groupId: group.id, line: null }, ...lines] : lines;
		});
	});
	#toMeasure = $derived(addressOf(this.address, { measure: null }));

	constructor(ws: Workspace) {
		this.ws = ws;
		this.desk = new Desk(
			() => this.order,
			() => this.columns
		);
		const kept = choiceOf(ws, columnsChoice)?.split(',');
		if (kept) this.#chosenColumns = columns.filter((column) => kept.includes(column));
	}

	async closePanel(): Promise<void> {
		const was = this.openId;
		await this.go({ measure: null });
		if (was && this.address.view === 'table') await this.desk.focus(was, 'name');
	}

	/** The measure before or after the open one, in the order that is shown. */
	async openBeside(step: -1 | 1): Promise<void> {
		const at = this.shownLines.findIndex((line) => line.id === this.openId);
		const next = this.shownLines[at + step];
		if (next) await this.go({ measure: next.id }, true);
	}

	get isNarrow(): boolean {
		return this.#narrow.current;
	}

	get chosenColumns(): readonly Column[] {
		return this.#chosenColumns;
	}

	chooseColumns(next: readonly Column[]): void {
		this.#chosenColumns = columns.filter((column) => column === 'name' || next.includes(column));
		keepChoice(this.ws, columnsChoice, this.#chosenColumns.join(','));
	}

	go(change: Partial<Address>, replace = false): Promise<void> {
		const to = addressOf(this.address, change);
		return goto(to, { replaceState: replace, keepFocus: true, noScroll: true });
	}

	linkTo(change: Partial<Address>): string {
		return addressOf(this.address, change);
	}

	/** One of a thousand links that differ in nothing else. */
	linkToMeasure(id: string): string {
		return `${this.#toMeasure}${this.#toMeasure.includes('?') ? '&' : '?'}m=${encodeURIComponent(id)}`;
	}

	refreshSnapshot(): void {
		this.#snapshotTurn += 1;
	}

	async fill(gap: MeasureGap): Promise<void> {
		this.refreshSnapshot();
		this.desk.folded.clear();
		await this.go({ ...noFilter, view: 'table', gap });
		if (!(await this.desk.fill(gap))) say(words.programme.nothingToFill);
	}

	/** Shows the words that are about to be written, until the line is another one; the answer takes them away. */
	settle(ids: readonly MeasureId[], column: Column, text: string): () => void {
		const ends = ids.map((id) => {
			const hand = this.desk.hand(id);
			const over = this.lineById.get(id);
			const mine = over ? { column, text, over } : null;
			hand.settling = mine;
			return () => hand.settling === mine && (hand.settling = null);
		});
		return () => ends.forEach((end) => end());
	}

	/**
	 * After the hand filled something in: on to the next at once. Answers how far it is, to be said when it stands: nothing
	 * is called filled in before [S2.4].
	 */
	async filled(ids: readonly MeasureId[]): Promise<string> {
		const gap = this.desk.filling;
		const left = gap && this.gaps ? this.gaps[gap].filter((id) => !ids.includes(id)).length : 0;
		const outcome = await this.desk.afterFilling(ids);
		if (outcome === 'next') return words.programme.filledNext(ids.length, left);
		return outcome === 'finished' ? words.programme.filledAll : words.programme.filled(ids.length);
	}
}

/** A group that did not change keeps its stands. */
const stands = new WeakMap<Group, readonly Stand[]>();

function standsOf(group: Group): readonly Stand[] {
	let mine = stands.get(group);
	if (!mine) {
		mine = group.lines.map((line) => ({ id: line.id, groupId: group.id, line }));
		stands.set(group, mine);
	}
	return mine;
}

export const [useScreen, setScreen] = createContext<Screen>();
