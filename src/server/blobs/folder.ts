import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { utf8 } from '#lib/domain/fact/canonical.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { sha256 as hashOf } from '../crypto.ts';
import type { Blobs, BlobState, Part, PutResult } from './blobs.ts';

interface Upload {
	stop: AbortController;
	ended: Promise<unknown>;
}

/** Blobs in a folder: `whole` holds what is checked, `partial` what is on its way, on the same disk so that a rename is one step. */
export function folderBlobs(folder: string): Blobs {
	const uploads = new Map<string, Upload>();

	async function state(workspace: WorkspaceId, sha256: string): Promise<BlobState> {
		const { whole, partial } = placesOf(folder, workspace, sha256);
		const bytes = await sizeOf(whole);
		return bytes === null
			? { isWhole: false, have: (await sizeOf(partial)) ?? 0 }
			: { isWhole: true, have: bytes };
	}

	return {
		state,
		async put(workspace, sha256, part, body) {
			const { whole, partial } = placesOf(folder, workspace, sha256);
			// A tablet that lost its connection tries again before the server has noticed: the dead upload must not be waited for.
			const stop = new AbortController();
			const before = uploads.get(partial);
			before?.stop.abort();
			addAbortSignal(stop.signal, body);
			const ended = (before?.ended ?? Promise.resolve())
				.catch(() => null)
				.then(async (): Promise<PutResult> => {
					const here = await state(workspace, sha256);
					if (here.isWhole) return { result: 'whole' };
					if (part.from > here.have) return { result: 'wrongOffset', have: here.have };
					const have = await append(partial, part, body);
					if (have > part.total) return forget(partial, 'tooLarge');
					return have < part.total ? { result: 'partial', have } : finish(partial, whole, sha256);
				});
			const upload = { stop, ended };
			uploads.set(partial, upload);
			try {
				return await ended;
			} finally {
				if (uploads.get(partial) === upload) uploads.delete(partial);
			}
		},
		async read(workspace, sha256, range) {
			const { whole } = placesOf(folder, workspace, sha256);
			if ((await sizeOf(whole)) === null) return null;
			return createReadStream(whole, range ? { start: range.from, end: range.to } : {});
		}
	};
}

/** No name from outside becomes part of a path: a hash is checked, a workspace is hashed. */
function placesOf(folder: string, workspace: WorkspaceId, sha256: string) {
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a blob is named by its SHA-256');
	const own = hashOf(utf8(workspace)).slice(0, 32);
	return {
		whole: join(folder, 'whole', own, sha256.slice(0, 2), sha256),
		partial: join(folder, 'partial', `${own}-${sha256}`)
	};
}

/** Writes until the body ends, breaks off or says too much; how many bytes are here then, on disk. */
async function append(path: string, { from, total }: Part, body: Readable): Promise<number> {
	await mkdir(dirname(path), { recursive: true });
	const file = await open(path, 'a');
	try {
		await file.truncate(from);
		const have = await writeAll(file, from, total, body);
		await file.sync();
		return have;
	} finally {
		await file.close();
	}
}

async function writeAll(file: FileHandle, from: number, total: number, body: Readable): Promise<number> {
	let have = from;
	// The sender must still be able to hear the answer: an early end here does not close the line.
	const chunks: AsyncIterator<Uint8Array> = body.iterator({ destroyOnReturn: false });
	try {
		for (;;) {
			// Only a break of the line is expected here; a disk that is full is an error.
			const next = await chunks.next().catch(() => ({ done: true, value: undefined }) as const);
			if (next.done) return have;
			have += next.value.length;
			if (have > total) return have;
			await file.appendFile(next.value);
		}
	} finally {
		await chunks.return?.();
	}
}

async function finish(partial: string, whole: string, sha256: string): Promise<PutResult> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(partial)) hash.update(chunk as Uint8Array);
	if (hash.digest('hex') !== sha256) return forget(partial, 'hashMismatch');
	await mkdir(dirname(whole), { recursive: true });
	await rename(partial, whole);
	// The new name is on disk too, or a power cut would take back what was confirmed.
	const folder = await open(dirname(whole));
	await folder.sync().finally(() => folder.close());
	return { result: 'whole' };
}

async function forget(partial: string, result: 'tooLarge' | 'hashMismatch'): Promise<PutResult> {
	await rm(partial, { force: true });
	return { result };
}

async function sizeOf(path: string): Promise<number | null> {
	try {
		return (await stat(path)).size;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
