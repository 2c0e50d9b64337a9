import type { ReadItem, ReadTheme } from '../reading.ts';
import { addsUp } from './amounts.ts';
import type { Build } from './build.ts';
import { headerColumns } from './columns.ts';
import { isFull, loneCell } from './divider-rows.ts';
import type { TableState } from './table.ts';
import type { Token } from './token.ts';

/** Rows that hold nothing but a title, above the rows that are its measures. */

/** Lone words each above full rows, the first right below the header, in a table that has no column for items. */
export function groupingRows(
	header: Token,
	rows: readonly Token[],
	above: Pick<TableState, 'groups'> | null
): Set<Token> {
	const columns = headerColumns(header) ?? [];
	const lone = new Set(rows.filter((row) => loneCell(row) !== null && !addsUp(row)));
	// One that stands by itself may as well be work that nobody filled in, unless the table above has them too.
	const enough = lone.size > 1 || (lone.size > 0 && (above?.groups.size ?? 0) > 0);
	const heads = enough && rows[0] !== undefined && lone.has(rows[0]);
	const aboveFull = rows.every((row, index) => !lone.has(row) || isFull(rows[index + 1]));
	const work = columns[0]?.name === 'measure' || columns[0]?.name === 'number';
	return work && heads && aboveFull && !columns.some(({ name }) => name === 'item') ? lone : new Set();
}

/** No column says that it is an action item: it may be work that nobody filled in. */
export function itemOfGroup(row: Token, theme: ReadTheme, build: Build): ReadItem {
	const title = (loneCell(row) ?? '').replaceAll('\n', ' ').trim();
	const item = build.item(title, row.line);
	theme.items.push(item);
	build.ask({
		line: row.line,
		what: 'other',
		about: title,
		guess: 'actiepunt',
		alternatives: ['maatregel'],
		target: item.key
	});
	return item;
}
