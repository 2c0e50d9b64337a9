import { blankLine, rowLine, wordsLine, type RawLine } from './line.ts';

/** The separator that parts the first rows most evenly; a semicolon is what Dutch Excel writes. */
export function guessSeparator(text: string): string {
	const head = text.slice(0, 4000).replace(/"[^"]*"/g, '');
	const counts = [';', '\t', ','].map((mark) => ({ mark, count: head.split(mark).length }));
	const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
	return best.mark;
}

interface Cursor {
	cells: string[];
	cell: string;
	quoted: boolean;
	/** Line breaks inside quotes: they keep their place as blank lines, so that line numbers stay those of the file. */
	inner: number;
}

function endRow(cursor: Cursor, rows: RawLine[]): void {
	// One cell alone is a line of words above or below the table.
	rows.push(
		cursor.cells.length === 0 ? wordsLine('text', 0, cursor.cell) : rowLine([...cursor.cells, cursor.cell])
	);
	for (let skipped = 0; skipped < cursor.inner; skipped++) rows.push(blankLine(''));
	Object.assign(cursor, { cells: [], cell: '', inner: 0 });
}

function takeQuoted(cursor: Cursor, text: string, at: number): number {
	const sign = text[at] ?? '';
	if (sign === '"' && text[at + 1] === '"') {
		cursor.cell += '"';
		return at + 1;
	}
	if (sign === '"') cursor.quoted = false;
	else cursor.cell += sign;
	if (sign === '\n') cursor.inner += 1;
	return at;
}

/** CSV and TSV with quotes (RFC 4180), also with `;`. */
export function readDelimited(source: string): RawLine[] {
	const text = source
		.replace(/^\ufeff/, '')
		.replace(/\r\n?/g, '\n')
		.replace(/^sep=.\n/i, '\n');
	const separator = guessSeparator(text);
	const rows: RawLine[] = [];
	const cursor: Cursor = { cells: [], cell: '', quoted: false, inner: 0 };
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] ?? '';
		if (cursor.quoted) at = takeQuoted(cursor, text, at);
		else if (sign === '"' && cursor.cell.trim() === '') Object.assign(cursor, { quoted: true, cell: '' });
		else if (sign === separator) {
			cursor.cells.push(cursor.cell);
			cursor.cell = '';
		} else if (sign === '\n') endRow(cursor, rows);
		else cursor.cell += sign;
	}
	if (cursor.cell !== '' || cursor.cells.length > 0) endRow(cursor, rows);
	return rows;
}
