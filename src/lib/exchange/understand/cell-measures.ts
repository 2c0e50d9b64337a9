import type { ReadMeasure } from '../reading.ts';
import type { Build } from './build.ts';
import { endsUnfinished } from './lists.ts';

/** The measures that one cell holds. */
// "• a • b": the marks of a list whose line breaks are gone; a hyphen may as well stand in a word.
const listMark = /^([•▪◦➢►])\s*(?=.*\S\s+\1\s)/su;

function linesOf(cell: string): string[] {
	return cell.split('\n').filter((line) => line.trim() !== '');
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
