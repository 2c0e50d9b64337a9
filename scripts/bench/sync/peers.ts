/** A server of its own in a process, and clients of it as cheap as they can be. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { edit, home, programme } from '../../../tests/contracts/support/gathering.ts';
import { frames } from '../../../tests/contracts/support/hostile.ts';
import { town } from '../../../tests/simulation/support/grants.ts';

export interface Server {
	child: ChildProcess;
	port: number;
	stats(): Promise<{ cpuMs: number; rss: number }>;
}

export async function makeDocument(port: number): Promise<void> {
	const path = `documents/${programme.split('/').slice(1).join('/')}/updates`;
	const headers = { 'x-test-account': 'a0', origin: home };
	const body = Buffer.from(edit((doc) => doc.getMap('meta').set('schema', 1)));
	const made = await fetch(`http://127.0.0.1:${port}/api/v1/w/${town}/${path}`, {
		method: 'POST',
		headers,
		body
	});
	if (!made.ok) throw new Error(`the document was not made: ${made.status}`);
}

/** A client as cheap as it can be: it reads the moment out of an update and keeps no document. */
export async function connect(
	kind: string,
	port: number,
	n: number,
	hear: (delay: number) => void
): Promise<WebSocket> {
	const socket =
		kind === 'driehoek' ? await dial(port, 'documents', n) : await dialAt(`ws://127.0.0.1:${port}/`);
	socket.on('message', (data: Buffer) => {
		const decoder = decoding.createDecoder(new Uint8Array(data));
		if (kind === 'driehoek') decoding.readVarString(decoder);
		if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) !== 2) return;
		const now = performance.timeOrigin + performance.now();
		for (const [from, at] of stampsIn(decoding.readVarUint8Array(decoder))) if (from !== n) hear(now - at);
	});
	if (kind !== 'driehoek') return socket;
	socket.send(frames.auth(programme));
	socket.send(frames.step1(programme));
	socket.send(frames.step2(programme, Uint8Array.of(0, 0)));
	return socket;
}

function stampsIn(update: Uint8Array): [number, number][] {
	const found: [number, number][] = [];
	for (const struct of Y.decodeUpdate(update).structs)
		if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny)
			for (const value of struct.content.arr as unknown[])
				if (Array.isArray(value)) found.push(value as [number, number]);
	return found;
}

export function framed(kind: string, update: Uint8Array): Uint8Array {
	if (kind === 'driehoek') return frames.update(programme, update);
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, 2);
	encoding.writeVarUint8Array(encoder, update);
	return encoding.toUint8Array(encoder);
}

export const dial = (port: number, road: string, n: number) =>
	dialAt(`ws://127.0.0.1:${port}/sync/v1/w/${town}/${road}`, { 'x-test-account': `a${n}`, origin: home });

export async function dialAt(url: string, headers: Record<string, string> = {}): Promise<WebSocket> {
	const socket = new WebSocket(url, { headers, perMessageDeflate: false });
	await once(socket, 'open');
	return socket;
}

export async function startOurs(folder: string, accounts: number): Promise<Server> {
	await mkdir(folder, { recursive: true });
	return start('driehoek-server.ts', folder, String(accounts));
}

export async function start(script: string, ...args: string[]): Promise<Server> {
	const file = new URL(`./${script}`, import.meta.url).pathname;
	const child = spawn('node', ['--expose-gc', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [line] = (await once(child.stdout, 'data')) as [Buffer];
	const port = Number(line.toString());
	const stats = async () =>
		(await (await fetch(`http://127.0.0.1:${port}/stats`)).json()) as { cpuMs: number; rss: number };
	return { child, port, stats };
}
