import type { IncomingMessage } from 'node:http';
import { answerRefusal, Refusal } from './api/answer.ts';
import type { Api } from './api/api.ts';
import type { Config } from './config.ts';
import { createHandler, type Handler } from './handler.ts';
import { faultOf, openLog, type Log } from './log.ts';
import { openMeetingPoint, type MeetingPoint } from './meeting-point.ts';
import { createMetrics } from './metrics.ts';
import { FolderInUse } from './store/hold-folder.ts';
import { createWatch } from './watch.ts';

/** All that answers on one address, the same in `npm start`, `vite dev` and `vite preview`. */
export interface Backend {
	handler: Handler;
	/** Null where the data folder cannot be used: then the app is handed out, and nothing is kept. */
	point: MeetingPoint | null;
	/** Why not, in a sentence for whoever runs the server. */
	fault: string | null;
	/** The folder is fine, and another process works in it. */
	isInUse: boolean;
	log: Log;
	/** For the `upgrade` event: everything that is not of the server itself is hung up on. */
	readonly upgrade: MeetingPoint['upgrade'];
	/** Says goodbye to every socket, before the HTTP server waits for its last answers. */
	readonly hangUp: () => void;
	readonly close: () => Promise<void>;
}

const unavailable: Api = (request, response) => {
	answerRefusal(response, new Refusal('unavailable'));
	request.resume();
};

export async function openBackend(config: Config, app?: Handler, log = openLog(config)): Promise<Backend> {
	const metrics = createMetrics();
	const onFault = (about: string, error: unknown) => log.error({ about, ...faultOf(error) });
	const opened = await openMeetingPoint(config, {
		onFault,
		say: (sentence, error) => log.warn({ ...(error === undefined ? {} : faultOf(error)) }, sentence),
		onAnswered({ request, about, road, status, seconds }) {
			metrics.answered(road, status, seconds);
			log.info({ about, status, ms: Math.round(seconds * 1000), ...addressIn(config, request) });
		}
	}).then(
		(point) => ({ point, fault: null, isInUse: false }),
		(error: unknown) => ({
			...{ point: null, fault: inWords(config.dataDir, error), isInUse: error instanceof FolderInUse }
		})
	);
	const { point, fault, isInUse } = opened;
	if (fault) log.error(fault);
	if (point) metrics.count(() => point.counts());
	const watch = createWatch(
		{
			...{ metrics, metricsToken: config.metricsToken },
			notReady: point ? () => point.notReady() : () => Promise.resolve('noMeetingPoint')
		},
		(error) => onFault('watch', error)
	);
	return {
		...{ point, fault, isInUse, log },
		handler: createHandler(app, point?.api ?? unavailable, watch),
		upgrade: (request, socket, head) =>
			point ? point.upgrade(request, socket, head) : void socket.destroy(),
		hangUp: () => point?.hangUp(),
		close: () => point?.close() ?? Promise.resolve()
	};
}

function addressIn({ logsIp, trustsProxy }: Config, { headers, socket }: IncomingMessage): { ip?: string } {
	if (!logsIp) return {};
	const forwarded = trustsProxy ? String(headers['x-forwarded-for'] ?? '') : '';
	// The last one is what our own proxy saw; what stands before it, anyone can make up.
	return { ip: forwarded.split(',').at(-1)?.trim() || (socket.remoteAddress ?? '') };
}

function inWords(dataDir: string, error: unknown): string {
	if (error instanceof FolderInUse)
		return `Another server works in the data folder "${dataDir}": two in one folder would lose work. Stop the other one, or name another folder with DATA_DIR.`;
	const why = error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
	return `The data folder "${dataDir}" cannot be used (${why}): the app is handed out, but nothing is kept here. Make the folder writable for this account, or name another one with DATA_DIR.`;
}
