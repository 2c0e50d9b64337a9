import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../../src/server/api/api.ts';
import { folderBlobs } from '../../../src/server/blobs/folder.ts';
import { serverPorts } from '../../../src/server/crypto.ts';
import { createDocuments, type Documents } from '../../../src/server/documents/documents.ts';
import { documentRoutes } from '../../../src/server/documents/routes.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { createHub } from '../../../src/server/hub.ts';
import { signInParts } from '../../../src/server/identity/parts.ts';
import { signInRoutes } from '../../../src/server/identity/routes.ts';
import { sessionIdentity } from '../../../src/server/identity/sessions.ts';
import type { Meeting } from '../../../src/server/meeting.ts';
import { createSockets } from '../../../src/server/sockets/sockets.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';

/**
 * The real server over real HTTP, on a folder that outlives it: it can be stopped, killed, started again, and replaced
 * by an empty one.
 */
export const home = 'http://driehoek.example';

export interface Running {
	address: string;
	setupCode: string;
	meeting: Meeting;
	documents: Documents;
	stop(): Promise<void>;
}

export class ServerHere {
	#folder = '';
	running: Running | null = null;
	/** What the server did not expect; a test that ends with some has failed. */
	readonly faults: unknown[] = [];

	async start(): Promise<Running> {
		this.#folder ||= await mkdtemp(join(tmpdir(), 'driehoek-together-'));
		this.running = await serve(this.#folder, this.faults);
		return this.running;
	}
	async stop(): Promise<void> {
		const { running } = this;
		this.running = null;
		await running?.stop();
	}
	/** Everything it knew is gone; what starts next is another server. */
	async lose(): Promise<void> {
		await this.stop();
		if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
		this.#folder = '';
	}
	get meeting(): Meeting {
		if (!this.running) throw new Error('the server does not run');
		return this.running.meeting;
	}
}

async function serve(folder: string, faults: unknown[]): Promise<Running> {
	const onFault = (about: string, error: unknown) => void faults.push(new Error(about, { cause: error }));
	const store = await openSqlite(join(folder, 'driehoek.db'));
	const ports = serverPorts();
	await store.startFirstEpoch(ports.newId());
	const hub = createHub((error) => onFault('hub', error));
	const meeting: Meeting = { store, blobs: folderBlobs(join(folder, 'blobs')), ports, hub };
	const origins = new Set([home]);
	const rp = { id: 'driehoek.example', name: 'Driehoek' };
	const parts = signInParts({ meeting, origins, rp, isDemo: false });
	const identity = sessionIdentity(parts);
	const documents = createDocuments(meeting, { say: onFault });
	const sockets = createSockets({ meeting, identity, origins, documents, onFault });
	const routes = { ...signInRoutes(parts), workspace: documentRoutes(documents) };
	const handler = createHandler(undefined, createApi({ meeting, identity, origins, routes, onFault }));
	const server = createServer((request, response) => handler(request, response, () => response.end()));
	server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		setupCode: parts.setupCode,
		meeting,
		documents,
		async stop() {
			sockets.stop();
			await closed(server);
			await documents.stop();
			await store.close();
		}
	};
}

function closed(server: Server): Promise<unknown> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
}
