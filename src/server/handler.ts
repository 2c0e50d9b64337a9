import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, answerRefusal, Refusal } from './api/answer.ts';
import type { Api } from './api/api.ts';
import { apiPrefix } from './api/route.ts';
import { setSafetyHeaders } from './headers.ts';
import { onlyLives, type Watch } from './watch.ts';

export type Next = () => void;
/** Connect's shape, so that `vite dev` and `vite preview` can take it as it is. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Addresses that are never a screen: an unknown one is an error for a program, not the app for a person. */
const forPrograms = /^\/(api|auth|sync|healthz|readyz|metrics)(\/|$)/;

/** A device that lay in a drawer asks as it did then: it hears that it is to be renewed, not that it lost its right [S12]. */
const otherVersion = /^\/api\/v\d+\//;

/** Without anyone who can say who is asking, nobody is signed in. */
const closed: Api = (_request, response) => answerRefusal(response, new Refusal('signedOut'));

/** Safety headers on everything, the server's own addresses here, the rest to `app` or whoever is next. */
export function createHandler(app?: Handler, api: Api = closed, watch: Watch = onlyLives): Handler {
	return (request, response, next) => {
		const path = pathOf(request);
		setSafetyHeaders(request, response, path);
		if (watch(request, response, path)) return;
		if (path.startsWith(apiPrefix)) api(request, response, path);
		else if (otherVersion.test(path)) answerRefusal(response, new Refusal('otherVersion'));
		else if (forPrograms.test(path)) answerJson(response, 404, { error: 'notFound' });
		else if (app) app(request, response, next);
		else next();
	};
}

/** The address without its query. A broken one (`//`, `\0`) stays as it came: it then simply matches nothing. */
export function pathOf(request: IncomingMessage): string {
	return (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
}
