import { headerColumns } from './columns.ts';
import { headingOf, numberedParts } from './headings.ts';
import type { Token } from './token.ts';
import { fieldLine } from './words.ts';

/** The only filled cell of a row, where that is its first. */
function loneCell(token: Token): string | null {
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

/**
 * Sheets write words across a whole row: the title above the table, a theme between its rows. Those are lines of
 * text: everything above the first header, and a row that names itself a theme ("Prioriteit 2: …"), below which the
 * table goes on under the same header.
 */
export function freeDividers(tokens: readonly Token[]): Token[] {
	const result: Token[] = [];
	let header: Token | null = null;
	for (const [index, token] of tokens.entries()) {
		const alone = !isRow(tokens[index - 1], token.line - 1) && !isRow(tokens[index + 1], token.line + 1);
		const freed = token.kind === 'row' ? (headedFacts(token) ?? (alone ? tabbedHeading(token) : null)) : null;
		const lone = token.kind === 'row' ? loneCell(token) : null;
		if (token.kind !== 'row') header = null;
		else if (headerColumns(token) !== null) header = token;
		const text = lone === null ? null : lineOf(token, lone);
		if (text !== null && (header === null || headingOf(text)?.kind === 'levelled')) {
			if (header !== null && result.at(-1) === header) result.pop();
			result.push(text, ...(header === null ? [] : [header]));
		} else if (freed !== null) {
			header = null;
			result.push(...freed);
		} else result.push(token);
	}
	return result;
}

function lineOf(token: Token, words: string): Token {
	return { ...token, kind: 'text', text: words.replaceAll('\n', ' '), cells: [], italics: [] };
}
