import { headerColumns } from './columns.ts';
import type { Token } from './token.ts';
import { fieldLine } from './words.ts';

/**
 * The card of an action comes as lines ("Trekker: Welzijn"), as a table of two columns, or with several fields on one
 * line. Here the last two become lines as well, each where it stood.
 */
function cellsOf(token: Token): string[] {
	return token.cells.map((cell) => cell.replaceAll('\n', ' ').trim()).filter((cell) => cell !== '');
}

function isPair(token: Token | undefined): boolean {
	if (token?.kind !== 'row' || headerColumns(token) !== null) return false;
	const [label, ...rest] = cellsOf(token);
	return token.cells[0]?.trim() !== '' && rest.length === 1 && label !== undefined && label.length <= 40;
}

function fieldIn(token: Token): string | null {
	const [label = '', value = ''] = cellsOf(token);
	return fieldLine(`${label.replace(/:$/, '')}: ${value}`)?.field ?? null;
}

/** Pairs under each other are a card when most of them are fields, and not all the same one. */
function isCard(pairs: readonly Token[]): boolean {
	const fields = pairs.map(fieldIn).filter((field) => field !== null);
	return new Set(fields).size >= 2 && fields.length * 2 >= pairs.length;
}

function pairsFrom(tokens: readonly Token[], start: number): Token[] {
	let end = start;
	while (isPair(tokens[end])) end++;
	return tokens.slice(start, end);
}

function asLine(token: Token, text: string): Token {
	return { ...token, kind: 'text', level: 0, text, cells: [], italics: [] };
}

function pairAsLine(row: Token): Token {
	const [label = '', value = ''] = cellsOf(row);
	return asLine(row, `${label.replace(/:$/, '')}: ${value}`);
}

/** "Trekker: OOV | Planning: 2027": every piece is a label with its words, and two at least are known. */
function fieldsOnOneLine(token: Token): string[] {
	if (token.kind === 'heading') return [];
	const pieces =
		token.kind === 'row' ? cellsOf(token) : token.text.split(/\s*(?:[|·•;]|\t|\s–)\s+(?=[^:|]{2,40}:\s)/);
	// "(trekker: OOV; kosten: € 100)": brackets that a piece would break belong to the words before them.
	if (pieces.some((piece) => piece.split('(').length !== piece.split(')').length)) return [];
	const known = pieces.filter((piece) => (fieldLine(piece)?.value ?? '') !== '').length;
	return known > 1 && pieces.every((piece) => /^[^:]{2,40}:\s*\S/.test(piece)) ? pieces : [];
}

export function asFieldLines(tokens: readonly Token[]): Token[] {
	const result: Token[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined) continue;
		const pairs = pairsFrom(tokens, at);
		if (pairs.length > 0) {
			result.push(...(isCard(pairs) ? pairs.map(pairAsLine) : pairs));
			at += pairs.length - 1;
			continue;
		}
		const pieces = fieldsOnOneLine(token);
		if (pieces.length === 0) result.push(token);
		else result.push(...pieces.map((piece) => asLine(token, piece)));
	}
	return result;
}
