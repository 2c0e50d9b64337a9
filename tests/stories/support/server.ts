import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
	url: string;
	port: number;
	/** What the console of the server says, for whoever sets it up; asked of a server that nobody set up yet. */
	setupCode(): Promise<string>;
	/** As a power cut would: no goodbye. */
	kill(): Promise<void>;
}

/**
 * The production server as a process of its own, so that a story can really take it away. `dir` is a build; port 0 lets
 * the system choose one; `kept` is a data folder that outlives it. Rejects when the process ends before it listens.
 */
export async function startServer(
	dir = 'build',
	port = 0,
	kept?: string,
	env: Record<string, string> = {}
): Promise<RunningServer> {
	const data = kept ?? (await mkdtemp(join(tmpdir(), 'driehoek-story-')));
	const server = spawn(process.execPath, ['src/server/main.ts'], {
		env: { ...process.env, STATIC_DIR: dir, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const gone = once(server, 'exit');
	const code = new Promise<string>((resolve) => {
		server.stdout.on('data', (line: Buffer) => {
			const found = /with code (\S+)/.exec(line.toString())?.[1];
			if (found) resolve(found);
		});
	});
	const address = await new Promise<string>((resolve, reject) => {
		server.stdout.on('data', (line: Buffer) => resolve(/http:\S+/.exec(line.toString())?.[0] ?? ''));
		void gone.then(() => reject(new Error('The server ended before it listened.')));
	});
	return {
		url: address,
		port: Number(new URL(address).port),
		setupCode: () => code,
		async kill() {
			server.kill('SIGKILL');
			await gone;
			if (kept === undefined) await rm(data, { recursive: true, force: true });
		}
	};
}
