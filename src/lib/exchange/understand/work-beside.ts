import type { Column } from './column-words.ts';
import type { TableState } from './table.ts';
import { sameKey, type Token } from './token.ts';

/**
 * "Actie | Details": where a row names no action and yet says something in a column that no word knows, that column
 * tells the work, and "Actie" what it belongs to. The same header further on means the same.
 */
function goesOnIn(columns: readonly Column[], rows: readonly Token[]): number {
	const work = columns.findIndex(({ name }) => name === 'measure');
	const below = rows.filter((row) => (row.cells[work] ?? '') === '');
	return columns.findIndex(
		({ name, header }, at) =>
			name === 'unknown' && header !== '' && below.some((row) => (row.cells[at] ?? '').length > 2)
	);
}

function sameHeader(one: TableState, other: TableState | null): boolean {
	const cells = (state: TableState | null): string => (state?.header?.cells ?? []).map(sameKey).join(' ');
	return other !== null && cells(one) !== '' && cells(one) === cells(other);
}

export function workBeside(table: TableState, rows: readonly Token[], last: TableState | null): TableState {
	const { columns } = table;
	if (columns.some(({ name }) => name === 'item')) return table;
	const known = last?.columns.findIndex(({ name, guessed }) => name === 'measure' && guessed === true) ?? -1;
	const learned = sameHeader(table, last) && columns[known]?.name === 'unknown' ? known : -1;
	const at = learned === -1 ? goesOnIn(columns, rows) : learned;
	if (at === -1 || !columns.some(({ name, guessed }) => name === 'measure' && guessed !== true)) return table;
	return {
		...table,
		columns: columns.map((column, index) => {
			if (index === at) return { ...column, name: 'measure', guessed: true };
			return column.name === 'measure' ? { ...column, name: 'item' } : column;
		})
	};
}
