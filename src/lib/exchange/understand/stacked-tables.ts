import type { SourceLine } from '../reading.ts';
import { misplaced } from './cell-kinds.ts';
import { columnOf, type ColumnName } from './column-words.ts';
import { headerColumns } from './columns.ts';
import { headingOf } from './headings.ts';
import { labelOf, type Token, type Uses } from './token.ts';

/**
 * A table copied out of a printed page may come with one cell on each line. It is known by its header: short lines
 * below each other that each head a column. Where the lines below fill whole rows they are put together again;
 * where they do not, nobody can say which cell stands where, and all of them are listed.
 */
const fewestColumns = 4;
const mostColumns = 12;
const longestHeadChars = 40;

function rowOf(cells: readonly string[], first: Token): Token {
	return {
		...first,
		kind: 'row',
		level: 0,
		text: cells.join('\t'),
		cells: [...cells],
		italics: cells.map(() => []),
		label: null
	};
}

function gapAbove(tokens: readonly Token[], at: number): number {
	return (tokens[at]?.line ?? 0) - (tokens[at - 1]?.line ?? 0);
}

/** How many lines from here head a column of their own. */
function headsFrom(tokens: readonly Token[], start: number): number {
	const names = new Set<ColumnName>();
	let end = start;
	for (; end < tokens.length && end - start < mostColumns; end++) {
		const token = tokens[end];
		const text = token?.text ?? '';
		if (token === undefined || token.kind === 'row' || token.kind === 'bullet') break;
		if (text.length > longestHeadChars || /[:;,?]|\.$/.test(text) || headingOf(token) !== null) break;
		if (end > start + 1 && gapAbove(tokens, end) !== gapAbove(tokens, start + 1)) break;
		if (end === start + 1 && gapAbove(tokens, end) > 2) break;
		const name = columnOf(text);
		if (name === 'unknown' || name === 'time' || names.has(name)) break;
		names.add(name);
	}
	return end - start;
}

function isTheirs(token: Token, heads: readonly Token[]): boolean {
	return heads.some((head) => head.text === token.text);
}

/** The lines of the table end where a part begins, or its header comes back. */
function endOf(tokens: readonly Token[], from: number, heads: readonly Token[]): number {
	let at = from;
	for (; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined || token.kind === 'row' || token.kind === 'heading') break;
		const opens = headingOf(token) !== null || labelOf(token) !== null;
		if (opens || (isTheirs(token, heads) && headsFrom(tokens, at) >= heads.length)) break;
	}
	return at;
}

/** The cells as they stand: an empty one is a blank line, unless every line has a blank one below it. */
function cellsBetween(
	body: readonly Token[],
	lines: readonly SourceLine[],
	spaced: boolean
): (Token | null)[] {
	const cells: (Token | null)[] = [];
	const [first] = body;
	const last = body.at(-1);
	if (first === undefined || last === undefined) return [];
	const byLine = new Map(body.map((token) => [token.line, token]));
	for (let line = first.line; line <= last.line; line++) {
		const token = byLine.get(line);
		if (token !== undefined) cells.push(token);
		else if (lines[line - 1]?.kind === 'blank' && !spaced) cells.push(null);
	}
	return cells;
}

/** Rows as wide as the header, each with its work and no cell under a header that cannot be its own. */
function rowsOf(cells: readonly (Token | null)[], header: Token): Token[] | null {
	const width = header.cells.length;
	const columns = headerColumns(header) ?? [];
	const rows: Token[] = [];
	for (let at = 0; at < cells.length; at += width) {
		const own = cells.slice(at, at + width);
		const first = own.find((cell) => cell !== null) ?? null;
		const texts = Array.from({ length: width }, (_, index) => own[index]?.text ?? '');
		const work = columns.findIndex(({ name }) => name === 'measure');
		if (first === null || texts[work] === '' || misplaced(texts, columns) > 0) return null;
		rows.push(rowOf(texts, first));
	}
	return rows;
}

function isSpaced(heads: readonly Token[]): boolean {
	return heads.every((token, index) => index === 0 || token.line > (heads[index - 1]?.line ?? 0) + 1);
}

/** Lines in groups as the blank ones part them. */
function groupsOf(body: readonly Token[]): Token[][] {
	const groups: Token[][] = [];
	for (const token of body) {
		if (token.line === (groups.at(-1)?.at(-1)?.line ?? 0) + 1) groups.at(-1)?.push(token);
		else groups.push([token]);
	}
	return groups;
}

function isRemark(token: Token): boolean {
	return /[.!?]$/.test(token.text) && token.text.split(' ').length > 5;
}

/**
 * The cells of the table, with null for an empty one. Null for all: where each row but the first begins with a blank
 * line, that may be an empty cell or what parts the rows.
 */
function cellsIn(
	body: readonly Token[],
	lines: readonly SourceLine[],
	heads: readonly Token[]
): (Token | null)[] | null {
	const width = heads.length;
	const groups = groupsOf(body);
	const spaced = isSpaced(heads);
	if (spaced || groups.every((group) => group.length === width)) return [...body];
	const cells = cellsBetween(body, lines, spaced);
	const places = [...cells.keys()].filter((at) => cells[at] === null);
	const rows = Math.ceil(cells.length / width);
	if (places.length === rows - 1 && places.every((at) => at % width === 0)) return null;
	return cells;
}

interface Stacked {
	rows: Token[];
	end: number;
}

function tableOf(
	body: readonly Token[],
	lines: readonly SourceLine[],
	heads: readonly Token[],
	header: Token
) {
	const cells = cellsIn(body, lines, heads);
	if (cells === null || cells.length === 0) return null;
	// At the end of the last row nothing tells an empty cell from none.
	const fills = cells.length % heads.length === 0 || cells.includes(null);
	return fills ? rowsOf(cells, header) : null;
}

function stackedFrom(
	tokens: readonly Token[],
	start: number,
	lines: readonly SourceLine[],
	uses: Uses
): Stacked | null {
	const width = headsFrom(tokens, start);
	const heads = tokens.slice(start, start + width);
	const [first] = heads;
	if (first === undefined || width < fewestColumns) return null;
	const texts = heads.map((token) => token.text);
	const header = rowOf(texts, first);
	if (headerColumns(header) === null) return null;
	let end = endOf(tokens, start + width, heads);
	// A remark below the table is no cell of it.
	while (end > start + width && isRemark(tokens[end - 1] ?? header) && tokens[end - 1]?.afterBlank) end--;
	const body = tokens.slice(start + width, end);
	const rows = tableOf(body, lines, heads, header);
	for (const token of heads) uses.mark(token.line, 'structure');
	if (rows === null) return { rows: [], end };
	const starts = new Set(rows.map((row) => row.line));
	let current = first.line;
	for (const token of body) {
		if (starts.has(token.line)) current = token.line;
		else uses.follow(token.line, current);
	}
	return { rows: [header, ...rows], end };
}

export function unstackTables(tokens: readonly Token[], lines: readonly SourceLine[], uses: Uses): Token[] {
	const result: Token[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined) continue;
		const stacked = stackedFrom(tokens, at, lines, uses);
		if (stacked === null) result.push(token);
		else {
			result.push(...stacked.rows);
			at = stacked.end - 1;
		}
	}
	return result;
}
