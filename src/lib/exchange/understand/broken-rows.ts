import { addsUp } from './amounts.ts';
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
	// Two rows that both lost their last, empty cells may add up by chance: those are as long as each other, or the
	// second begins with a number of its own.
	const counted = headerColumns(header)?.[0]?.name === 'number';
	const first = cellsOf(next)[0] ?? '';
	if (next.kind !== 'row' || joined !== width || first === '') return false;
	return counted ? !/^[\dA-Z]+(?:[.\d]*)$/.test(first) : row.cells.length < next.cells.length;
}

function joinedRow(row: Token, next: Token): Token {
	const [first = '', ...rest] = cellsOf(next);
	const whole = `${row.cells.at(-1) ?? ''}\n${first}`;
	const cell = opensQuote(row.cells.at(-1) ?? '') && first.endsWith('"') ? whole.slice(1, -1) : whole;
	const cells = [...row.cells.slice(0, -1), cell, ...rest];
	return { ...row, cells, text: cells.join('\t'), italics: [...row.italics, ...next.italics.slice(1)] };
}

export function mendBrokenRows(tokens: readonly Token[], uses: Uses): Token[] {
	const result: Token[] = [];
	let header: Token | null = null;
	let lastLine = 0;
	for (const token of tokens) {
		const row = result.at(-1);
		const near = token.line === lastLine + 1;
		if (
			row?.kind === 'row' &&
			header !== null &&
			row !== header &&
			near &&
			belongsTogether(row, token, header)
		) {
			result[result.length - 1] = joinedRow(row, token);
			uses.follow(token.line, row.line);
		} else {
			result.push(token);
			if (token.kind !== 'row') header = null;
			else if (headerColumns(token) !== null) header = token;
		}
		lastLine = token.line;
	}
	return result;
}
