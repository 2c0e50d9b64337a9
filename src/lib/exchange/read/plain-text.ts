import { alignedLines } from './aligned.ts';
import { pipedLines } from './piped.ts';
import { blankLine, rowLine, wordsLine, type RawLine } from './line.ts';

// The private range is where Word's symbol fonts keep their marks (Symbol, Wingdings) once copied as text.
const marks = String.raw`•·▪▫◦‣⁃➢➤►▶●○■□✓✔→–—*+\-\uf020-\uf0ff`;
// "- •", "• -", "• 1.", "➢": one or more marks, perhaps with a number, and nothing after it.
const onlyMark = new RegExp(
	String.raw`^(?:[${marks}§]|o(?=\s))+(?:\s+(?:[${marks}]+|o(?=\s|$)))*(?:\s+(?:\d{1,2}[°º]?|[a-z]|[ivx]{2,4})[.)])?$`
);
const markAndText = new RegExp(
	String.raw`^(?!§\s*\d)(?:([${marks}§](?:\s+[${marks}])?)\s+|([•·▪◦‣➢►●■\uf020-\uf0ff])|(o)\s+)(\S.*)$`
);
// A mark or a number that a tab parts from its words, as text copied from Word has it.
const markTab = new RegExp(String.raw`^\s*(?:[${marks}§]|o)\t+(?=[^\t]+$)`);
const numberTab =
	/^(\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|(?:[A-Za-z]|[IVX]{1,5})[.)]))\t+(?=[^\t]*\p{L}[^\t]*$)/u;

/** Depth of a bullet from its indent: two to four spaces or a tab a step. */
function depthOf(indent: string): number {
	const width = indent.replaceAll('\t', '    ').length;
	return 1 + Math.min(8, Math.floor(width / 4));
}

function pipeCells(text: string): string[] | null {
	if (!/^\|.*\|$/.test(text) || text.length < 3) return null;
	const cells = text.slice(1, -1).split(/(?<!\\)\|/);
	return cells.length > 1 ? cells.map((cell) => cell.replaceAll('\\|', '|')) : null;
}

function isPipeRule(text: string): boolean {
	return /^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?$/.test(text);
}

function tabCells(text: string, before: RawLine | undefined): string[] | null {
	if (!text.includes('\t')) return null;
	const cells = text.split('\t');
	const leading = /^[\t ]*/.exec(text)?.[0] ?? '';
	const inTable = before?.kind === 'row';
	// A single tab at the start is an indent, unless the row above shows that we are inside a table.
	if (!inTable && (leading.includes('\t') || cells.length < 2) && !/\S[^\t]*\t/.test(text)) return null;
	return cells;
}

/** One line of text as a person typed it, in the light of the line before. */
export function plainLine(text: string, before: RawLine | undefined): RawLine {
	if (text.trim() === '' && !(text.includes('\t') && before?.kind === 'row')) return blankLine('');
	if (markTab.test(text)) return plainLine(text.replace(/\t+(?=[^\t]+$)/, '  '), undefined);
	if (before?.kind !== 'row' && numberTab.test(text))
		return plainLine(text.replace(numberTab, '$1 '), undefined);
	const cells = tabCells(text, before) ?? pipeCells(text.trim());
	if (cells !== null) return isPipeRule(text.trim()) ? blankLine(text.trim()) : rowLine(cells);
	const trimmed = text.trim();
	const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(trimmed);
	if (heading) return wordsLine('heading', (heading[1] ?? '').length, heading[2] ?? '');
	const indent = /^\s*/.exec(text)?.[0] ?? '';
	if (onlyMark.test(trimmed)) return { ...wordsLine('bullet', depthOf(indent), ''), text: '' };
	// "-- deeper", as people type it where they cannot indent.
	const deeper = /^(-{2,4})\s+(\S.*)$/.exec(trimmed);
	if (deeper) return wordsLine('bullet', depthOf(indent) + (deeper[1] ?? '').length - 1, deeper[2] ?? '');
	const bullet = markAndText.exec(trimmed);
	if (bullet) return wordsLine('bullet', depthOf(indent), bullet[4] ?? '');
	// Insets of published regulations end in a lone bar.
	return wordsLine('text', indent.length >= 2 ? 1 : 0, trimmed.replace(/\s\|$/, ''));
}

export function splitLines(text: string): string[] {
	return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n|\u2028|\u2029|\u0085|\f/);
}

/** Where the indent is lost, another mark inside a list still says that it lies deeper ("•" and under it "o"). */
function deepenByMark(lines: RawLine[], source: readonly string[]): void {
	let seen: string[] = [];
	let wordless = false;
	for (const [index, line] of lines.entries()) {
		if (line.kind === 'blank') continue;
		const words = wordless && line.kind === 'text';
		wordless = line.kind === 'bullet' && line.text === '';
		// The words of a mark that stands alone above them.
		if (words) continue;
		if (line.kind !== 'bullet' || line.level !== 1) seen = [];
		else {
			const mark = source[index]?.trim()[0] ?? '';
			const depth = seen.indexOf(mark);
			seen = depth === -1 ? [...seen, mark] : seen.slice(0, depth + 1);
			line.level = seen.length;
		}
	}
}

/** A list of "o" as its mark may hold one without words. */
function blankLetters(lines: RawLine[], source: readonly string[]): void {
	const lone = lines.filter((line) => line.kind === 'text' && line.text === 'o');
	for (const [index, line] of lines.entries()) {
		if (line.kind !== 'text' || line.text !== 'o') continue;
		const beside = [source.slice(0, index).findLast((one) => one.trim() !== ''), source[index + 1] ?? ''];
		// More than one of them is a mark above its words, as other marks are.
		if (lone.length > 1 || beside.some((one) => /^\s*o\s+\S/.test(one ?? '')))
			lines[index] = { ...wordsLine('bullet', 1, ''), text: '' };
	}
}

/** Plain or pasted text: a line of the file is a line of the reading. */
export function readPlainText(text: string): RawLine[] {
	const lines: RawLine[] = [];
	const source = splitLines(text);
	const aligned = alignedLines(source);
	const piped = pipedLines(source);
	for (const [at, line] of source.entries())
		lines.push(aligned.get(at) ?? piped.get(at) ?? plainLine(line, lines.at(-1)));
	blankLetters(lines, source);
	deepenByMark(lines, source);
	return lines;
}
