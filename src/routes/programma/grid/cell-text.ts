import type { Line } from '#lib/domain/programme/outline.ts';
import type { Present } from '#lib/workspace/together/index.ts';
import { fieldOfColumn, type Column } from '../columns.ts';
import type { Settling } from '../desk.svelte.ts';

/** What stands in a cell of words; null where it is empty. */
export function shownText(line: Line, column: Column, settling: Settling | null): string | null {
	if (isSettling(line, column, settling)) return settling.text || null;
	if (column === 'name') return line.measure.text || null;
	if (column === 'item') return line.item?.title ?? null;
	if (column === 'lead') return line.leadName;
	if (column === 'planning') return line.planning;
	if (column === 'budget') return line.budget;
	if (column === 'holders') return line.holders || null;
	if (column === 'partners') return line.partners || null;
	return line.goals || null;
}

/** Whether it stands at the action item, and holds for the measure from there. */
export function isInherited(line: Line, column: Column, settling: Settling | null): boolean {
	const { measure } = line;
	if (isSettling(line, column, settling)) return false;
	if (column === 'lead') return !measure.lead && line.lead !== null;
	if (column === 'planning') return !measure.planning && line.planning !== null;
	if (column === 'budget') return !measure.budget && line.budget !== null;
	if (column === 'holders') return measure.portfolioHolders.length === 0 && line.holders !== '';
	return column === 'partners' && measure.partners.length === 0 && line.partners !== '';
}

/** Words on their way to a line that has become another one stand there. */
function isSettling(line: Line, column: Column, settling: Settling | null): settling is Settling {
	return settling?.over === line && settling.column === column;
}

/** Two lines of the narrowest column. */
const fitsLetters = 24;

/** What fits its cell anyway is not cut off: each box that cuts is one more that the browser keeps and paints. */
export function wordsClass(shown: string | null | undefined) {
	return ['words', { clip: (shown?.length ?? 0) > fitsLetters }];
}

/** Who of the others is in this cell; someone in a field that has no column here is marked at the name. */
export function markedAt(
	others: readonly Present[],
	columns: readonly Column[],
	column: Column
): Present | null {
	const isThere = (field: string | null | undefined) =>
		column === 'name'
			? !columns.some((one) => one !== 'name' && fieldOfColumn[one] === field)
			: fieldOfColumn[column] === field;
	return others.find(({ place }) => isThere(place?.field)) ?? null;
}
