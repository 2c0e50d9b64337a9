/**
 * Every kind of entry as one sheet: heads, lines and cells that know how to commit themselves, so that one table
 * draws them all. A reading: made anew from the rows whenever they change.
 */
import type { StepId } from '#lib/workspace/index.ts';
import type { Use } from './use.ts';

export const kinds = ['people', 'units', 'partners', 'areas', 'indicators', 'covenants'] as const;
export type Kind = (typeof kinds)[number];

export interface Option {
	key: string;
	label: string;
}
export type Cell =
	| { kind: 'text'; value: string; commit: (text: string) => Promise<unknown> }
	/** Said as a date when it is one (`2028-12-31`); what someone wrote otherwise stays as it was written. */
	| { kind: 'date'; value: string; commit: (text: string) => Promise<unknown> }
	| { kind: 'flag'; value: boolean; commit: (is: boolean) => Promise<unknown> }
	/** `empty` names the choice that is none; without it there is always one. */
	| {
			kind: 'choice';
			value: string;
			empty: string | null;
			options: readonly Option[];
			commit: (key: string | null) => Promise<unknown>;
	  }
	| {
			kind: 'many';
			value: readonly Option[];
			options: readonly Option[];
			commit: (keys: string[]) => Promise<unknown>;
	  };

export interface Line {
	id: string;
	name: string;
	/** How deep it lies in a tree; 0 elsewhere. */
	depth: number;
	cells: readonly Cell[];
	uses: readonly Use[];
	rename: (name: string) => Promise<unknown>;
	remove: () => Promise<StepId | null>;
	/** Everything that points here points there from now on. */
	mergeInto: (keepId: string) => Promise<StepId | null>;
}

export interface Sheet {
	kind: Kind;
	/** Names of the columns between the name and the use. */
	heads: readonly string[];
	lines: readonly Line[];
	add: (name: string) => Promise<unknown>;
}

export interface Sorting {
	/** `name`, `use`, or the number of a head. */
	by: string;
	down: boolean;
}

export function likeness(name: string): string {
	return name.trim().toLocaleLowerCase('nl').replace(/\s+/g, ' ');
}

/** Lines that bear the same name but for capitals and spaces, each with the one to keep: the most used. */
export function doubles(lines: readonly Line[]): Map<string, Line> {
	const keep = new Map<string, Line>();
	for (const same of Map.groupBy(lines, (line) => likeness(line.name)).values()) {
		if (same.length < 2) continue;
		const [best, ...rest] = same.toSorted((a, b) => useCount(b) - useCount(a));
		if (best) for (const line of rest) keep.set(line.id, best);
	}
	return keep;
}

export function useCount(line: Line): number {
	return line.uses.reduce((sum, use) => sum + use.count, 0);
}

export function cellText(cell: Cell | undefined): string {
	if (!cell) return '';
	if (cell.kind === 'flag') return cell.value ? '1' : '2';
	if (cell.kind === 'many') return cell.value.map((option) => option.label).join(', ');
	if (cell.kind === 'choice') return cell.options.find((option) => option.key === cell.value)?.label ?? '';
	return cell.value;
}

/** Filtered and sorted; without a sorting the sheet's own order (a tree stays a tree). */
export function arrange(lines: readonly Line[], query: string, sorting: Sorting | null): Line[] {
	const sought = likeness(query);
	const found = lines.filter((line) =>
		likeness([line.name, ...line.cells.map(cellText)].join(' ')).includes(sought)
	);
	if (!sorting) return found;
	const { by, down } = sorting;
	const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });
	const keyOf = (line: Line) => (by === 'name' ? line.name : cellText(line.cells[Number(by)]));
	const way = down ? -1 : 1;
	return found.toSorted((a, b) => {
		if (by === 'use') return way * (useCount(a) - useCount(b));
		const [first, second] = [keyOf(a), keyOf(b)];
		// What is empty stands last, whichever way the rest runs.
		if (first === '' || second === '') return Number(first === '') - Number(second === '');
		return way * collator.compare(first, second);
	});
}
