import { addsUp, isAmount } from './amounts.ts';
import { headerColumns } from './columns.ts';
import type { Part } from './parts.ts';
import type { Token } from './token.ts';

/** Which tables hold work, once the lines stand in parts. */
function isHeader(token: Token): boolean {
	return headerColumns(token) !== null;
}

const isYear = (cell: string): boolean => /^20\d\d$/.test(cell);

/** Years above numbers, posts with their euros: a table that nobody headed as work, and most of it counts. */
function isFigures(rows: readonly Token[]): boolean {
	if (rows.some(isHeader)) return false;
	// A year in a row may be when something is done.
	const below = rows
		.slice(1)
		.filter((row) => !addsUp(row))
		.flatMap((row) => row.cells.slice(1).filter((cell) => !isYear(cell)));
	const filled = below.filter((cell) => cell !== '' && !/^[-–—]$/.test(cell));
	return filled.length > 0 && filled.filter(isAmount).length * 2 > filled.length;
}

/** Below a table of work, after a blank line, figures begin with a head of their own. */
function headsFigures(rows: readonly Token[]): boolean {
	const [head] = rows;
	return head?.cells.slice(1).every((cell) => isYear(cell) || !isAmount(cell)) === true && isFigures(rows);
}

function apart(part: Part): Part[] {
	const tables: Token[][] = [];
	for (const token of part.tokens) {
		const last = tables.at(-1);
		// A theme named in a column of its own has its header from further up.
		const headed = last?.every(isHeader) === true && !isHeader(token);
		if (last !== undefined && (headed || token.line === (last.at(-1)?.line ?? 0) + 1)) last.push(token);
		else tables.push([token]);
	}
	const pieces: Part[] = [];
	for (const rows of tables) {
		const last = pieces.at(-1);
		const figures = headsFigures(rows);
		const kind = figures ? 'figures' : 'table';
		if (last?.kind === kind) last.tokens.push(...rows);
		else pieces.push({ ...part, kind, line: rows[0]?.line ?? part.line, tokens: rows });
	}
	return pieces;
}

function kindOfTable(part: Part, first: boolean): Part['kind'] {
	// A header without a row below it holds nothing.
	if (part.tokens.every(isHeader)) return first ? 'prose' : 'after';
	return isFigures(part.tokens) ? 'figures' : 'table';
}

/** "Resultaten" right above a table with a column of results: the label heads that table. */
function headsTable(part: Part, next: Part | undefined): boolean {
	const goals = part.kind === 'goals' || part.kind === 'goalList';
	const header = next?.kind === 'table' ? next.tokens[0] : undefined;
	const columns = header === undefined ? null : headerColumns(header);
	return goals && part.tokens.length === 0 && columns?.some(({ name }) => name === 'goal') === true;
}

export function settleTables(parts: readonly Part[]): Part[] {
	const settled = parts
		.flatMap((part) => (part.kind === 'table' ? apart(part) : [part]))
		.map((part, at) => (part.kind === 'table' ? { ...part, kind: kindOfTable(part, at === 0) } : part));
	return settled.flatMap((part, at) => {
		if (headsTable(part, settled[at + 1])) return [];
		const label = settled[at - 1];
		const headed = label !== undefined && headsTable(label, part);
		return [headed ? { ...part, heading: label.heading, line: label.line } : part];
	});
}
