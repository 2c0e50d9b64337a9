import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as v from 'valibot';
import { Refusal } from './answer.ts';

/** The JSON of a request, validated; nothing is read beyond `mostBytes`. */
export async function readJson<const S extends v.GenericSchema>(
	request: IncomingMessage,
	schema: S,
	mostBytes: number
): Promise<v.InferOutput<S>> {
	// A form of another site can send text, never this: it would have to ask first.
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
		throw new Refusal('notJson');
	const parsed = v.safeParse(schema, parse(await readText(request, mostBytes)));
	if (!parsed.success) throw new Refusal('malformed');
	return parsed.output;
}

async function readText(request: IncomingMessage, mostBytes: number): Promise<string> {
	return (await readUnpressed(request, mostBytes)).toString('utf8');
}

/** The bytes of a request that may come as gzip; neither form is longer than `mostBytes`. */
export async function readUnpressed(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
	const bytes = await readBytes(request, mostBytes);
	const encoding = request.headers['content-encoding'] ?? 'identity';
	if (encoding === 'identity') return bytes;
	if (encoding !== 'gzip') throw new Refusal('malformed');
	return unpressed(bytes, mostBytes);
}

const inflate = promisify(gunzip);

/** What was pressed is held to the same limit as what was not: a bomb stops where it passes it. */
async function unpressed(bytes: Buffer, mostBytes: number): Promise<Buffer> {
	try {
		return await inflate(bytes, { maxOutputLength: mostBytes });
	} catch (error) {
		const isTooLarge =
			error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
		throw new Refusal(isTooLarge ? 'tooLarge' : 'malformed');
	}
}

/** The bytes of a request; nothing is read beyond `mostBytes`. */
export async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
	if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new Refusal('tooLarge');
	const chunks: Buffer[] = [];
	let bytes = 0;
	// Kept open when it is left early: the refusal still has to go back over the same line.
	const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
	for await (const chunk of body) {
		bytes += chunk.length;
		if (bytes > mostBytes) throw new Refusal('tooLarge');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal('malformed');
	}
}
