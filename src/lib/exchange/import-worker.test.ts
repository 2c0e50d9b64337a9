import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ImportMessage, ImportRequest } from './import-worker.ts';

/** The worker listens to the global scope it runs in: here that scope is a stand-in, and the module is loaded into it. */
let hear: ((event: { data: ImportRequest }) => void) | null = null;
let said: ImportMessage[] = [];

beforeEach(async () => {
	said = [];
	vi.stubGlobal('addEventListener', (kind: string, listener: typeof hear) => {
		if (kind === 'message') hear = listener;
	});
	vi.stubGlobal('postMessage', (message: ImportMessage) => said.push(message));
	vi.resetModules();
	await import('./import-worker.ts');
});
afterEach(() => {
	vi.unstubAllGlobals();
	hear = null;
});

function sent(fileName: string, text: string): ImportMessage[] {
	hear?.({ data: { fileName, bytes: new TextEncoder().encode(text) } });
	return said;
}

test('a file is read, understood and handed back with the numbered lines, after progress in both phases', () => {
	const messages = sent('plan.txt', 'Prioriteit 1: Water\nMaatregelen\n- Dijk nazien');
	const last = messages.at(-1);
	expect(
		messages.slice(0, -1).map((one) => (one.kind === 'progress' ? one.progress.phase : one.kind))
	).toEqual(['reading', 'reading', 'understanding', 'understanding']);
	expect(last).toMatchObject({
		kind: 'done',
		document: { lines: [{ line: 1 }, { line: 2 }, { line: 3 }] },
		reading: { themes: [{ title: 'Water', items: [{ measures: [{ text: 'Dijk nazien', line: 3 }] }] }] }
	});
});

test('a file that cannot be read is refused with its reason', () => {
	expect(sent('plan.pdf', '%PDF-1.7').at(-1)).toEqual({ kind: 'failed', reason: 'unknownKind' });
});

test('what breaks inside ends as a damaged file and not in silence', () => {
	hear?.({ data: { fileName: 'plan.txt', bytes: undefined as unknown as Uint8Array } });
	expect(said.at(-1)).toEqual({ kind: 'failed', reason: 'damaged' });
});
