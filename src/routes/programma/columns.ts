/** The columns of the table: which there are, which fit, and how each is filled. */
import type { GapKind } from '#lib/domain/gap/gap.ts';
import type { MeasureGap } from '#lib/domain/programme/outline.ts';

export const columns = [
	'item',
	'name',
	'lead',
	'planning',
	'budget',
	'holders',
	'partners',
	'goals',
	'status'
] as const;
export type Column = (typeof columns)[number];
/** A cell that can hold the focus: a column, the box to choose the row, or the head of a theme. */
export type Stop = Column | 'check' | 'head';

export const sortable = ['name', 'lead', 'planning', 'budget', 'holders', 'status'] as const;
export type SortColumn = (typeof sortable)[number];

export const firstColumns: readonly Column[] = ['item', 'name', 'lead', 'planning', 'budget', 'status'];

/** Which column mends which gap. */
export const columnOfGap: Record<MeasureGap, Column> = {
	lead: 'lead',
	planning: 'planning',
	budget: 'budget',
	portfolioHolder: 'holders',
	measureWithoutGoal: 'goals'
};
export const gapOfColumn: Partial<Record<Column, MeasureGap>> = {
	lead: 'lead',
	planning: 'planning',
	budget: 'budget',
	holders: 'portfolioHolder',
	goals: 'measureWithoutGoal'
};

/** The field of a measure that a column shows; the action item has its own row. */
export const fieldOfColumn: Partial<Record<Column, string>> = {
	name: 'text',
	lead: 'lead',
	planning: 'planning',
	budget: 'budget',
	holders: 'portfolioHolders',
	partners: 'partners',
	goals: 'goalIds',
	status: 'status'
};

export function measureGap(kind: GapKind | null): MeasureGap | null {
	return kind === 'goalWithoutMeasure' ? null : kind;
}

/** What gives way first when the table is narrow, with the width (px) below which it does. */
const givesWay: readonly [Column, number][] = [
	['item', 700],
	['partners', 820],
	['goals', 820],
	['holders', 740],
	['budget', 640],
	['planning', 500]
];

export function fitting(
	chosen: readonly Column[],
	widthPx: number,
	needed: Column | null,
	generous: boolean
): Column[] {
	// Letters are a fifth larger where fingers work.
	const scale = generous ? 1.35 : 1;
	return columns.filter((column) => {
		if (column === needed || column === 'name') return true;
		if (!chosen.includes(column)) return false;
		const limit = givesWay.find(([one]) => one === column)?.[1] ?? 0;
		return widthPx >= limit * scale;
	});
}

const tracks: Record<Column, string> = {
	item: 'minmax(6.5rem, 0.75fr)',
	name: 'minmax(11rem, 2fr)',
	lead: 'minmax(calc(8.5rem * var(--wide)), 1fr)',
	planning: 'minmax(calc(6.75rem * var(--wide)), 0.7fr)',
	budget: 'minmax(calc(6rem * var(--wide)), 0.6fr)',
	holders: 'minmax(7rem, 0.8fr)',
	partners: 'minmax(8rem, 1fr)',
	goals: 'minmax(8rem, 1.2fr)',
	status: 'minmax(var(--status), 0.8fr)'
};

export function trackList(shown: readonly Column[]): string {
	return ['var(--check)', ...shown.map((column) => tracks[column])].join(' ');
}
