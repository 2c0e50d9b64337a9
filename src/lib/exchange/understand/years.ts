import type { Reading } from '../reading.ts';
import type { Build } from './build.ts';
import type { Token } from './token.ts';

export type Period = NonNullable<Reading['period']>;

const range = /(?<!\d)((?:19|20)\d\d)\s*(?:-|–|—|\/|t\/m|tot en met|tot|en)\s*((?:19|20)\d\d)(?!\d)/;
const single = /(?<![\d.])((?:19|20)\d\d)(?![\d.])/;

export function periodIn(text: string): Period | null {
	const years = range.exec(text);
	if (years && Number(years[1]) <= Number(years[2]) && Number(years[2]) - Number(years[1]) < 15)
		return { from: Number(years[1]), to: Number(years[2]) };
	const year = single.exec(text)?.[1];
	return year === undefined ? null : { from: Number(year), to: Number(year) };
}

export function rangeIn(text: string): Period | null {
	const found = range.test(text) ? periodIn(text) : null;
	return found !== null && found.to > found.from ? found : null;
}

export function shown(period: Period): string {
	return period.from === period.to ? String(period.from) : `${period.from}-${period.to}`;
}

function within(inner: Period, outer: Period): boolean {
	return inner.from >= outer.from && inner.to <= outer.to;
}

// A sentence about what this document covers, not about anything else that has years.
const aboutThis =
	/\b(?:dit|deze)\s+(?:\S+\s+)?(?:uitvoerings\S+|jaarplan\S*|actie(?:plan|programma)\S*|programma|plan|nota)\b.{0,200}\b(?:in|voor|over|van|periode|jaren)\b|\bin\s+de\s+jaren\b/i;

function sentencesWithYears(text: string): string[] {
	return text.split(/(?<=[.!?])\s+/).filter((sentence) => single.test(sentence) && aboutThis.test(sentence));
}

function yearHeaders(
	tokens: readonly Token[],
	headerLines: ReadonlySet<number>
): { text: string; line: number }[] {
	return tokens
		.filter((token) => token.kind === 'row' && headerLines.has(token.line))
		.flatMap((token) =>
			token.cells.filter((cell) => single.test(cell)).map((text) => ({ text, line: token.line }))
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
		if (token.kind === 'row' || token.text.length < 60) continue;
		for (const sentence of sentencesWithYears(token.text))
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
