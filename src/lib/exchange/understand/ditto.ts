import type { Column, ColumnName } from './column-words.ts';
import type { Token } from './token.ts';

// "idem", or the mark that people draw for it: it says what the cell above says.
const ditto = /^(?:idem|id\.|[”"″〃„]|''|,,|’’)$/i;

// Money counts once, and a measure is not done twice.
const never: readonly ColumnName[] = ['budget', 'time', 'measure', 'item', 'number'];

export function asAbove(row: Token, above: Token | null, columns: readonly Column[]): Token {
	if (above === null || !row.cells.some((cell) => ditto.test(cell.trim()))) return row;
	const takes = (at: number): boolean =>
		ditto.test((row.cells[at] ?? '').trim()) && !never.includes(columns[at]?.name ?? 'unknown');
	return {
		...row,
		cells: row.cells.map((cell, at) => (takes(at) ? (above.cells[at] ?? '') : cell)),
		italics: row.italics.map((pieces, at) => (takes(at) ? (above.italics[at] ?? []) : pieces))
	};
}
