import { addsUp } from './amounts.ts';
import { headerColumns, type Column } from './columns.ts';
import { headingOf, type Heading } from './headings.ts';
import { insertNode, type OutlineNode } from './outline.ts';
import { sameKey, type Token } from './token.ts';
import { levelNamed, weighs } from './words.ts';

/**
 * One table for all themes: a column names the theme, once above its rows or in each of them. Every theme becomes a
 * part of the outline with its own rows, as if it stood under a heading.
 */
interface Table {
	header: Token;
	columns: Column[];
	rows: Token[];
}

function tablesIn(tokens: readonly Token[]): Table[] {
	const tables: Table[] = [];
	let open: Table | null = null;
	for (const token of tokens) {
		const columns = token.kind === 'row' ? headerColumns(token) : null;
		if (token.kind !== 'row') open = null;
		else if (columns !== null) tables.push((open = { header: token, columns, rows: [] }));
		else open?.rows.push(token);
	}
	return tables;
}

function cellOf(row: Token, table: Table): string {
	const at = table.columns.findIndex((column) => column.name === 'theme');
	return (row.cells[at] ?? '').replaceAll('\n', ' ').trim();
}

function themeNamed(row: Token, table: Table): string {
	return addsUp(row) ? '' : cellOf(row, table);
}

function namesThemes(table: Table): boolean {
	if (!table.columns.some((column) => column.name === 'theme')) return false;
	const named = table.rows.map((row) => themeNamed(row, table)).filter((cell) => cell !== '');
	return named.length === 0 || named.some((cell) => !weighs(cell));
}

function headingFrom(cell: string, table: Table): Heading {
	const own = headingOf({ line: 0, kind: 'text', level: 0, text: cell, cells: [], italics: [], label: null });
	const header = table.columns.find((column) => column.name === 'theme')?.header ?? '';
	const known = own?.kind === 'levelled' || own?.kind === 'numbered' ? own : null;
	return {
		depth: 0,
		code: known?.code ?? null,
		title: known?.title ?? cell,
		level: known?.level ?? levelNamed(header),
		kind: 'levelled'
	};
}

function splitNode(node: OutlineNode): void {
	const tables = tablesIn(node.tokens).filter(namesThemes);
	const parts = new Map<string, OutlineNode>();
	const taken = new Set<Token>();
	const lastHeader = new Map<OutlineNode, Token>();
	let part: OutlineNode | null = null;
	for (const table of tables)
		for (const row of table.rows) {
			const cell = themeNamed(row, table);
			if (cell !== '') {
				part = parts.get(sameKey(cell)) ?? insertNode(node, headingFrom(cell, table), row.line, parts.size);
				parts.set(sameKey(cell), part);
			}
			// Rows above the first name belong to nobody yet: they stay where they are.
			if (part === null) continue;
			if (lastHeader.get(part) !== table.header) part.tokens.push(table.header);
			lastHeader.set(part, table.header);
			part.tokens.push(row);
			taken.add(row).add(table.header);
		}
	node.tokens = node.tokens.filter((token) => !taken.has(token));
}

/** Under a heading that is a theme already, such a column divides that theme and stays in its table. */
export function splitThemeColumns(node: OutlineNode): void {
	for (const child of node.children) splitThemeColumns(child);
	const kind = node.heading?.kind;
	if (kind !== 'levelled' && kind !== 'action') splitNode(node);
}
