import type { ImportMessage, ImportProgress } from './import-worker.ts';
import type { ReadFailure } from './read/limits.ts';
import type { ReadDocument, Reading } from './reading.ts';

export type ImportOutcome =
	{ ok: true; document: ReadDocument; reading: Reading } | { ok: false; reason: ReadFailure };

export interface ImportOptions {
	onProgress?: (progress: ImportProgress) => void;
	signal?: AbortSignal;
	/** The largest real plan takes under a second on a slow tablet; a file that takes longer is hostile or broken. */
	timeLimitMs?: number;
	/** Another way to start the worker, for tests. */
	startWorker?: () => Worker;
}

const usualTimeLimitMs = 30_000;

function startImportWorker(): Worker {
	return new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
}

/** Reads a file in a worker of its own. Ends always: done, refused, stopped by the caller, or out of time. */
export function runImport(
	fileName: string,
	bytes: Uint8Array,
	options: ImportOptions = {}
): Promise<ImportOutcome> {
	const { signal, onProgress } = options;
	if (signal?.aborted) return Promise.resolve({ ok: false, reason: 'stopped' });
	const worker = (options.startWorker ?? startImportWorker)();
	return new Promise((resolve) => {
		const end = (outcome: ImportOutcome): void => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', stop);
			worker.terminate();
			resolve(outcome);
		};
		const stop = (): void => {
			end({ ok: false, reason: 'stopped' });
		};
		const timer = setTimeout(() => {
			end({ ok: false, reason: 'tooSlow' });
		}, options.timeLimitMs ?? usualTimeLimitMs);
		signal?.addEventListener('abort', stop);
		worker.addEventListener('error', () => {
			end({ ok: false, reason: 'damaged' });
		});
		worker.addEventListener('message', ({ data }: MessageEvent<ImportMessage>) => {
			if (data.kind === 'progress') onProgress?.(data.progress);
			else if (data.kind === 'done') end({ ok: true, document: data.document, reading: data.reading });
			else end({ ok: false, reason: data.reason });
		});
		worker.postMessage({ fileName, bytes });
	});
}
