import type { Column, ColumnName } from './column-words.ts';

/** What a cell under "2027" or "Q3" says: a cross is a moment, euros are money, words under a quarter are planned then. */
export interface Placed {
	name: ColumnName;
	text: string;
}

const cross = /^[x✓✔●•■v]$/i;

/** Euros under a year count only where no column of its own says what it costs: they might be a part of that. */
export function placeCell(column: Column, cell: string, columns: readonly Column[]): Placed {
	const header = column.header.trim();
	if (column.name !== 'time') return { name: column.name, text: cell };
	if (cross.test(cell.trim())) return { name: 'planning', text: header };
	const paid = columns.some(({ name }) => name === 'budget');
	if (/€/.test(cell)) return { name: paid ? 'unknown' : 'budget', text: cell };
	const quarter = !/^20\d\d$/.test(header);
	return quarter && /\p{L}/u.test(cell)
		? { name: 'planning', text: `${header}: ${cell}` }
		: { name: 'unknown', text: cell };
}
