import type { Reading } from '../reading.ts';
import type { Build } from './build.ts';
import { documentNoun } from './deciding.ts';
import type { Token } from './token.ts';

export type Period = NonNullable<Reading['period']>;

const range =
	/(?<!\d)((?:19|20)\d\d)(?:\s*(?:-|–|—|\/|t\/m|tot en met|tot|en)\s*(?:((?:19|20)\d\d)|['’](\d\d))|[-–/](\d\d))(?!\d)/gi;
const single = /(?<![\d.])((?:19|20)\d\d)(?![\d.])/g;

/** "2025/'26" is a range; "2025-06" may be a month. */
function lastYear(first: number, whole: string | undefined, short: string | undefined): number | null {
	if (whole !== undefined) return Number(whole);
	return Number(short) > 12 ? Math.floor(first / 100) * 100 + Number(short) : null;
}

function rangesIn(text: string): (Period & { words: string })[] {
	return [...text.matchAll(range)].flatMap(([words, first, whole, marked, short]) => {
		const from = Number(first);
		const to = lastYear(from, whole, marked ?? short);
		return to !== null && from <= to && to - from < 15 ? [{ from, to, words }] : [];
	});
}

/** Every range and every year by itself, ranges first, each once. */
export function periodsIn(text: string): Period[] {
	const ranges = rangesIn(text);
	const rest = ranges.reduce((left, { words }) => left.replace(words, ' '), text);
	const years = [...rest.matchAll(single)].map(([year]) => ({ from: Number(year), to: Number(year) }));
	const all = [...ranges.map(({ from, to }) => ({ from, to })), ...years];
	return all.filter((one, at) => all.findIndex((other) => shown(other) === shown(one)) === at);
}

export function periodIn(text: string): Period | null {
	return periodsIn(text)[0] ?? null;
}

export function rangeIn(text: string): Period | null {
	const [found] = rangesIn(text);
	return found !== undefined && found.to > found.from ? { from: found.from, to: found.to } : null;
}

export function shown(period: Period): string {
	return period.from === period.to ? String(period.from) : `${period.from}-${period.to}`;
}

export function within(inner: Period, outer: Period): boolean {
	return inner.from >= outer.from && inner.to <= outer.to;
}

// A sentence about what this document covers, not about anything else that has years.
const aboutItself = new RegExp(
	String.raw`^(?:dit|deze|het|de|ons|onze)\s+(?:\S+\s+)?(?:${documentNoun}|document|stuk)\s+(?:\S+\s+){0,3}?(?:loopt|geldt|gelden|(?:is\s+)?opgesteld|(?:is\s+)?geschreven|bestrijkt|beschrijft|beslaat|omvat)\b`,
	'iu'
);
const aboutThis =
	/\b(?:dit|deze)\s+(?:\S+\s+)?(?:uitvoerings\S+|jaarplan\S*|actie(?:plan|programma)\S*|programma|plan|nota)\b.{0,200}\b(?:in|voor|over|van|periode|jaren)\b|\bin\s+de\s+jaren\b/i;

// In fewer letters only a sentence that begins with the document itself is about its years.
const shortestTellingChars = 60;

function tellsYears(sentence: string): boolean {
	return aboutItself.test(sentence) ? rangeIn(sentence) !== null : aboutThis.test(sentence);
}

// When something was decided says nothing about the years that it covers.
const day = /(?<!\d)\d{1,2}(?:\s+\p{L}{3,9}\.?\s+|[-/.]\d{1,2}[-/.])(?:19|20)\d\d(?!\d)/gu;

function sentencesWithYears(text: string): string[] {
	return text
		.split(/(?<=[.!?])\s+/)
		.map((sentence) => sentence.replace(day, ' '))
		.filter((sentence) => sentence.search(single) !== -1 && tellsYears(sentence));
}

function yearHeaders(
	tokens: readonly Token[],
	headerLines: ReadonlySet<number>
): { text: string; line: number }[] {
	return tokens
		.filter((token) => token.kind === 'row' && headerLines.has(token.line))
		.flatMap((token) =>
			token.cells.filter((cell) => cell.search(single) !== -1).map((text) => ({ text, line: token.line }))
		);
}

/** Years in table headers and in sentences about the document that fall outside the period of its title. */
export function askContradictingYears(
	tokens: readonly Token[],
	headerLines: ReadonlySet<number>,
	period: Period | null,
	parent: Period | null,
	build: Build
): void {
	if (period === null) return;
	const found = new Map<string, { text: string; line: number }>();
	const consider = (text: string, line: number, years: Period | null): void => {
		if (years === null || within(years, period) || (parent !== null && shown(parent) === shown(years)))
			return;
		if (!found.has(shown(years))) found.set(shown(years), { text, line });
	};
	for (const header of yearHeaders(tokens, headerLines))
		consider(header.text, header.line, periodIn(header.text));
	for (const token of tokens) {
		if (token.kind === 'row') continue;
		const short = token.text.length < shortestTellingChars;
		const sentences = sentencesWithYears(token.text);
		for (const sentence of short ? sentences.filter((one) => aboutItself.test(one)) : sentences)
			consider(
				sentence,
				token.line,
				periodIn(sentence.replace(/.*(?=\bin\s+(?:de\s+jaren\s+)?(?:19|20)\d\d)/, ''))
			);
	}
	for (const [years, { text, line }] of found)
		build.ask({
			line,
			what: 'contradictingYears',
			about: text,
			guess: shown(period),
			alternatives: [years],
			target: null
		});
}

export function headerLinesOf(uses: readonly string[], tokens: readonly Token[]): Set<number> {
	const headers = tokens.filter((token) => token.kind === 'row' && uses[token.line - 1] === 'structure');
	return new Set(headers.map((token) => token.line));
}
