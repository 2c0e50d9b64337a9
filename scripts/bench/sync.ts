/** The meeting point under load, beside a bare relay and the protocol of the y-websocket server, in the same run. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { edit, home, programme } from '../../tests/contracts/support/gathering.ts';
import { frames } from '../../tests/contracts/support/hostile.ts';
import { town } from '../../tests/simulation/support/grants.ts';
import { ms, percentile, tell, type Figure } from './figure.ts';

/** Twenty people in one document, five keystrokes a second each: an evening of writing together. */
const people = 20;
const keystrokesPerSecond = 5;
const seconds = 8;
const tablets = 500;
const active = 50;

interface Server {
	child: ChildProcess;
	port: number;
	stats(): Promise<{ cpuMs: number; rss: number }>;
}
interface Run {
	delays: number[];
	cpuPerThousand: number;
}

export async function measureSync(): Promise<Figure[]> {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-bench-'));
	const figures: Figure[] = [];
	const note = (one: Figure) => {
		figures.push(one);
		tell(one);
	};
	try {
		const relay = await typing('relay', () => start('reference-server.ts', 'relay'));
		const yws = await typing('yws', () => start('reference-server.ts', 'yws'));
		const ours = await typing('driehoek', () => startOurs(folder, people));
		const p50 = percentile(ours.delays, 0.5);
		const others = `a bare relay ${ms(percentile(relay.delays, 0.5))}, y-websocket protocol ${ms(percentile(yws.delays, 0.5))}`;
		note(figure('Keystroke to the other document on the server road, p50', p50, ms(p50), others, null));
		const p95 = percentile(ours.delays, 0.95);
		const p95s = `a bare relay ${ms(percentile(relay.delays, 0.95))}, y-websocket protocol ${ms(percentile(yws.delays, 0.95))}`;
		note(figure('Keystroke to the other document on the server road, p95', p95, ms(p95), p95s, 50));
		const cpus = `a bare relay ${ms(relay.cpuPerThousand)}, y-websocket protocol ${ms(yws.cpuPerThousand)}`;
		const cpu = ours.cpuPerThousand;
		note(figure('Server CPU per 1,000 updates, 20 people in one document', cpu, ms(cpu), cpus, null));
		note(await manyTablets(join(folder, 'many')));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return figures;
}

function figure(what: string, value: number, measured: string, note: string, budget: number | null): Figure {
	return { what, measured, value, budget, unit: 'ms', note };
}

async function typing(kind: 'relay' | 'yws' | 'driehoek', open: () => Promise<Server>): Promise<Run> {
	const server = await open();
	const delays: number[] = [];
	if (kind === 'driehoek') await makeDocument(server.port);
	const sockets = await Promise.all(
		Array.from({ length: people }, (_, n) => connect(kind, server.port, n, (at) => delays.push(at)))
	);
	await pause(700);
	delays.length = 0;
	const before = await server.stats();
	let sent = 0;
	const timers = sockets.map((socket, n) => {
		const doc = new Y.Doc();
		doc.on('update', (update: Uint8Array) => socket.send(framed(kind, update)));
		const write = () => {
			doc.getMap('m').set(`f${n}_${sent++ % 12}`, [n, performance.timeOrigin + performance.now()]);
		};
		return setInterval(write, 1000 / keystrokesPerSecond + n / 10);
	});
	await pause(seconds * 1000);
	for (const timer of timers) clearInterval(timer);
	await pause(400);
	const after = await server.stats();
	for (const socket of sockets) socket.terminate();
	server.child.kill('SIGKILL');
	if (delays.length < sent) throw new Error(`${kind}: ${delays.length} arrivals of ${sent} keystrokes`);
	return { delays, cpuPerThousand: ((after.cpuMs - before.cpuMs) / sent) * 1000 };
}

/** A tablet keeps its line for pings; fifty of them have the programme open as well. */
async function manyTablets(folder: string): Promise<Figure> {
	const server = await startOurs(folder, tablets);
	await makeDocument(server.port);
	const before = await server.stats();
	const lines: WebSocket[] = [];
	for (let n = 0; n < tablets; n++) lines.push(await dial(server.port, 'pings', n));
	const idle = await server.stats();
	for (let n = 0; n < active; n++) lines.push(await connect('driehoek', server.port, n, () => undefined));
	const busy = await server.stats();
	for (const line of lines) line.terminate();
	server.child.kill('SIGKILL');
	const perTablet = (idle.rss - before.rss) / tablets / 1000;
	const note = `${tablets} lines; with ${active} documents open ${((busy.rss - before.rss) / 1e6).toFixed(0)} MB in all`;
	const measured = `${perTablet.toFixed(1)} kB`;
	return {
		...figure('Memory of the server per connected tablet', perTablet, measured, note, null),
		unit: 'kB'
	};
}

async function makeDocument(port: number): Promise<void> {
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
async function connect(
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

function framed(kind: string, update: Uint8Array): Uint8Array {
	if (kind === 'driehoek') return frames.update(programme, update);
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, 2);
	encoding.writeVarUint8Array(encoder, update);
	return encoding.toUint8Array(encoder);
}

const dial = (port: number, road: string, n: number) =>
	dialAt(`ws://127.0.0.1:${port}/sync/v1/w/${town}/${road}`, { 'x-test-account': `a${n}`, origin: home });

async function dialAt(url: string, headers: Record<string, string> = {}): Promise<WebSocket> {
	const socket = new WebSocket(url, { headers, perMessageDeflate: false });
	await once(socket, 'open');
	return socket;
}

async function startOurs(folder: string, accounts: number): Promise<Server> {
	await mkdir(folder, { recursive: true });
	return start('driehoek-server.ts', folder, String(accounts));
}

async function start(script: string, ...args: string[]): Promise<Server> {
	const file = new URL(`./sync/${script}`, import.meta.url).pathname;
	const child = spawn('node', ['--expose-gc', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [line] = (await once(child.stdout, 'data')) as [Buffer];
	const port = Number(line.toString());
	const stats = async () =>
		(await (await fetch(`http://127.0.0.1:${port}/stats`)).json()) as { cpuMs: number; rss: number };
	return { child, port, stats };
}
