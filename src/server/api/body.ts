import type { IncomingMessage } from 'node:http';
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
	return (await readBytes(request, mostBytes)).toString('utf8');
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
