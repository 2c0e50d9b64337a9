import { blankLine, rowLine, type RawLine } from './line.ts';

/**
 * "Actie | Trekker | Gereed": a table drawn with bars between its cells and none at its edges. Lines right below each
 * other with as many bars are one; with a rule drawn below the first, two cells are enough.
 */
const rule = /^\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+$/;
// One bar in a sentence, or between two words of a title, draws no table.
const fewestCells = 3;

function cellsOf(line: string): string[] {
	return line.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

function isClosed(line: string): boolean {
	return /^\s*\|.*\|\s*$/.test(line);
}

/** "Trekker: OOV | Planning: 2027" is a line of fields. */
function hasFields(line: string): boolean {
	const cells = cellsOf(line);
	return cells.filter((cell) => /^[^:]{2,40}:(?:\s|$)/.test(cell)).length * 2 > cells.length;
}

function opensTable(line: string, next: string | undefined): boolean {
	if (!line.includes('|') || line.includes('\t') || isClosed(line) || next === undefined) return false;
	const width = cellsOf(line).length;
	if (hasFields(line) || cellsOf(line).some((cell) => cell === '')) return false;
	if (rule.test(next)) return cellsOf(next).length === width;
	return width >= fewestCells && cellsOf(next).length === width;
}

/** The lines of such tables, by their place. */
export function pipedLines(source: readonly string[]): Map<number, RawLine> {
	const found = new Map<number, RawLine>();
	for (let at = 0; at < source.length; at++) {
		const head = source[at] ?? '';
		if (!opensTable(head, source[at + 1])) continue;
		const width = cellsOf(head).length;
		let end = at;
		// A row may have lost its last, empty cells.
		for (; isRow(source[end] ?? '', width); end++) {
			const line = source[end] ?? '';
			found.set(end, rule.test(line) ? blankLine(line.trim()) : rowLine(cellsOf(line)));
		}
		at = end - 1;
	}
	return found;
}

function isRow(line: string, width: number): boolean {
	const cells = cellsOf(line).length;
	return cells > 1 && cells <= width && !hasFields(line);
}
