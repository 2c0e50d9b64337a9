import type { ReadTheme } from '../reading.ts';
import { addsUp } from './amounts.ts';
import type { Build } from './build.ts';
import { headerColumns } from './columns.ts';
import { headingOf, numberedParts } from './headings.ts';
import type { Token } from './token.ts';
import { fieldLine } from './words.ts';

/** The only filled cell of a row, where that is its first. */
export function loneCell(token: Token): string | null {
	const [first, ...rest] = token.cells;
	return first !== undefined && first !== '' && rest.every((cell) => cell === '') ? first : null;
}

function isRow(token: Token | undefined, line: number): boolean {
	return token?.kind === 'row' && token.line === line;
}

/** "Bijlage 1", a tab, "Overleg": a heading with a tab after its number, by itself between blank lines. */
function tabbedHeading(token: Token): Token[] | null {
	const line = lineOf(token, token.cells.length === 2 ? token.cells.join(' ') : '');
	return numberedParts(line.text) !== null || headingOf(line) !== null ? [line] : null;
}

/** "Thema: Water | Portefeuillehouder: Roos": a heading with what holds for it beside it. */
function headedFacts(token: Token): Token[] | null {
	const [first, ...rest] = token.cells.filter((cell) => cell !== '').map((cell) => lineOf(token, cell));
	if (first === undefined || rest.length === 0 || headingOf(first)?.kind !== 'levelled') return null;
	return rest.every((fact) => (fieldLine(fact.text)?.value ?? '') !== '') ? [first, ...rest] : null;
}

export function isFull(row: Token | undefined): boolean {
	const cells = row?.cells ?? [];
	return cells[0] !== '' && cells.filter((cell) => cell !== '').length > 1;
}

function namesLevel(row: Token): boolean {
	return headingOf(lineOf(row, loneCell(row) ?? ''))?.kind === 'levelled';
}

/** The rows that stand under a header, up to the next one. */
export function rowsBelow(tokens: readonly Token[], headerAt: number): Token[] {
	const rows: Token[] = [];
	for (let at = headerAt + 1; at < tokens.length; at++) {
		const token = tokens[at];
		if (token?.kind !== 'row' || headerColumns(token) !== null) break;
		rows.push(token);
	}
	return rows;
}

/**
 * "Jeugd", its rows, "Wonen", its rows: where the first row below a header and others are a lone word, each above full
 * rows, those words part the table. Below a theme of its own such a row may as well be work that nobody filled in.
 */
export function partingRows(tokens: readonly Token[]): Set<number> {
	const parting = new Set<number>();
	let underTheme = false;
	for (const [at, token] of tokens.entries()) {
		underTheme ||= token.kind === 'row' ? namesLevel(token) : headingOf(token)?.kind === 'levelled';
		const columns = token.kind === 'row' ? headerColumns(token) : null;
		if (underTheme || columns === null || columns.some(({ name }) => name === 'theme')) continue;
		const rows = rowsBelow(tokens, at);
		const lone = new Set(rows.filter((row) => loneCell(row) !== null && !addsUp(row)));
		const aboveFull = rows.every((row, index) => !lone.has(row) || isFull(rows[index + 1]));
		if (
			lone.size > 1 &&
			rows[0] !== undefined &&
			lone.has(rows[0]) &&
			aboveFull &&
			![...lone].some(namesLevel)
		)
			for (const row of lone) parting.add(row.line);
	}
	return parting;
}

/**
 * Sheets write words across a whole row: the title above the table, a theme between its rows. Those are lines of
 * text: everything above the first header, and a row that names itself a theme ("Prioriteit 2: …"), below which the
 * table goes on under the same header.
 */
export function freeDividers(tokens: readonly Token[], parting: ReadonlySet<number>): Token[] {
	const result: Token[] = [];
	let header: Token | null = null;
	for (const [index, token] of tokens.entries()) {
		const alone = !isRow(tokens[index - 1], token.line - 1) && !isRow(tokens[index + 1], token.line + 1);
		const freed = token.kind === 'row' ? (headedFacts(token) ?? (alone ? tabbedHeading(token) : null)) : null;
		const lone = token.kind === 'row' ? loneCell(token) : null;
		if (token.kind !== 'row') header = null;
		else if (headerColumns(token) !== null) header = token;
		const parts = parting.has(token.line);
		const text = lone === null ? null : lineOf(token, lone, parts ? 'heading' : 'text');
		if (text !== null && (header === null || parts || headingOf(text)?.kind === 'levelled')) {
			if (header !== null && result.at(-1) === header) result.pop();
			result.push(text, ...(header === null ? [] : [header]));
		} else if (freed !== null) {
			header = null;
			result.push(...freed);
		} else result.push(token);
	}
	return result;
}

function lineOf(token: Token, words: string, kind: 'text' | 'heading' = 'text'): Token {
	return {
		...token,
		kind,
		level: kind === 'heading' ? 2 : 0,
		text: words.replaceAll('\n', ' '),
		cells: [],
		italics: []
	};
}

/** No word says that they are themes. */
export function askParting(themes: readonly ReadTheme[], parting: ReadonlySet<number>, build: Build): void {
	for (const { title, line, key } of themes)
		if (parting.has(line))
			build.ask({ line, what: 'lostHeading', about: title, guess: title, alternatives: [], target: key });
}
