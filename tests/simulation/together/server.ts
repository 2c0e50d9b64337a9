import { createServer, type Server } from 'node:http';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHandler } from '../../../src/server/handler.ts';
import { openMeetingPoint } from '../../../src/server/meeting-point.ts';
import type { Meeting } from '../../../src/server/meeting.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';

/**
 * The real server over real HTTP, on a folder that outlives it: it can be stopped, killed, started again, and replaced
 * by an empty one.
 */
export const home = 'http://driehoek.example';

/**
 * In memory, where the system has such a folder: a process that dies is tried here, which a file in memory outlives as
 * one on disk does, and waiting for the disk took half of the time (measured). Disks are tried in tests/processes.
 */
const files = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** A new store is made once, and copied. */
let template: Promise<Buffer> | null = null;
async function emptyStore(): Promise<Buffer> {
	const folder = await mkdtemp(join(files, 'driehoek-template-'));
	await (await openSqlite(join(folder, 'driehoek.db'))).close();
	const bytes = await readFile(join(folder, 'driehoek.db'));
	await rm(folder, { recursive: true });
	return bytes;
}

export interface Running {
	address: string;
	setupCode: string;
	meeting: Meeting;
	/** It was killed: what it says or finds wrong from here on, nobody hears. */
	isDead: boolean;
	stop(): Promise<void>;
}

export class ServerHere {
	#folder = '';
	running: Running | null = null;
	/** What the server did not expect; a test that ends with some has failed. */
	readonly faults: unknown[] = [];

	/** Milliseconds that its clock is ahead. */
	ahead = 0;

	async start(): Promise<Running> {
		if (!this.#folder) {
			this.#folder = await mkdtemp(join(files, 'driehoek-together-'));
			await writeFile(join(this.#folder, 'driehoek.db'), await (template ??= emptyStore()));
		}
		this.running = await serve(this.#folder, this.faults);
		this.running.meeting.ports.now = () => Date.now() + this.ahead;
		return this.running;
	}
	/**
	 * As `kill -9` does: what stands in its files at this moment is all that is left, in the midst of a transaction as
	 * well. One turn of the event loop, so nothing is written or said in between.
	 */
	async kill(): Promise<void> {
		const { running } = this;
		if (!running) return;
		const [dead, left] = [this.#folder, mkdtempSync(join(files, 'driehoek-together-'))];
		cpSync(dead, left, { recursive: true, filter: (file) => !file.endsWith('-shm') });
		this.running = null;
		this.#folder = left;
		running.isDead = true;
		await running.stop();
		await rm(dead, { recursive: true, force: true });
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
	const running = { isDead: false } as Running;
	const onFault = (about: string, error: unknown) => {
		if (!running.isDead) faults.push(new Error(about, { cause: error }));
	};
	const rp = { id: 'driehoek.example', name: 'Driehoek' };
	const point = await openMeetingPoint(
		{ dataDir: folder, origins: [home], rp, isDemo: false, port: 0 },
		{ onFault, say: (sentence) => onFault(sentence, null) }
	);
	const handler = createHandler(undefined, point.api);
	const server = createServer((request, response) => handler(request, response, () => response.end()));
	server.on('upgrade', (request, socket, head) => point.upgrade(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	Object.assign(running, {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		setupCode: (await point.setupCode()) ?? '',
		meeting: point.meeting,
		async stop() {
			point.hangUp();
			await closed(server);
			await point.close();
		}
	});
	return running;
}

function closed(server: Server): Promise<unknown> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
}
