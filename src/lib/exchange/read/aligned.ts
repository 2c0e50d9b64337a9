import { rowLine, wordsLine, type RawLine } from './line.ts';

/**
 * Text of a printed page draws tables with spaces. Where every line has all its cells under the same columns they are
 * rows; where cells are empty or go on below, nobody can say what belongs together: such a line keeps its cells beside
 * its words, so that it is known for a piece of a table and not read as prose.
 */
interface Cell {
	text: string;
	start: number;
	end: number;
}

const fewestColumns = 3;

function cellsOf(line: string): Cell[] {
	if (line.includes('\t') || line.includes('|')) return [];
	return [...line.replace(/\s/g, ' ').matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
		text,
		start: index,
		end: index + text.length
	}));
}

/** Words stand left under each other, figures right. */
function sameColumn(one: Cell, other: Cell): boolean {
	return Math.abs(one.start - other.start) <= 1 || Math.abs(one.end - other.end) <= 1;
}

function opens(head: readonly Cell[], next: readonly Cell[]): boolean {
	const shared = next.filter((cell) => head.some((above) => sameColumn(above, cell)));
	const page = /^\d{1,3}$/;
	// A number, a title and a page: that is a list of contents.
	const contents = [head, next].every((cells) => page.test(cells.at(-1)?.text ?? ''));
	return head.length >= fewestColumns && shared.length >= fewestColumns && !contents;
}

/** A lone piece goes on where small letters follow and the table goes on below it. */
function goesOn(lines: readonly Cell[][], at: number): boolean {
	const [only, ...more] = lines[at] ?? [];
	if (only === undefined) return false;
	if (more.length > 0 || only.start > 1) return true;
	return /^\p{Ll}/u.test(only.text) && (lines[at + 1]?.length ?? 0) > 1;
}

function isWhole(head: readonly Cell[], cells: readonly Cell[]): boolean {
	const under = cells.every((cell, column) => {
		const above = head[column];
		// Figures of several lengths stand right, below a word that does not reach as far.
		return above !== undefined && cell.start < above.end && above.start < cell.end;
	});
	return cells.length === head.length && under;
}

/** The lines that are a table of spaces, by their place in the text. */
export function alignedLines(source: readonly string[]): Map<number, RawLine> {
	const lines = source.map(cellsOf);
	const found = new Map<number, RawLine>();
	for (let at = 0; at < lines.length; at++) {
		const head = lines[at] ?? [];
		if (!opens(head, lines[at + 1] ?? [])) continue;
		let end = at + 2;
		while (goesOn(lines, end)) end += 1;
		const whole = lines.slice(at, end).every((cells) => isWhole(head, cells));
		for (let line = at; line < end; line++) {
			const cells = (lines[line] ?? []).map((cell) => cell.text);
			const loose = { ...wordsLine('text', 0, source[line] ?? ''), cells };
			found.set(line, whole ? rowLine(cells) : loose);
		}
		at = end - 1;
	}
	return found;
}
