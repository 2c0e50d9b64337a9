import { headerColumns } from './columns.ts';
import { headingOf } from './headings.ts';
import type { Token } from './token.ts';

/** The only filled cell of a row, where that is its first. */
function loneCell(token: Token): string | null {
	const [first, ...rest] = token.cells;
	return first !== undefined && first !== '' && rest.every((cell) => cell === '') ? first : null;
}

/**
 * Sheets write words across a whole row: the title above the table, a theme between its rows. Those are lines of
 * text: everything above the first header, and a row that names itself a theme ("Prioriteit 2: …").
 */
export function freeDividers(tokens: readonly Token[]): Token[] {
	let inTable = false;
	return tokens.map((token) => {
		if (token.kind !== 'row') {
			inTable = false;
			return token;
		}
		if (headerColumns(token) !== null) inTable = true;
		const lone = loneCell(token);
		if (lone === null) return token;
		const text: Token = { ...token, kind: 'text', text: lone.replaceAll('\n', ' '), cells: [], italics: [] };
		return !inTable || headingOf(text)?.kind === 'levelled' ? text : token;
	});
}
