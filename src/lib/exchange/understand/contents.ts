import { numberedParts } from './headings.ts';
import { sameKey, type Token, type Uses } from './token.ts';

export interface ContentsEntry {
	code: string | null;
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

function entryOf(text: string, line: number): ContentsEntry {
	const clean = text.replace(/[.…\s_]+$/, '');
	const parts = numberedParts(clean);
	return { code: parts?.code ?? null, title: parts?.title ?? clean, line };
}

/** Takes the table of contents out, so that its lines are not read as headings or table rows. */
export function takeContents(tokens: readonly Token[], uses: Uses): Contents {
	const entries: ContentsEntry[] = [];
	const rest: Token[] = [];
	const later = new Map<string, number>();
	for (const token of tokens) later.set(sameKey(token.text), token.line);
	let inside = false;
	for (const token of tokens) {
		if (/^(?:inhoud|inhoudsopgave|inhoudstafel)$/i.test(token.text.replace(/:$/, '').trim())) {
			inside = true;
			uses.mark(token.line, 'structure');
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
