import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson } from './api/answer.ts';
import { isFromThisMachine } from './api/loopback.ts';
import { sha256 } from './crypto.ts';
import type { Metrics } from './metrics.ts';

/** For whoever watches over the server: does it live, can it keep what it is given, how is it doing. */
export interface Watched {
	/** What stands in the way of keeping things; null: nothing. */
	readonly notReady: () => Promise<'store' | 'disk' | 'noMeetingPoint' | null>;
	metrics: Metrics;
	metricsToken: string | null;
}
/** True where it answered. */
export type Watch = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

/** Lives, and knows no more. */
export const onlyLives: Watch = (_request, response, path) => {
	if (path !== '/healthz') return false;
	answerJson(response, 200, { status: 'ok' });
	return true;
};

export function createWatch(watched: Watched, onFault: (error: unknown) => void): Watch {
	const answers = (answer: Promise<void>, response: ServerResponse) =>
		void answer.catch((error: unknown) => {
			onFault(error);
			if (response.headersSent) response.destroy();
			else answerJson(response, 500, { error: 'internal' });
		});
	return (request, response, path) => {
		if (path === '/readyz') answers(answerReady(watched, response), response);
		else if (path === '/metrics' && maySee(watched, request))
			answers(answerMetrics(watched, response), response);
		else return onlyLives(request, response, path);
		return true;
	};
}

async function answerReady({ notReady }: Watched, response: ServerResponse): Promise<void> {
	const why = await notReady();
	answerJson(
		response,
		why === null ? 200 : 503,
		why === null ? { status: 'ready' } : { status: 'notReady', why }
	);
}

async function answerMetrics({ metrics }: Watched, response: ServerResponse): Promise<void> {
	const { type, text } = await metrics.text();
	response.setHeader('content-type', type);
	response.setHeader('cache-control', 'no-store');
	response.end(text);
}

function maySee({ metricsToken }: Watched, request: IncomingMessage): boolean {
	if (isFromThisMachine(request)) return true;
	if (metricsToken === null) return false;
	const [said, meant] = [request.headers.authorization ?? '', `Bearer ${metricsToken}`];
	return timingSafeEqual(hashed(said), hashed(meant));
}

function hashed(text: string): Buffer {
	return Buffer.from(sha256(Buffer.from(text, 'utf8')));
}
