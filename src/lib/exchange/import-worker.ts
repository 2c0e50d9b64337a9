import type { ReadFailure } from './read/limits.ts';
import { readDocument } from './read/document.ts';
import type { ReadDocument, Reading } from './reading.ts';
import { understand } from './understand/understand.ts';

/**
 * Reads and understands one file away from the screen. The caller stops it by ending the worker: parsing a hostile
 * file may not be able to listen.
 */
export interface ImportRequest {
	fileName: string;
	bytes: Uint8Array;
}
export interface ImportProgress {
	phase: 'reading' | 'understanding';
	done: number;
	total: number;
}
export type ImportMessage =
	| { kind: 'progress'; progress: ImportProgress }
	| { kind: 'done'; document: ReadDocument; reading: Reading }
	| { kind: 'failed'; reason: ReadFailure };

function report(message: ImportMessage): void {
	globalThis.postMessage(message);
}

function run({ fileName, bytes }: ImportRequest): void {
	const progress = (phase: ImportProgress['phase'], done: number, total: number): void => {
		report({ kind: 'progress', progress: { phase, done, total } });
	};
	const read = readDocument(fileName, bytes, {
		onProgress: (share) => {
			progress('reading', Math.round(share * bytes.length), bytes.length);
		}
	});
	if (!read.ok) return report({ kind: 'failed', reason: read.reason });
	const lines = read.document.lines.length;
	progress('understanding', 0, lines);
	const reading = understand(read.document);
	progress('understanding', lines, lines);
	report({ kind: 'done', document: read.document, reading });
}

globalThis.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
	try {
		run(event.data);
	} catch {
		report({ kind: 'failed', reason: 'damaged' });
	}
});
