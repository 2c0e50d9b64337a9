import type { ReadMeasure } from '../reading.ts';
import type { Build } from './build.ts';
import { endsUnfinished } from './lists.ts';

/** The measures that one cell holds. */
// "• a • b": the marks of a list whose line breaks are gone; a hyphen may as well stand in a word.
const listMark = /^([•▪◦➢►])\s*(?=.*\S\s+\1\s)/su;

function linesOf(cell: string): string[] {
	return cell.split('\n').filter((line) => line.trim() !== '');
}

/** "a. …; b. …; c. …" in one line: as long as each counts on from the one before. */
function countedPieces(text: string): string[] | null {
	const marks = [...text.matchAll(/(?:^|[;,.]\s+)([a-z]|\d{1,2})[.)]\s+(?=\S)/g)];
	const codes = marks.map(([, code = '']) => (/\d/.test(code) ? Number(code) : code.charCodeAt(0) - 96));
	if (marks.length < 2 || marks[0]?.index !== 0 || codes.some((code, at) => code !== at + 1)) return null;
	return marks.map((mark, at) => {
		const end = marks[at + 1]?.index ?? text.length;
		// The sign between two entries ends the first.
		return text.slice(mark.index + mark[0].length, end + (at + 1 < marks.length ? 1 : 0)).trim();
	});
}

/** A cell whose every line, or every piece, carries a mark holds several measures. */
export function measureTexts(cell: string): string[] {
	const lines = linesOf(cell);
	const mark = /^(?:[•·▪◦‣➢►–—*-]|\d{1,2}[.)])\s+/;
	if (lines.length > 1 && lines.every((line) => mark.test(line)))
		return lines.map((line) => line.replace(mark, ''));
	const text = cell.replaceAll('\n', ' ');
	const inline = listMark.exec(text)?.[1];
	if (inline !== undefined)
		return text
			.split(inline)
			.map((piece) => piece.trim())
			.filter((piece) => piece !== '');
	const counted = countedPieces(text.trim());
	if (counted !== null) return counted;
	return [text.replace(/^[•▪◦➢►]\s*/, '')];
}

/** Two paragraphs in one cell, the second with a beginning of its own: one measure, or two. */
export function askParagraphs(cell: string, measure: ReadMeasure, build: Build): void {
	const lines = linesOf(cell).map((line) => line.trim());
	const at = lines.findIndex(
		(line, index) => index > 0 && /^\p{Lu}/u.test(line) && !endsUnfinished(lines[index - 1] ?? '')
	);
	const rest = lines.slice(at).join(' ');
	if (at === -1 || !measure.text.endsWith(` ${rest}`)) return;
	build.ask({
		line: measure.line,
		what: 'brokenBullet',
		about: rest,
		guess: measure.text,
		alternatives: [`${measure.text.slice(0, -rest.length - 1)}; ${rest}`],
		target: measure.key
	});
}
