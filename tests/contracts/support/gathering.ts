import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createApi } from '../../../src/server/api/api.ts';
import type { LoadLimits } from '../../../src/server/api/load.ts';
import { createDocuments, type Documents } from '../../../src/server/documents/documents.ts';
import type { DocumentLimits } from '../../../src/server/documents/limits.ts';
import { documentRoutes } from '../../../src/server/documents/routes.ts';
import { createHandler } from '../../../src/server/handler.ts';
import type { Identity } from '../../../src/server/identity/identity.ts';
import type { SocketLimits } from '../../../src/server/sockets/limits.ts';
import { createSockets, type Sockets } from '../../../src/server/sockets/sockets.ts';
import { town } from '../../simulation/support/grants.ts';
import { meetingPoint, type Point } from './meeting-point.ts';
import { credulous } from './served.ts';

export const home = 'https://driehoek.example';
export const programme = `${town}/programme/p1/g1`;

interface Options {
	point?: Point;
	documents?: Partial<DocumentLimits>;
	sockets?: Partial<SocketLimits>;
	identity?: Identity;
	load?: LoadLimits;
	say?: (sentence: string) => void;
}

/** A real server with its sockets, and real clients of it. */
export interface Gathering {
	point: Point;
	documents: Documents;
	sockets: Sockets;
	http: string;
	/** Brings an update by HTTP. */
	bring(as: string, name: string, update: Uint8Array): Promise<Response>;
	ask(as: string, path: string, init?: RequestInit): Promise<Response>;
	/** What the server has, as a fresh reader gets it. */
	read(name: string, as?: string): Promise<Y.Doc>;
	/** A socket as such. */
	dial(
		as: string | null,
		road: 'documents' | 'pings',
		more?: { origin?: string | null; town?: string }
	): WebSocket;
	join(as: string, name: string, doc?: Y.Doc): Person;
	/** Cuts every connection there is, as a tunnel does. */
	cut(): void;
	/** Everyone leaves, and the server knows. */
	leave(): Promise<void>;
	close(): Promise<void>;
}
/** Someone with a document open. */
export interface Person {
	doc: Y.Doc;
	provider: HocuspocusProvider;
	synced(): Promise<void>;
	/** Resolves when the server was sent what it lacked: once per connection. */
	answered(): Promise<void>;
	/** True when the server says that everything until now is logged; false when the line was cut before it did. */
	barrier(): Promise<boolean>;
	/** Why the server closed the document, or said no. */
	refused: Promise<string>;
	leave(): void;
}

export async function gathering(options: Options = {}): Promise<Gathering> {
	const point = options.point ?? (await meetingPoint());
	const identity = options.identity ?? credulous;
	const origins = new Set([home]);
	const documents = createDocuments(point, {
		limits: options.documents ?? {},
		say: options.say ?? (() => {})
	});
	const sockets = createSockets({
		meeting: point,
		identity,
		origins,
		documents,
		limits: options.sockets ?? {}
	});
	const routes = { workspace: documentRoutes(documents) };
	const handler = createHandler(
		undefined,
		createApi({ meeting: point, identity, origins, routes, ...(options.load ? { load: options.load } : {}) })
	);
	const server: Server = createServer((request, response) =>
		handler(request, response, () => response.end())
	);
	const upgraded = new Set<Duplex>();
	server.on('upgrade', (request, socket, head) => {
		upgraded.add(socket);
		socket.once('close', () => upgraded.delete(socket));
		sockets.upgrade(request, socket, head);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	const http = `http://127.0.0.1:${port}`;
	const people: Person[] = [];

	const ask: Gathering['ask'] = (as, path, init = {}) => {
		const headers = { 'x-test-account': as, origin: home, ...(init.headers as Record<string, string>) };
		return fetch(`${http}/api/v1/w/${town}/${path}`, { ...init, headers });
	};
	const pathTo = (name: string) => `documents/${name.split('/').slice(1).join('/')}`;
	return {
		...{ point, documents, sockets, http, ask },
		bring: (as, name, update) =>
			ask(as, `${pathTo(name)}/updates`, { method: 'POST', body: Buffer.from(update) }),
		async read(name, as = 'adviser') {
			const response = await ask(as, `${pathTo(name)}/missing`, { method: 'POST' });
			if (!response.ok) throw new Error(`reading ${name}: ${response.status}`);
			const doc = new Y.Doc();
			Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
			return doc;
		},
		dial(as, road, { origin = home, town: where = town } = {}) {
			const headers = {
				...(as === null ? {} : { 'x-test-account': as }),
				...(origin === null ? {} : { origin })
			};
			const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/v1/w/${where}/${road}`, { headers });
			socket.on('error', () => undefined);
			return socket;
		},
		join(as, name, doc = new Y.Doc()) {
			const url = `ws://127.0.0.1:${port}/sync/v1/w/${town}/documents`;
			const one = person(url, { 'x-test-account': as, origin: home }, name, doc);
			people.push(one);
			return one;
		},
		cut() {
			for (const socket of upgraded) socket.destroy();
		},
		async leave() {
			for (const one of people.splice(0)) one.leave();
			for (const socket of upgraded) socket.destroy();
			while (sockets.counts().lines > 0) await new Promise((resolve) => setImmediate(resolve));
		},
		async close() {
			for (const one of people) one.leave();
			sockets.stop();
			await documents.stop();
			for (const socket of upgraded) socket.destroy();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await point.store.close();
		}
	};
}

export function person(url: string, headers: Record<string, string>, name: string, doc: Y.Doc): Person {
	class AsSomeone extends WebSocket {
		constructor(address: string) {
			super(address, { headers });
		}
	}
	const line = new HocuspocusProviderWebsocket({
		...{ url, WebSocketPolyfill: AsSomeone, delay: 20, minDelay: 20, maxDelay: 100 }
	});
	let refuse: (reason: string) => void = () => undefined;
	const refused = new Promise<string>((resolve) => (refuse = resolve));
	const provider = new HocuspocusProvider({
		...{ websocketProvider: line, name, document: doc, token: 'any' },
		onAuthenticationFailed: ({ reason }) => refuse(reason),
		onClose: ({ event }) => refuse(event.reason)
	});
	provider.attach();
	let barriers = 0;
	// What was written before the connection goes to the server in answer to its question, and no earlier.
	let hasAnswered = false;
	const answers = new Set<() => void>();
	provider.on('message', ({ message }: { message: { decoder: decoding.Decoder } }) => {
		const decoder = decoding.clone(message.decoder);
		decoding.readVarString(decoder);
		const isQuestion = decoding.readVarUint(decoder) === 0 && decoding.readVarUint(decoder) === 0;
		if (!isQuestion) return;
		queueMicrotask(() => {
			hasAnswered = true;
			for (const act of answers) act();
		});
	});
	provider.on('close', () => (hasAnswered = false));
	const answered = () =>
		new Promise<void>((resolve) => {
			if (hasAnswered) return resolve();
			const act = () => {
				answers.delete(act);
				resolve();
			};
			answers.add(act);
		});
	return {
		...{ doc, provider, refused, answered },
		synced: () =>
			new Promise((resolve) => {
				if (provider.isSynced) resolve();
				else provider.on('synced', () => resolve());
			}),
		barrier: async () => {
			await answered();
			const payload = JSON.stringify({ b: ++barriers });
			return new Promise((resolve) => {
				const end = (isSaved: boolean) => {
					provider.off('stateless', hear);
					provider.off('close', lose);
					resolve(isSaved);
				};
				const hear = (said: { payload: string }) => {
					if (said.payload === payload) end(true);
				};
				const lose = () => end(false);
				provider.on('stateless', hear);
				provider.on('close', lose);
				provider.sendStateless(payload);
			});
		},
		leave() {
			provider.destroy();
			line.destroy();
		}
	};
}

/** Resolves when `holds` does: asked again whenever the document changes, never by the clock. */
export function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (!holds()) return;
			doc.off('update', look);
			resolve();
		};
		doc.on('update', look);
		look();
	});
}

/** An update that sets `key`, by a client of its own. */
export function edit(set: (doc: Y.Doc) => void, client?: number): Uint8Array {
	const doc = new Y.Doc();
	if (client !== undefined) doc.clientID = client;
	set(doc);
	return Y.encodeStateAsUpdate(doc);
}
