import type { SourceLine } from '../reading.ts';

/** A line before it has its number: what every reader makes. */
export type RawLine = Omit<SourceLine, 'line'>;

const namedEntities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	euro: '€',
	eacute: 'é',
	euml: 'ë',
	iuml: 'ï'
};

function decodeEntity(whole: string, name: string): string {
	if (name.startsWith('#')) {
		const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return Number.isInteger(code) && code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	}
	return namedEntities[name] ?? whole;
}

// Only known inline and list tags: a "<" in ordinary prose ("<20 incidenten") must stay.
const tag =
	/<\/?(?:i|b|u|em|strong|br|p|ul|ol|li|span|div|sup|sub|a|td|tr|th|table|tbody|thead|font|h[1-6])(?:\s[^<>]*)?\/?>/gi;

// Between two of these a new line begins.
const blockTag = /<\/?(?:p|ul|ol|li|div|tr|table|tbody|thead|h[1-6])(?:\s[^<>]*)?\/?>/gi;
const cellTag = /<\/?t[dh](?:\s[^<>]*)?>/gi;
const listItem = /<li(?:\s[^<>]*)?>/gi;

/** Takes left-over HTML out and makes white space plain; words and punctuation stay as they were. */
export function cleanText(text: string): string {
	return (
		text
			// Two of them part paragraphs.
			.replace(/<br\s*\/?>(?:\s*<br\s*\/?>)+/gi, '\n')
			.replace(/<br\s*\/?>/gi, ' ')
			.replace(blockTag, '\n')
			.replace(cellTag, ' ')
			.replace(tag, '')
			.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, decodeEntity)
			.normalize('NFC')
			// At the end of a line it was drawn, inside one it was not.
			.replace(/\u00ad\s*$/, '-')
			.replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
			.replace(/[^\S\n]+/g, ' ')
			.replace(/\s*\n\s*/g, '\n')
			.trim()
	);
}

/** The italic pieces of a cell: some tables print the inside of the town hall in italics. */
export function italicPieces(text: string): string[] {
	const pieces = [...text.matchAll(/<(i|em)(?:\s[^<>]*)?>(.*?)<\/\1>/gis)];
	return pieces.map((piece) => cleanText(piece[2] ?? '')).filter((piece) => piece !== '');
}

export function rowLine(cells: readonly string[]): RawLine {
	// In a cell a break parts, also where it stands alone.
	// A list in a cell keeps its marks; on a line of its own the mark says so already.
	const clean = cells.map((cell) => cleanText(cell.replace(/<br\s*\/?>/gi, '\n').replace(listItem, '\n• ')));
	const blank = clean.every((cell) => cell === '');
	if (blank) return blankLine('');
	return { kind: 'row', level: 0, text: clean.join('\t'), cells: clean, italics: cells.map(italicPieces) };
}

export function blankLine(text: string): RawLine {
	return { kind: 'blank', level: 0, text, cells: null, italics: null };
}

export function wordsLine(kind: 'heading' | 'text' | 'bullet', level: number, text: string): RawLine {
	const clean = cleanText(text).replaceAll('\n', ' ');
	if (clean === '' && kind !== 'bullet') return blankLine('');
	return { kind, level, text: clean, cells: null, italics: null };
}

export function numbered(raw: readonly RawLine[]): SourceLine[] {
	return raw.map((line, index) => ({ line: index + 1, ...line }));
}
