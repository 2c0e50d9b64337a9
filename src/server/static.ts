import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { answerJson } from './api/answer.ts';
import { pathOf, type Handler } from './handler.ts';

const hashed = '/_app/immutable/';
/** Looks like a file, so a missing one is an error; everything else is an address of a screen. */
const fileName = /\/[^/]*\.\w+$/;

/**
 * The built app. Files with a hash in their name never change; everything else is asked for again each time, or a
 * device would keep an old shell or an old service worker. `<dir>-previous` holds the release before this one: a tab
 * that has not reloaded yet still finds its chunks there.
 */
export function serveBuild(dir: string): Handler {
	if (!existsSync(join(dir, 'index.html'))) {
		throw new Error(`No build in "${dir}": run "npm start", or "npm run build" first.`);
	}
	const options = { etag: true, gzip: true, brotli: true, setHeaders: setCacheHeaders };
	const current = sirv(dir, { ...options, single: true, ignores: [fileName] });
	const previousDir = `${dir}-previous`;
	const previous = existsSync(previousDir) ? sirv(previousDir, options) : undefined;

	return (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('allow', 'GET, HEAD');
			answerJson(response, 405, { error: 'methodNotAllowed' });
			return;
		}
		const notFound = () => answerJson(response, 404, { error: 'notFound' });
		current(request, response, () => {
			if (previous && pathOf(request).startsWith(hashed)) previous(request, response, notFound);
			else notFound();
		});
	};
}

function setCacheHeaders(response: ServerResponse, path: string): void {
	const value = path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache';
	response.setHeader('cache-control', value);
}
