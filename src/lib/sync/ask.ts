import * as v from 'valibot';
import { protocolVersion } from '#lib/protocol/limits.ts';
import { errorAnswer } from '#lib/protocol/messages.ts';
import type { RequestError } from '#lib/protocol/reasons.ts';
import type { Road } from './road.ts';

/**
 * One question to the server, one answer:
 * 1. what the server refuses is a `RefusedByServer` with its word; what gave no answer is `Away`, and is asked again later;
 * 2. an answer that is not in the words of the protocol counts as none.
 */
export class RefusedByServer extends Error {
	override name = 'RefusedByServer';
	readonly reason: RequestError;
	readonly headers: Headers;
	constructor(reason: RequestError, headers: Headers = new Headers()) {
		super(reason);
		this.reason = reason;
		this.headers = headers;
	}
}

/** No network, no server, or an answer of something in between. */
export class Away extends Error {
	override name = 'Away';
	/** Milliseconds that whoever answered asks to be left alone; null where nobody asked. */
	readonly restMs: number | null;
	constructor(why: string, { cause, restMs = null }: { cause?: unknown; restMs?: number | null } = {}) {
		super(why, { cause });
		this.restMs = restMs;
	}
}

/** A line that hangs is no line: a page of 4 MB comes in this time over 1 Mbit/s. */
const patienceMs = 45_000;

export async function ask(road: Road, path: string, init: RequestInit = {}): Promise<Response> {
	let response: Response;
	try {
		const signal = init.signal ?? AbortSignal.timeout(patienceMs);
		response = await road.fetch(`/api/v${protocolVersion}${path}`, { cache: 'no-store', ...init, signal });
	} catch (error) {
		throw new Away('no answer', { cause: error });
	}
	if (response.ok) return response;
	const refusal = await refusalIn(response);
	// Of the conversation, not of a sign-in: nothing is wrong with what was sent, and it goes again in a while.
	const isTooMany = refusal instanceof RefusedByServer && refusal.reason === 'tooMany';
	throw isTooMany && path.startsWith('/w/')
		? new Away('too many at once', { restMs: restIn(response) })
		: refusal;
}

async function refusalIn(response: Response): Promise<RefusedByServer | Away> {
	const said = v.safeParse(errorAnswer, await response.json().catch(() => null));
	if (said.success && said.output.error !== 'internal')
		return new RefusedByServer(said.output.error, response.headers);
	// Without a body, as to HEAD, the status says it.
	const byStatus = statuses[response.status];
	if (byStatus && !said.success) return new RefusedByServer(byStatus, response.headers);
	return new Away(`answered ${response.status}`, { restMs: restIn(response) });
}

/** Longer than this nobody is sent away: a person is waiting, and what asks for an hour may mean it for a robot. */
export const longestRestMs = 300_000;

/** `retry-after` in seconds or as a date, as HTTP has it. */
export function restIn({ headers }: Pick<Response, 'headers'>, now = Date.now()): number | null {
	const asked = headers.get('retry-after');
	if (asked === null) return null;
	const rest = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - now;
	return Number.isNaN(rest) ? null : Math.min(longestRestMs, Math.max(0, rest));
}

const statuses: Record<number, RequestError> = {
	401: 'signedOut',
	403: 'notAllowed',
	404: 'notFound',
	409: 'wrongOffset',
	413: 'tooLarge'
};

export async function askJson<S extends v.GenericSchema>(
	road: Road,
	path: string,
	schema: S,
	init: RequestInit = {}
): Promise<v.InferOutput<S>> {
	const response = await ask(road, path, init);
	return readAs(schema, response);
}

async function readAs<S extends v.GenericSchema>(schema: S, response: Response): Promise<v.InferOutput<S>> {
	let body: unknown;
	try {
		body = await response.json();
	} catch (error) {
		throw new Away('a broken answer', { cause: error });
	}
	const parsed = v.safeParse(schema, body);
	if (!parsed.success) throw new Away(`an answer in other words: ${v.getDotPath(parsed.issues[0]) ?? ''}`);
	return parsed.output;
}

export async function askBytes(road: Road, path: string, init: RequestInit = {}): Promise<Uint8Array> {
	const response = await ask(road, path, init);
	try {
		return new Uint8Array(await response.arrayBuffer());
	} catch (error) {
		throw new Away('a broken answer', { cause: error });
	}
}

/** JSON, as the server wants every write. */
export function said(body: unknown, method = 'POST'): RequestInit {
	return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Shorter than this a body gains nothing. Bytes. */
const pressFrom = 2048;

/** The same question in fewer bytes: facts are ids, hashes and words that come back, a third of what they were. */
export async function pressed(init: RequestInit): Promise<RequestInit> {
	const { body, headers } = init;
	const length = typeof body === 'string' ? body.length : body instanceof Blob ? body.size : 0;
	// A tablet of before 2023 does not know how; it sends more bytes, and what it sends arrives.
	if (length < pressFrom || !('CompressionStream' in globalThis)) return init;
	const smaller = new Blob([body as string | Blob]).stream().pipeThrough(new CompressionStream('gzip'));
	return {
		...init,
		headers: { ...Object.fromEntries(new Headers(headers)), 'content-encoding': 'gzip' },
		body: await new Response(smaller).blob()
	};
}

/** Bytes that are no JSON: updates, state vectors. */
export function sent(bytes: Uint8Array, method = 'POST'): RequestInit {
	return {
		method,
		headers: { 'content-type': 'application/octet-stream' },
		body: new Blob([Uint8Array.from(bytes)])
	};
}
