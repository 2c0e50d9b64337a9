import { headerColumns } from './columns.ts';
import { headingOf } from './headings.ts';
import type { Token } from './token.ts';
import { fieldLine } from './words.ts';

/** The only filled cell of a row, where that is its first. */
function loneCell(token: Token): string | null {
	const [first, ...rest] = token.cells;
	return first !== undefined && first !== '' && rest.every((cell) => cell === '') ? first : null;
}

/** "Thema: Water | Portefeuillehouder: Roos": a heading with what holds for it beside it. */
function headedFacts(token: Token): Token[] | null {
	const [first, ...rest] = token.cells.filter((cell) => cell !== '').map((cell) => lineOf(token, cell));
	if (first === undefined || headingOf(first)?.kind !== 'levelled') return null;
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
	for (const token of tokens) {
		const lone = token.kind === 'row' ? loneCell(token) : null;
		const facts = token.kind === 'row' && lone === null ? headedFacts(token) : null;
		if (token.kind !== 'row') header = null;
		else if (headerColumns(token) !== null) header = token;
		const text = lone === null ? null : lineOf(token, lone);
		if (facts !== null) result.push(...facts);
		else if (text === null || (header !== null && headingOf(text)?.kind !== 'levelled')) result.push(token);
		else {
			if (header !== null && result.at(-1) === header) result.pop();
			result.push(text, ...(header === null ? [] : [header]));
		}
	}
	return result;
}

function lineOf(token: Token, words: string): Token {
	return { ...token, kind: 'text', text: words.replaceAll('\n', ' '), cells: [], italics: [] };
}
