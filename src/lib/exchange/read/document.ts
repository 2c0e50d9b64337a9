import type { ReadDocument } from '../reading.ts';
import { decodeText, looksBinary } from './decode.ts';
import { readDelimited } from './delimited.ts';
import { maxFileBytes, maxLineChars, maxLines, type ReadFailure, type Result } from './limits.ts';
import { numbered, type RawLine } from './line.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import { readWord } from './word.ts';
import { looksZipped } from './zip.ts';

export type ReadOutcome = { ok: true; document: ReadDocument } | { ok: false; reason: ReadFailure };

export interface ReadOptions {
	/** Called with a share of the work that is done, 0 to 1. */
	onProgress?: (done: number) => void;
	signal?: AbortSignal;
}

function extensionOf(fileName: string): string {
	return /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

// Kinds that are not read yet and would otherwise come out as noise.
const otherKinds = new Set([
	'doc',
	'odt',
	'rtf',
	'pdf',
	'xls',
	'xlsx',
	'ods',
	'pptx',
	'zip',
	'html',
	'htm',
	'xml'
]);

function readLines(fileName: string, bytes: Uint8Array): Result<RawLine[]> {
	const extension = extensionOf(fileName);
	if (extension === 'docx') return looksZipped(bytes) ? readWord(bytes) : { ok: false, reason: 'notWord' };
	if (otherKinds.has(extension)) return { ok: false, reason: 'unknownKind' };
	if (looksZipped(bytes)) {
		const word = readWord(bytes);
		return word.ok || word.reason !== 'notWord' ? word : { ok: false, reason: 'unknownKind' };
	}
	if (looksBinary(bytes)) return { ok: false, reason: 'binary' };
	const text = decodeText(bytes);
	if (extension === 'csv' || extension === 'tsv' || extension === 'tab')
		return { ok: true, value: readDelimited(text) };
	if (extension === 'md' || extension === 'markdown') return { ok: true, value: readMarkdown(text) };
	return { ok: true, value: readPlainText(text) };
}

/** Reads a file into numbered lines. Every refusal is a reason; nothing is thrown for a bad file. */
export function readDocument(fileName: string, bytes: Uint8Array, options: ReadOptions = {}): ReadOutcome {
	options.onProgress?.(0);
	if (bytes.length === 0) return { ok: false, reason: 'empty' };
	if (bytes.length > maxFileBytes) return { ok: false, reason: 'tooLarge' };
	if (options.signal?.aborted) return { ok: false, reason: 'stopped' };
	const read = readLines(fileName, bytes);
	if (!read.ok) return read;
	if (read.value.every((line) => line.kind === 'blank')) return { ok: false, reason: 'empty' };
	if (read.value.length > maxLines || read.value.some((line) => line.text.length > maxLineChars))
		return { ok: false, reason: 'tooLarge' };
	if (options.signal?.aborted) return { ok: false, reason: 'stopped' };
	options.onProgress?.(1);
	return { ok: true, document: { fileName, size: bytes.length, lines: numbered(read.value) } };
}

/** Pasted text has no file; it is read as a text file. */
export function readPastedText(text: string): ReadOutcome {
	return readDocument('geplakt.txt', new TextEncoder().encode(text));
}
