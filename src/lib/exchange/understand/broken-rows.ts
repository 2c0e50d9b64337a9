import { addsUp } from './amounts.ts';
import { misplaced } from './cell-kinds.ts';
import { headerColumns } from './columns.ts';
import type { Token, Uses } from './token.ts';

/**
 * A cell with a line break, pasted as text, breaks its row in two: the first half ends inside the cell, the second
 * begins there. Together they have the cells of the header.
 */
function cellsOf(token: Token): string[] {
	return token.kind === 'row' ? token.cells : [token.text];
}

/** Excel puts quotes around such a cell. */
function opensQuote(cell: string): boolean {
	return /^"[^"]*$/.test(cell);
}

function belongsTogether(row: Token, next: Token, header: Token): boolean {
	const width = header.cells.length;
	const joined = row.cells.length + cellsOf(next).length - 1;
	if (next.kind === 'heading' || next.kind === 'bullet' || joined > width || addsUp(next)) return false;
	if (opensQuote(row.cells.at(-1) ?? '')) return true;
	const columns = headerColumns(header) ?? [];
	const first = cellsOf(next)[0] ?? '';
	if (next.kind !== 'row' || joined !== width || first === '') return false;
	if (columns[0]?.name === 'number') return !/^[\dA-Z]+(?:[.\d]*)$/.test(first);
	// Two rows that both lost their last, empty cells may add up by chance. A second half that is the longer one is
	// none of those; of others it shows where money or a year would stand under a header that cannot be theirs.
	if (row.cells.length < next.cells.length) return true;
	const apart = misplaced(row.cells, columns) + misplaced(next.cells, columns);
	return misplaced(joinedRow(row, next).cells, columns) < apart;
}

function joinedRow(row: Token, next: Token): Token {
	const [first = '', ...rest] = cellsOf(next);
	const whole = `${row.cells.at(-1) ?? ''}\n${first}`;
	const cell = opensQuote(row.cells.at(-1) ?? '') && first.endsWith('"') ? whole.slice(1, -1) : whole;
	const cells = [...row.cells.slice(0, -1), cell, ...rest];
	return { ...row, cells, text: cells.join('\t'), italics: [...row.italics, ...next.italics.slice(1)] };
}

/** "Portefeuille-" and "houder": a header in two, where only together they are as wide as the rows below. */
function breaksHeader(tokens: readonly Token[], at: number): boolean {
	const [row, next, ...below] = tokens.slice(at, at + 5);
	if (row?.kind !== 'row' || next === undefined || next.line !== row.line + 1) return false;
	if (next.kind !== 'row' && !(next.kind === 'text' && /-$/.test(row.cells.at(-1) ?? ''))) return false;
	const whole = joinedRow(row, next);
	const rows = below.filter((token) => token.kind === 'row');
	const widest = Math.max(...rows.map((token) => token.cells.length));
	const wider = whole.cells.length > row.cells.length || /^\p{Ll}/u.test(next.text);
	return wider && below[0]?.kind === 'row' && widest === whole.cells.length && headerColumns(whole) !== null;
}

// A cell with more lines than this is no cell.
const mostLinesInCell = 20;

/** The last line of a row whose cell holds a list over several lines: together they are as wide as the header. */
function lastOfCell(tokens: readonly Token[], at: number, width: number): number | null {
	const row = tokens[at];
	if (row === undefined || row.cells.length >= width) return null;
	for (let end = at + 1; end <= at + mostLinesInCell; end++) {
		const [before, token] = [tokens[end - 1], tokens[end]];
		if (before === undefined || token?.line !== before.line + 1 || token.kind === 'heading') return null;
		if (token.kind !== 'row') continue;
		// Two rows below each other are looked at by what their cells hold.
		const fits = row.cells.length + token.cells.length - 1 === width && (token.cells[0] ?? '') !== '';
		return fits && end > at + 1 ? end : null;
	}
	return null;
}

function joinListsInCells(tokens: readonly Token[], uses: Uses): Token[] {
	const result: Token[] = [];
	let width = 0;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined) continue;
		const isHeader = token.kind === 'row' && headerColumns(token) !== null;
		if (token.kind !== 'row') width = 0;
		else if (isHeader) width = token.cells.length;
		const end = isHeader || token.kind !== 'row' ? null : lastOfCell(tokens, at, width);
		const pieces = end === null ? [] : tokens.slice(at + 1, end + 1);
		for (const piece of pieces) uses.follow(piece.line, token.line);
		const marked = pieces.map((piece) =>
			piece.kind === 'bullet' ? { ...piece, text: `• ${piece.text}` } : piece
		);
		result.push(marked.reduce(joinedRow, token));
		at = end ?? at;
	}
	return result;
}

/** "Controle" above "autobedrijven", a tab, …: the first cell of a row is broken, and its first half has no tab. */
function opensRow(tokens: readonly Token[], at: number, header: Token | null): boolean {
	const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
	if (header === null || before?.kind !== 'row' || token?.kind !== 'text' || next?.kind !== 'row')
		return false;
	const near = before.line === token.line - 1 && next.line === token.line + 1;
	const rest = /^\p{Ll}/u.test(next.cells[0] ?? '') && !/[.!?:]$/.test(token.text);
	return near && rest && token.text.length <= 60 && next.cells.length === header.cells.length;
}

function asFirstCell(token: Token): Token {
	return { ...token, kind: 'row', cells: [token.text], italics: [[]] };
}

export function mendBrokenRows(lines: readonly Token[], uses: Uses): Token[] {
	const tokens = joinListsInCells(lines, uses);
	const result: Token[] = [];
	let header: Token | null = null;
	let lastLine = 0;
	let halved = 0;
	for (const [index, token] of tokens.entries()) {
		if (opensRow(tokens, index, header)) {
			result.push(asFirstCell(token));
			halved = token.line;
			lastLine = token.line;
			continue;
		}
		const row = result.at(-1);
		const near = token.line === lastLine + 1;
		const mends =
			header === null || row === header
				? near && tokens[index - 1] === row && breaksHeader(tokens, index - 1)
				: near && row?.kind === 'row' && (row.line === halved || belongsTogether(row, token, header));
		if (row !== undefined && mends) {
			const titled: boolean = row.line === halved && headerColumns(header ?? row)?.[0]?.name === 'item';
			const joined: Token = joinedRow(row, token);
			// The title of the item begins a line above the rest of its row.
			const whole: Token = titled ? { ...joined, line: token.line, titleLine: row.line } : joined;
			result[result.length - 1] = whole;
			if (titled) uses.follow(row.line, token.line);
			else uses.follow(token.line, row.line);
			if (headerColumns(whole) !== null) header = whole;
		} else {
			result.push(token);
			if (token.kind !== 'row') header = null;
			else if (headerColumns(token) !== null) header = token;
		}
		lastLine = token.line;
	}
	return result;
}
