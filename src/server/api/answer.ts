import type { ServerResponse } from 'node:http';
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
	alreadySetUp: 409,
	workspaceTaken: 409,
	lastAdministrator: 409,
	unavailable: 503,
	internal: 500
};

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
	response.statusCode = status;
	response.setHeader('content-type', 'application/json; charset=utf-8');
	response.setHeader('cache-control', 'no-store');
	response.end(JSON.stringify(body));
}

export function answerRefusal(response: ServerResponse, { reason, headers }: Refusal): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	answerJson(response, statuses[reason], { error: reason });
}
