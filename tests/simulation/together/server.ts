import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../../src/server/api/api.ts';
import { folderBlobs } from '../../../src/server/blobs/folder.ts';
import { verifySignature } from '#lib/protocol/verify-signature.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { createHub } from '../../../src/server/hub.ts';
import { signInParts } from '../../../src/server/identity/parts.ts';
import { signInRoutes } from '../../../src/server/identity/routes.ts';
import { sessionIdentity } from '../../../src/server/identity/sessions.ts';
import type { Meeting } from '../../../src/server/meeting.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { device } from '../support/device.ts';

/**
 * The real server over real HTTP, on a folder that outlives it: it can be stopped, killed, started again, and replaced
 * by an empty one.
 */
export const home = 'http://driehoek.example';

export interface Running {
	address: string;
	setupCode: string;
	store: Store;
	meeting: Meeting;
	stop(): Promise<void>;
}

export class ServerHere {
	#folder = '';
	#lives = 0;
	running: Running | null = null;
	/** What the server did not expect; a test that ends with some has failed. */
	readonly faults: unknown[] = [];

	async start(): Promise<Running> {
		this.#folder ||= await mkdtemp(join(tmpdir(), 'driehoek-together-'));
		this.running = await serve(this.#folder, ++this.#lives, this.faults);
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

async function serve(folder: string, life: number, faults: unknown[]): Promise<Running> {
	const store = await openSqlite(join(folder, 'driehoek.sqlite'));
	const platform = device(90_000 + life);
	// Read without a word where there is one: only an empty store starts a life.
	if ((await epochOf(store)) === null) await store.startEpoch(`epoch-${platform.newId()}`);
	const ports = { ...platform, now: () => Date.now(), verify: verifySignature };
	const hub = createHub((error) => faults.push(error));
	const meeting: Meeting = { store, blobs: folderBlobs(join(folder, 'blobs')), ports, hub };
	const origins = new Set([home]);
	const parts = signInParts({
		meeting,
		origins,
		rp: { id: 'driehoek.example', name: 'Driehoek' },
		isDemo: false
	});
	const identity = sessionIdentity(parts);
	const api = createApi({
		meeting,
		identity,
		origins,
		routes: signInRoutes(parts),
		onFault: (about, error) => faults.push(new Error(about, { cause: error }))
	});
	const handler = createHandler(undefined, api);
	const server = createServer((request, response) => handler(request, response, () => response.end()));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		setupCode: parts.setupCode,
		store,
		meeting,
		async stop() {
			await closed(server);
			await store.close();
		}
	};
}

async function epochOf(store: Store): Promise<string | null> {
	try {
		return await store.epoch();
	} catch {
		// None was started yet.
		return null;
	}
}

function closed(server: Server): Promise<unknown> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
}
