import { expect, test } from 'vitest';
import { runImport } from './import-run.ts';
import type { ImportMessage, ImportRequest } from './import-worker.ts';
import { readDocument } from './read/document.ts';
import { understand } from './understand/understand.ts';

/** A worker in name only: what it was sent is kept, what it says is said by the test. */
class Stand {
	sent: ImportRequest[] = [];
	terminated = 0;
	readonly #heard = new Map<string, ((event: { data?: ImportMessage }) => void)[]>();

	addEventListener(kind: string, listener: (event: { data?: ImportMessage }) => void): void {
		this.#heard.set(kind, [...(this.#heard.get(kind) ?? []), listener]);
	}
	postMessage(request: ImportRequest): void {
		this.sent.push(request);
	}
	terminate(): void {
		this.terminated += 1;
	}
	says(message: ImportMessage): void {
		for (const listener of this.#heard.get('message') ?? []) listener({ data: message });
	}
	breaks(): void {
		for (const listener of this.#heard.get('error') ?? []) listener({});
	}
}

const bytes = new TextEncoder().encode('Prioriteit 1: Water\nMaatregelen\n- Dijk nazien');

function begun(options: Parameters<typeof runImport>[2] = {}) {
	const stand = new Stand();
	const outcome = runImport('plan.txt', bytes, { ...options, startWorker: () => stand as unknown as Worker });
	return { stand, outcome };
}

test('the file goes to the worker, progress comes back and the reading ends it', async () => {
	const seen: string[] = [];
	const { stand, outcome } = begun({
		onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`)
	});
	expect(stand.sent).toEqual([{ fileName: 'plan.txt', bytes }]);
	stand.says({ kind: 'progress', progress: { phase: 'reading', done: 1, total: 3 } });
	const read = readDocument('plan.txt', bytes);
	if (!read.ok) throw new Error(read.reason);
	stand.says({ kind: 'done', document: read.document, reading: understand(read.document) });
	expect(await outcome).toMatchObject({ ok: true, reading: { themes: [{ title: 'Water', code: '1' }] } });
	expect(seen).toEqual(['reading 1/3']);
	expect(stand.terminated).toBe(1);
});

test('a refusal of the worker is the outcome', async () => {
	const { stand, outcome } = begun();
	stand.says({ kind: 'failed', reason: 'zipBomb' });
	expect(await outcome).toEqual({ ok: false, reason: 'zipBomb' });
	expect(stand.terminated).toBe(1);
});

test('a worker that breaks ends as a damaged file', async () => {
	const { stand, outcome } = begun();
	stand.breaks();
	expect(await outcome).toEqual({ ok: false, reason: 'damaged' });
	expect(stand.terminated).toBe(1);
});

test('whoever stops it ends the worker, also when it was stopped before it began', async () => {
	const stop = new AbortController();
	const { stand, outcome } = begun({ signal: stop.signal });
	stop.abort();
	expect(await outcome).toEqual({ ok: false, reason: 'stopped' });
	expect(stand.terminated).toBe(1);
	const late = begun({ signal: stop.signal });
	expect(await late.outcome).toEqual({ ok: false, reason: 'stopped' });
	expect(late.stand.sent).toEqual([]);
});

test('a file that takes too long is given up', async () => {
	const { stand, outcome } = begun({ timeLimitMs: 1 });
	expect(await outcome).toEqual({ ok: false, reason: 'tooSlow' });
	expect(stand.terminated).toBe(1);
});
