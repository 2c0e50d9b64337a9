import type { SourceLine } from '../reading.ts';
import { numberedParts } from './headings.ts';
import { labelOf, tokenOf } from './token.ts';

/** "2." on a line, its words on the next: a number stands alone as a mark does. What it belongs to, by line index. */
export interface LoneNumbers {
	/** Index of the line of words, with the number that stood above it. */
	before: Map<number, string>;
	/** Indexes of numbers, with whether words were found for each. */
	marks: Map<number, boolean>;
}

interface Counted {
	index: number;
	value: number;
	sign: string;
	alone: boolean;
}

const alone = /^(\d{1,2}|[a-z])[°º]?([.)])$/;
const withWords = /^(\d{1,2}|[a-z])([.)])\s+\S/;

function valueOf(code: string): number {
	return /\d/.test(code) ? Number(code) : code.charCodeAt(0) - 96;
}

/** A digit and a letter count in lists of their own. */
function countedAt(line: SourceLine, index: number): Counted | null {
	if (line.kind !== 'text' || line.cells !== null) return null;
	const match = alone.exec(line.text) ?? withWords.exec(line.text);
	if (match === null) return null;
	const [, code = '', sign = ''] = match;
	return {
		index,
		value: valueOf(code),
		sign: `${/\d/.test(code) ? '1' : 'a'}${sign}`,
		alone: alone.test(line.text)
	};
}

/** Those that count on from the one above, or from which the one below counts on. */
function inCount(counted: readonly Counted[]): Counted[] {
	const follows = (one: Counted, next: Counted | undefined): boolean =>
		next !== undefined && next.value === one.value + 1;
	return counted.filter(
		(one, at) =>
			one.alone &&
			(follows(one, counted[at + 1]) ||
				counted.slice(Math.max(0, at - 1), at).some((last) => follows(last, one)))
	);
}

function wordsBelow(lines: readonly SourceLine[], mark: number): number | null {
	for (let at = mark + 1; at <= mark + 2; at++) {
		const line = lines[at];
		if (line === undefined) return null;
		if (line.kind === 'blank') continue;
		const token = tokenOf(line);
		const words = token?.kind === 'text' && !alone.test(line.text) && numberedParts(line.text) === null;
		return words && token !== null && labelOf(token) === null ? at : null;
	}
	return null;
}

export function loneNumbersIn(lines: readonly SourceLine[]): LoneNumbers {
	const all = [...lines.entries()].flatMap(([index, line]) => countedAt(line, index) ?? []);
	const found: LoneNumbers = { before: new Map(), marks: new Map() };
	for (const group of Map.groupBy(all, (one) => one.sign).values())
		for (const { index } of inCount(group)) {
			const words = wordsBelow(lines, index);
			found.marks.set(index, words !== null);
			const number = (lines[index]?.text ?? '').replace(/[°º]/, '');
			if (words !== null) found.before.set(words, number);
		}
	return found;
}
