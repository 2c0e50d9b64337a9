import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText } from '#lib/exchange/read/decode.ts';
import { readDocument } from '#lib/exchange/read/document.ts';
import { understand } from '#lib/exchange/understand/understand.ts';
import { outlineText } from './outline-text.ts';

/** The same words saved by another program, or copied from another window, are the same plan. */
const folder = new URL('./fixtures/', import.meta.url);
// Half a row turned round is another half, and a number with a tab right below a numbered table may be a row of it.
const onlyAsItIs = ['broken-rows.txt'];
const plans = readdirSync(folder).filter(
	(name) => /\.(?:txt|md)$/.test(name) && !name.includes('.expected.') && !onlyAsItIs.includes(name)
);

/** Without line numbers: a dress may add or take blank lines. */
function outlined(name: string, bytes: Uint8Array): string {
	const outcome = readDocument(name, bytes);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outlineText(understand(outcome.document)).replace(/ @\d+$/gm, '');
}

function utf16(text: string): Uint8Array {
	const bytes = new Uint8Array(2 + text.length * 2);
	bytes.set([0xff, 0xfe]);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		bytes.set([code & 0xff, code >> 8], 2 + at * 2);
	}
	return bytes;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (text: string, change: (line: string) => string): string => text.split('\n').map(change).join('\n');

const reversed = (line: string): string => (line.split('\t').length > 3 ? line.split('\t').reverse().join('\t') : line);

const dresses: [string, (text: string) => Uint8Array][] = [
	['Windows line ends and a byte order mark', (text) => utf8(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
	['old Macintosh line ends', (text) => utf8(text.replaceAll('\n', '\r'))],
	['UTF-16', utf16],
	['every blank line twice', (text) => utf8(text.replaceAll('\n\n', '\n\n\n'))],
	['spaces that do not break', (text) => utf8(lines(text, (line) => line.replace(/(?<=\p{L}) (?=\p{L})/gu, '\u00a0')))],
	['white space at the ends', (text) => utf8(lines(text, (line) => (line.includes('\t') ? line : `${line}  `)))],
	['curly quotes and long dashes', (text) => utf8(text.replaceAll("'", '’').replaceAll(' - ', ' – '))],
	['no blank lines', (text) => utf8(text.replace(/\n(?:[ \t]*\n)+/g, '\n'))],
	...['•', '➢', '-', '–', '*', '\uf0b7', '·'].map((mark): [string, (text: string) => Uint8Array] => [
		`"${mark}" for its marks`,
		(text) => utf8(lines(text, (line) => line.replace(/^(\s*)[•–*\-\uf0b7\uf0a7]\s+/, `$1${mark} `)))
	]),
	['its columns the other way round', (text) => utf8(lines(text, reversed))],
	['bars between its cells', (text) => utf8(lines(text, (line) => (line.split('\t').length > 3 ? `| ${line.replaceAll('\t', ' | ')} |` : line)))],
	['letters built of two signs', (text) => utf8(text.normalize('NFD'))]
];

test.each(plans.flatMap((name) => dresses.map(([dress, change]) => [name, dress, change] as const)))(
	'%s is the same plan with %s',
	(name, _, change) => {
		const text = decodeText(new Uint8Array(readFileSync(new URL(name, folder)))).replace(/\r\n/g, '\n');
		const plain = (outline: string): string => outline.replaceAll("'", '’').replaceAll(' - ', ' – ');
		expect(plain(outlined(name, change(text)))).toBe(plain(outlined(name, utf8(text))));
	}
);
