import type { ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import type { RequestError } from '#lib/protocol/reasons.ts';

/** A refusal that whoever asked can understand; thrown by the parts of the API, answered once by `api.ts`. */
export class Refusal extends Error {
	readonly reason: RequestError;
	readonly headers: Record<string, string>;
	constructor(reason: RequestError, headers: Record<string, string> = {}) {
		super(reason);
		this.reason = reason;
		this.headers = headers;
	}
}

const statuses: Record<RequestError, number> = {
	notFound: 404,
	methodNotAllowed: 405,
	signedOut: 401,
	originNotAllowed: 403,
	notJson: 415,
	tooLarge: 413,
	malformed: 400,
	notAllowed: 403,
	deviceTaken: 409,
	wrongOffset: 409,
	hashMismatch: 422,
	gap: 422,
	tooDeep: 422,
	foreignClient: 422,
	tooManyClients: 422,
	contradicts: 409,
	notCurrent: 409,
	quarantined: 409,
	tooMany: 429,
	notRecognised: 403,
	inviteEnded: 410,
	otherVersion: 410,
	alreadySetUp: 409,
	workspaceTaken: 409,
	lastAdministrator: 409,
	unavailable: 503,
	internal: 500
};

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
	response.statusCode = status;
	response.setHeader('content-type', 'application/json; charset=utf-8');
	answerPressed(response, Buffer.from(JSON.stringify(body)));
}

/** Bytes from here on are fewer as gzip than what it costs to press them: a page of facts becomes a third. */
const pressFrom = 2048;
/** Half the work of the usual 6 for a few per cent more bytes: a server of a town has two cores. */
const how = { level: 4 };

/** The end of an answer, in fewer bytes for who can read that; its status and type are said. */
export function answerPressed(response: ServerResponse, bytes: Uint8Array): void {
	response.setHeader('cache-control', 'no-store');
	response.setHeader('vary', 'accept-encoding');
	const accepted = response.req.headers['accept-encoding'];
	if (bytes.length < pressFrom || !/\bgzip\b/.test(String(accepted))) {
		response.end(bytes);
		return;
	}
	gzip(bytes, how, (error, pressed) => {
		if (!error) response.setHeader('content-encoding', 'gzip');
		response.end(error ? bytes : pressed);
	});
}

export function answerRefusal(response: ServerResponse, { reason, headers }: Refusal): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	answerJson(response, statuses[reason], { error: reason });
}
