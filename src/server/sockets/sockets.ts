import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { isMember } from '#lib/domain/access/can.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { protocolVersion } from '#lib/protocol/limits.ts';
import type { Documents } from '../documents/documents.ts';
import { pathOf } from '../handler.ts';
import type { Identity } from '../identity/identity.ts';
import type { Meeting } from '../meeting.ts';
import { deviceIn, isRevoked } from '../people/revoked.ts';
import { createDocumentLines } from './document-lines.ts';
import { closing, createLines, hangUp, type Line } from './line.ts';
import { socketLimits, type SocketLimits } from './limits.ts';
import { startPings } from './pings.ts';

/**
 * The quick road (docs/wire.md): liveness, never the only way for anything.
 * 1. Without an origin from the list there is no socket.
 * 2. The session is asked once, at the upgrade; who may not be here hears why and is hung up on. A workspace that is
 *    not theirs is answered as one that is not there.
 */
export interface SocketParts {
	meeting: Meeting;
	identity: Identity;
	/** As a browser says them: `https://driehoek.wierhaven.example`. */
	origins: ReadonlySet<string>;
	documents: Documents;
	limits?: Partial<SocketLimits>;
	onFault?: (about: string, error: unknown) => void;
}
export interface Sockets {
	/** For the `upgrade` event of the HTTP server. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Open lines, and documents in memory: for the metrics. */
	counts(): { lines: number; documents: number };
	/** Says goodbye to everyone. */
	stop(): void;
}

const shape = new RegExp(`^/sync/v${protocolVersion}/w/([\\w.:-]{1,64})/(pings|documents)$`);
/** Nothing is said on the socket for pings. */
const pingFrameBytes = 1024;

export function createSockets({ meeting, identity, origins, documents, ...rest }: SocketParts): Sockets {
	const limits: SocketLimits = { ...socketLimits, ...rest.limits };
	const onFault = rest.onFault ?? ((about, error) => console.error(`${about}:`, error));
	const lines = createLines(meeting, identity, limits, (error) => onFault('lines', error));
	const documentLines = createDocumentLines(meeting, documents, limits);
	const forPings = new WeakSet<object>();
	const stopPings = startPings(meeting.hub, lines, (line) => forPings.has(line), limits);
	// Compressing costs memory per line and gains little on updates of a few bytes.
	const options = { noServer: true, perMessageDeflate: false, clientTracking: false };
	const servers = {
		pings: new WebSocketServer({ ...options, maxPayload: pingFrameBytes }),
		documents: new WebSocketServer({ ...options, maxPayload: limits.frameBytes })
	};

	async function welcome(socket: WebSocket, request: IncomingMessage, workspace: WorkspaceId, what: What) {
		const { store, ports } = meeting;
		const session = await identity.of(request);
		if (!session) return hangUp({ socket }, closing.signedOut, 'signedOut');
		const { account, id } = session;
		const known = await store.people.account(account);
		const grants = await store.people.grantsOf(workspace, account);
		if (!isMember(grants, workspace, ports.now())) return hangUp({ socket }, closing.noRight, 'noRight');
		if (!lines.hasRoom(account)) return hangUp({ socket }, closing.tooMany, 'tooMany');
		if (socket.readyState !== socket.OPEN) return;
		const line: Line = {
			...{ socket, request, workspace, account, session: id, device: deviceIn(request), grants },
			...{ recheck: () => undefined, tellRights: () => undefined, slowSince: null, isAlive: true }
		};
		// From here on it hears of what changes; what changed while it was let in is asked once more.
		lines.add(line);
		line.grants = await store.people.grantsOf(workspace, account);
		if (!(await identity.of(request))) return hangUp(line, closing.signedOut, 'signedOut');
		if (await isRevoked(meeting, workspace, line.device))
			return hangUp(line, closing.noRight, 'deviceRevoked');
		if (what === 'documents') documentLines.take(line, known?.name ?? '');
		else {
			forPings.add(line);
			line.tellRights = () => socket.send(JSON.stringify({ type: 'rights' }));
			socket.on('message', () => hangUp(line, closing.brokenRule, 'unknownFrame'));
		}
	}

	return {
		upgrade(request, socket, head) {
			socket.on('error', () => socket.destroy());
			const [, workspace, said] = shape.exec(pathOf(request)) ?? [];
			const what: What = said === 'documents' ? 'documents' : 'pings';
			if (workspace === undefined) return answer(socket, '404 Not Found');
			if (!origins.has(request.headers.origin ?? '')) return answer(socket, '403 Forbidden');
			servers[what].handleUpgrade(request, socket, head, (opened) => {
				// A broken frame closes the socket by itself; without a listener it would end the process.
				opened.on('error', () => opened.terminate());
				const early = holdBack(opened);
				welcome(opened, request, workspace as WorkspaceId, what)
					.then(early.pass)
					.catch((error: unknown) => {
						onFault(`socket ${what}`, error);
						hangUp({ socket: opened }, 1011, 'internal');
					});
			});
		},
		counts: () => ({ lines: lines.count(), documents: documentLines.count() }),
		stop() {
			stopPings();
			lines.stop();
		}
	};
}

type What = 'pings' | 'documents';

/** A client speaks as soon as it is connected; nothing is read before it is known who that is. */
function holdBack(socket: WebSocket): { pass: () => void } {
	socket.pause();
	return { pass: () => socket.resume() };
}

function answer(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
