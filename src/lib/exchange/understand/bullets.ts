import type { SourceLine } from '../reading.ts';
import { aboutDocument } from './words.ts';
import { headingOf, numberedParts } from './headings.ts';
import { loneNumbersIn } from './lone-numbers.ts';
import { labelOf, tokenOf, type Token, type Uses } from './token.ts';

/** Where a mark stands alone, the text that belongs to it; null when the bullet is blank. */
function textAfterMark(lines: readonly SourceLine[], mark: number, indented: boolean): number | null {
	// A reader that knows lists (Word) gives an empty bullet level 0.
	if (lines[mark]?.level === 0) return null;
	for (let at = mark + 1; at <= mark + 3; at++) {
		const next = lines[at];
		if (next === undefined) return null;
		if (next.kind === 'blank') continue;
		const token = tokenOf(next);
		if (token === null || token.kind !== 'text' || labelOf(token)) return null;
		const heading = headingOf(token);
		if (heading !== null && (heading.kind !== 'numbered' || heading.depth > 1 || !indented)) return null;
		return indented && at > mark + 1 && next.level === 0 ? null : at;
	}
	return null;
}

export interface Tokens {
	tokens: Token[];
	/** Lines of marks without words. */
	blankBullets: number[];
}

/** Published texts put the mark on one line and its words on the next: here they become one bullet again. */
export function joinMarks(lines: readonly SourceLine[], uses: Uses): Tokens {
	const tokens: Token[] = [];
	const blankBullets: number[] = [];
	const indented = lines.some((line) => line.kind === 'text' && line.level > 0);
	const claimed = new Map<number, number>();
	const numbers = loneNumbersIn(lines);
	for (const [index, line] of lines.entries()) {
		const token = tokenOf(line);
		if (token === null) continue;
		if (token.kind === 'bullet' && token.text === '') {
			uses.mark(line.line, 'structure');
			const target = textAfterMark(lines, index, indented);
			if (target === null) blankBullets.push(line.line);
			else claimed.set(target, token.level);
		} else if (numbers.marks.has(index)) {
			uses.mark(line.line, 'structure');
			if (numbers.marks.get(index) === false) blankBullets.push(line.line);
		} else
			tokens.push({
				...token,
				text: `${numbers.before.get(index) ?? ''} ${token.text}`.trim(),
				...(claimed.has(index) ? { kind: 'bullet', level: claimed.get(index) ?? 1 } : {}),
				afterBlank: lines[index - 1]?.kind === 'blank'
			});
	}
	return { tokens, blankBullets };
}

function depthOfCode(code: string): string {
	return /\d/.test(code) ? `number ${code.split('.').length}` : 'letter';
}

function opensList(token: Token | undefined): boolean {
	return token !== undefined && (/:\s*$/.test(token.text) || labelOf(token) !== null);
}

function runFrom(tokens: readonly Token[], start: number): number {
	const first = numberedParts(tokens[start]?.text ?? '');
	if (first === null || tokens[start]?.kind !== 'text') return start;
	let end = start;
	let lastCode = '';
	for (; end < tokens.length; end++) {
		const token = tokens[end];
		const parts = token?.kind === 'text' ? numberedParts(token.text) : null;
		if (parts === null && goesOnBefore(tokens, end)) continue;
		if (parts === null || depthOfCode(parts.code) !== depthOfCode(first.code)) break;
		if (signAfter(token) !== signAfter(tokens[start])) break;
		// Behind "4." stands "1." of what comes next.
		const again = parts.code === first.code || Number(parts.code) === 1;
		if (again && end > start && lastCode !== parts.code) break;
		lastCode = parts.code;
	}
	// The last one has parts of its own below it: it is the next chapter.
	const last = numberedParts(tokens[end - 1]?.text ?? '')?.code ?? '';
	const below = numberedParts(tokens[end]?.text ?? '')?.code ?? '';
	return below.startsWith(`${last}.`) || opensNext(tokens, end) ? end - 1 : end;
}

/** The number after a list may be that of the next chapter: goals follow it, or it is about the document. */
function opensNext(tokens: readonly Token[], end: number): boolean {
	const next = tokens[end];
	const kind = next === undefined ? undefined : labelOf(next)?.kind;
	const title = numberedParts(tokens[end - 1]?.text ?? '')?.title ?? '';
	return (
		kind === 'goals' ||
		kind === 'goalList' ||
		kind === 'topics' ||
		(!title.includes(' ') && aboutDocument(title))
	);
}

/** "b) …," with "dat ook …" on the next line: the list goes on where the line below counts on from the one above. */
function goesOnBefore(tokens: readonly Token[], at: number): boolean {
	const [before, rest, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
	if (rest?.kind !== 'text' || !/^\p{Ll}/u.test(rest.text) || next?.kind !== 'text') return false;
	const codes = [before, next].map((token) => numberedParts(token?.text ?? '')?.code ?? '');
	return (
		signAfter(before) !== '' &&
		signAfter(before) === signAfter(next) &&
		follows(codes[0] ?? '', codes[1] ?? '')
	);
}

function follows(code: string, next: string): boolean {
	if (/^\d+$/.test(code)) return Number(next) === Number(code) + 1;
	return /^[a-z]$/i.test(code) && next.length === 1 && next.charCodeAt(0) === code.charCodeAt(0) + 1;
}

/** "1)" and "1." count different things. */
function signAfter(token: Token | undefined): string {
	return /^[\w.]*?([.)]?)\s/.exec(token?.text ?? '')?.[1] ?? '';
}

function asBullet(token: Token): Token {
	if (numberedParts(token.text) === null) return token;
	return { ...token, kind: 'bullet', level: 1, text: numberedParts(token.text)?.title ?? token.text };
}

/** "Doelen", "2.1 Minder inbraak", "Maatregelen": what stands alone between two labels is a list of one. */
function isOnlyEntry(tokens: readonly Token[], at: number): boolean {
	const before = tokens[at - 1];
	const next = tokens[at + 1];
	const kind = before === undefined ? undefined : labelOf(before)?.kind;
	if (kind !== 'goals' && kind !== 'goalList' && kind !== 'measures' && kind !== 'preconditions')
		return false;
	return next === undefined || labelOf(next) !== null || headingOf(next)?.kind === 'levelled';
}

// Where so many headings have a style, plain numbered lines below each other are entries.
const enoughStyled = 3;

/** Numbered lines with nothing between them are a list, not headings: a list of themes, a numbered list of actions. */
export function numberedLists(tokens: readonly Token[]): Token[] {
	const result: Token[] = [];
	const styled = tokens.filter((token) => token.kind === 'heading').length >= enoughStyled;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined) continue;
		const end = runFrom(tokens, at);
		const length = end - at;
		const first = /^(?:1|a)$/i.test(numberedParts(token.text)?.code ?? '');
		const single = length === 1 && (first || isOnlyEntry(tokens, at));
		const counts = styled && length === 2 && !/\./.test(numberedParts(token.text)?.code ?? '.');
		if (length >= 3 || counts || (length >= 1 && opensList(tokens[at - 1]) && (length >= 2 || single))) {
			result.push(...tokens.slice(at, end).map(asBullet));
			at = end - 1;
		} else result.push(token);
	}
	return result;
}
