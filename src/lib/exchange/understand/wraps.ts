import { maxLineChars } from '../read/limits.ts';
import type { SourceLine } from '../reading.ts';
import { headingOf, weakHeading } from './headings.ts';
import { labelOf, type Token, type Uses } from './token.ts';
import { fieldLine } from './words.ts';

/**
 * Text copied from a printed page breaks its lines at the margin. Such a document is known by its lines: none is long,
 * and many go on in small letters on the next. There the lines of a paragraph are one again, on their first line.
 */
const longestLineChars = 140;
// A shorter line did not break at a margin.
const shortestBreakChars = 40;
const enoughBreaks = 3;

function endsOpen(text: string): boolean {
	return !/[.!?:;]["”’)]?$/.test(text);
}

function startsSmall(text: string): boolean {
	return /^\p{Ll}/u.test(text);
}

function isWords(token: Token | undefined): token is Token {
	return token?.kind === 'text' || token?.kind === 'bullet';
}

function isWrapped(tokens: readonly Token[]): boolean {
	const words = tokens.filter(isWords);
	const long = words.filter((token) => token.text.length > longestLineChars).length;
	const breaks = words.filter((token, index) => {
		const next = words[index + 1];
		const follows = next?.kind === 'text' && next.line === token.line + 1 && startsSmall(next.text);
		return follows && endsOpen(token.text) && token.text.length >= shortestBreakChars;
	});
	return breaks.length >= enoughBreaks && long * 20 <= words.length;
}

function opensSomething(token: Token): boolean {
	return headingOf(token) !== null || labelOf(token) !== null || fieldLine(token.text) !== null;
}

interface Wrap {
	/** The last line that was taken, as it stood. */
	last: Token;
	margin: number;
}

function goesOn(first: Token, next: Token, wrap: Wrap, blankBetween: boolean): boolean {
	if (next.kind !== 'text' || labelOf(first) !== null) return false;
	const { text } = wrap.last;
	if (startsSmall(next.text)) return endsOpen(text) && text.length >= shortestBreakChars / 2;
	if (blankBetween || opensSomething(next)) return false;
	if (first.kind === 'bullet' && next.level > 0) return true;
	const full = (line: string): boolean => line.length >= wrap.margin * 0.8;
	// A line up to the margin may end with its sentence; then only a title can begin below it.
	const title = weakHeading(next) && !full(next.text);
	return full(text) && headingOf(first) === null && (endsOpen(text) || !title);
}

/** "verlich-" and "ting" are one word; "in-" before "en" keeps its hyphen. */
function breaksWord(text: string, rest: string): boolean {
	return /\p{L}-$/u.test(text) && startsSmall(rest) && !/^(?:en|of|dan wel)\b/.test(rest);
}

/** A paragraph that is being put together: its first line, and the pieces with what stands between them. */
interface Paragraph {
	first: Token;
	last: Token;
	pieces: string[];
	length: number;
}

function extend(paragraph: Paragraph, next: Token): void {
	const { pieces, last } = paragraph;
	if (breaksWord(last.text, next.text)) pieces.push(pieces.pop()?.slice(0, -1) ?? '', next.text);
	else pieces.push(' ', next.text);
	paragraph.length += next.text.length + 1;
	paragraph.last = next;
}

function whole({ first, pieces }: Paragraph): Token {
	return pieces.length === 1 ? first : { ...first, text: pieces.join('') };
}

export function joinWraps(tokens: readonly Token[], lines: readonly SourceLine[], uses: Uses): Token[] {
	if (!isWrapped(tokens)) return [...tokens];
	const lengths = tokens.filter(isWords).map((token) => token.text.length);
	const margin = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
	const paragraphs: Paragraph[] = [];
	for (const token of tokens) {
		const open = paragraphs.at(-1);
		const between = open === undefined ? [] : lines.slice(open.last.line, token.line - 1);
		const blank = between.some((line) => line.kind === 'blank');
		// Over the foot of a page a sentence goes on; over a mere blank line it does not.
		const near = !blank || between.some((line) => line.kind !== 'blank');
		const fits = open !== undefined && isWords(open.first) && open.length + token.text.length < maxLineChars;
		if (fits && near && goesOn(open.first, token, { last: open.last, margin }, blank)) {
			extend(open, token);
			uses.follow(token.line, open.first.line);
		} else paragraphs.push({ first: token, last: token, pieces: [token.text], length: token.text.length });
	}
	return paragraphs.map(whole);
}
