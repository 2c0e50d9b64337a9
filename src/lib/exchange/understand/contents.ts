import { levelCode, numberedParts } from './headings.ts';
import { sameKey, type Token, type Uses } from './token.ts';

export interface ContentsEntry {
	code: string | null;
	/** "C" of "3.2 Borgthema C: …". */
	levelCode: string | null;
	title: string;
	line: number;
}
export interface Contents {
	entries: ContentsEntry[];
	rest: Token[];
}

// "2. Title.....	4", "Title    12": a title, a filler, a page number.
const pageEnd = /^(.{2,110}?)(?:\s*(?:\.{3,}|…+|\t|_{3,})\s*|\s{3,}|\t)\s*\d{1,3}$/;

function entryText(token: Token): string | null {
	if (token.kind === 'row') {
		const cells = token.cells.filter((cell) => cell !== '');
		const last = cells.at(-1) ?? '';
		return cells.length <= 3 && cells.length >= 2 && /^\d{1,3}$/.test(last)
			? cells.slice(0, -1).join(' ')
			: null;
	}
	return pageEnd.exec(token.text)?.[1] ?? null;
}

export function entryOf(text: string, line: number): ContentsEntry {
	const clean = text.replace(/[.…\s_]+$/, '');
	const parts = numberedParts(clean);
	const level = levelCode(clean);
	return {
		code: parts?.code ?? null,
		levelCode: level?.code ?? null,
		title: level?.title ?? parts?.title ?? clean,
		line
	};
}

// A title and a page number with one space between: how far apart they stood is lost on the way here.
const pageAtEnd = /^(.{2,110}?)\s(\d{1,3})$/;
// Fewer lines than this that happen to end in a number are no list of contents.
const fewestUnderWord = 2;
const fewestWithoutWord = 3;

// The longest list of contents of a plan has fewer lines.
const mostEntries = 200;

/** A line that ends in a number; `back` when its title comes back below. */
interface Paged {
	title: string;
	page: number;
	back: boolean;
	token: Token;
}

function pagedOf(token: Token, later: ReadonlyMap<string, number>): Paged | null {
	const row = token.kind === 'row' ? entryText(token) : null;
	const match = token.kind === 'bullet' ? null : pageAtEnd.exec(token.text.replaceAll('\t', ' ').trim());
	const title = token.kind === 'row' && row === null ? undefined : match?.[1];
	if (title === undefined) return null;
	const names = [title, numberedParts(title)?.title ?? title];
	const back = names.some((words) => (later.get(sameKey(words)) ?? 0) > token.line);
	return { title, page: Number(match?.[2]), back, token };
}

/** Entries without a filler, from here on: their page numbers climb, and their titles come back as headings. */
function runOfEntries(paged: readonly (Paged | null)[], start: number, inside: boolean): Paged[] {
	const run: Paged[] = [];
	for (const one of paged.slice(start, start + mostEntries)) {
		if (one === null || one.page < (run.at(-1)?.page ?? 0)) break;
		run.push(one);
	}
	const back = run.filter((one) => one.back).length;
	const enough = inside
		? run.length >= fewestUnderWord && back > 0
		: run.length >= fewestWithoutWord && back === run.length;
	return enough ? run : [];
}

const aboveNumbers = /^(?:pagina|paginanummer|blz\.?|bladzijde)$/i;

/** Takes the table of contents out, so that its lines are not read as headings or table rows. */
export function takeContents(tokens: readonly Token[], uses: Uses): Contents {
	const entries: ContentsEntry[] = [];
	const rest: Token[] = [];
	const later = new Map<string, number>();
	for (const token of tokens) later.set(sameKey(token.text), token.line);
	const paging = tokens.map((token) => pagedOf(token, later));
	let inside = false;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined) continue;
		if (/^(?:inhoud|inhoudsopgave|inhoudstafel)$/i.test(token.text.replace(/:$/, '').trim())) {
			inside = true;
			uses.mark(token.line, 'structure');
			continue;
		}
		const run = runOfEntries(paging, at, inside);
		if (run.length > 0) {
			const heads = rest.at(-1);
			if (heads !== undefined && aboveNumbers.test(heads.text)) {
				rest.pop();
				uses.mark(heads.line, 'structure');
			}
			for (const one of run) {
				entries.push(entryOf(one.title, one.token.line));
				uses.mark(one.token.line, 'structure');
			}
			at += run.length - 1;
			continue;
		}
		const paged = entryText(token);
		// In a list of contents without page numbers, every line comes back later as a heading.
		const repeated = inside && token.text.length < 120 && (later.get(sameKey(token.text)) ?? 0) > token.line;
		if ((paged !== null && (inside || token.kind !== 'row')) || repeated) {
			entries.push(entryOf(paged ?? token.text, token.line));
			uses.mark(token.line, 'structure');
		} else {
			inside = false;
			rest.push(token);
		}
	}
	return { entries, rest };
}
