import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHandler } from '../../../src/server/handler.ts';
import { openMeetingPoint } from '../../../src/server/meeting-point.ts';
import type { Meeting } from '../../../src/server/meeting.ts';

/**
 * The real server over real HTTP, on a folder that outlives it: it can be stopped, killed, started again, and replaced
 * by an empty one.
 */
export const home = 'http://driehoek.example';

export interface Running {
	address: string;
	setupCode: string;
	meeting: Meeting;
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
	const rp = { id: 'driehoek.example', name: 'Driehoek' };
	const point = await openMeetingPoint(
		{ dataDir: folder, origins: [home], rp, isDemo: false, port: 0 },
		{ onFault, say: (sentence) => onFault(sentence, null) }
	);
	const handler = createHandler(undefined, point.api);
	const server = createServer((request, response) => handler(request, response, () => response.end()));
	server.on('upgrade', (request, socket, head) => point.upgrade(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		setupCode: (await point.setupCode()) ?? '',
		meeting: point.meeting,
		async stop() {
			point.hangUp();
			await closed(server);
			await point.close();
		}
	};
}

function closed(server: Server): Promise<unknown> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
}
