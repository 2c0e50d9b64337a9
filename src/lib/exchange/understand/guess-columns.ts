import type { Build } from './build.ts';
import type { ColumnName } from './columns.ts';
import { namesRole } from './people.ts';
import type { TableState } from './table.ts';
import type { Token } from './token.ts';

function share(cells: readonly string[], test: (cell: string) => boolean): number {
	const filled = cells.filter((cell) => cell !== '');
	return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

function columnByCells(cells: readonly string[], place: number): ColumnName {
	if (place === 0) return 'item';
	if (place === 1) return 'measure';
	if (share(cells, (cell) => /\b20\d\d\b|kwartaal|doorlopend|jaarlijks/i.test(cell)) > 0.5) return 'planning';
	if (share(cells, (cell) => /€|\beuro\b|^\d{1,3}(?:\.\d{3})+/.test(cell)) > 0.5) return 'budget';
	if (share(cells, namesRole) > 0.5) return 'holder';
	return share(cells, (cell) => cell.includes(',')) > 0.5 ? 'partners' : 'unknown';
}

/**
 * Rows whose header is lost: the header of the last table with as many columns, else a guess by what the cells hold.
 * Either is asked. Rows of one or two cells are too little to guess by.
 */
export function guessColumns(
	rows: readonly Token[],
	last: TableState | null,
	build: Build
): TableState | null {
	const width = Math.max(...rows.map((row) => row.cells.length));
	const first = rows[0];
	if (first === undefined || width < 3) return null;
	const ask = (guess: string): void => {
		build.ask({
			line: first.line,
			what: 'column',
			about: first.cells.join(' | '),
			guess,
			alternatives: [],
			target: null
		});
	};
	if (last !== null && last.columns.length >= width) {
		ask(last.columns.map((column) => column.header).join(' | '));
		return { ...last, item: null };
	}
	const columns = Array.from({ length: width }, (_, place) => ({
		name: columnByCells(
			rows.map((row) => row.cells[place] ?? ''),
			place
		),
		header: ''
	}));
	ask(columns.map((column) => column.name).join(' | '));
	return { columns, header: null, item: null, groups: new Set(), themeTitle: null };
}
