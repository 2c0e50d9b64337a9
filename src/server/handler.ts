import type { IncomingMessage, ServerResponse } from 'node:http';
import { setSafetyHeaders } from './headers.ts';

export type Next = () => void;
/** Connect's shape, so that `vite dev` and `vite preview` can take it as it is. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Addresses that are never a screen: an unknown one is an error for a program, not the app for a person. */
const forPrograms = /^\/(api|auth|sync|healthz|metrics)(\/|$)/;

/** Safety headers on everything, the server's own addresses here, the rest to `app` or whoever is next. */
export function createHandler(app?: Handler): Handler {
	return (request, response, next) => {
		const path = pathOf(request);
		setSafetyHeaders(request, response, path);
		if (path === '/healthz') answerJson(response, 200, { status: 'ok' });
		else if (forPrograms.test(path)) answerJson(response, 404, { error: 'notFound' });
		else if (app) app(request, response, next);
		else next();
	};
}

/** The address without its query. A broken one (`//`, `\0`) stays as it came: it then simply matches nothing. */
export function pathOf(request: IncomingMessage): string {
	return (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
	response.statusCode = status;
	response.setHeader('content-type', 'application/json; charset=utf-8');
	response.setHeader('cache-control', 'no-store');
	response.end(JSON.stringify(body));
}
