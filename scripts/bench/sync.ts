/** The meeting point under load, beside a bare relay and the protocol of the y-websocket server, in the same run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { ms, percentile, tell, type Figure } from './figure.ts';
import { connect, framed, makeDocument, start, startOurs, type Server } from './sync/peers.ts';
import { measureTablets } from './sync/tablets.ts';

/** Twenty people in one document, five keystrokes a second each: an evening of writing together. */
const people = 20;
const keystrokesPerSecond = 5;
const seconds = 8;
/** What the median may be of a relay's that writes nothing down, in the same run; as the design has it. */
const timesBareRelay = 2;

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
		const bare = percentile(relay.delays, 0.5);
		const others = `a bare relay ${ms(bare)}, y-websocket protocol ${ms(percentile(yws.delays, 0.5))}`;
		const within = timesBareRelay * bare;
		note(figure('Keystroke to the other document on the server road, p50', p50, ms(p50), others, within));
		const p95 = percentile(ours.delays, 0.95);
		const p95s = `a bare relay ${ms(percentile(relay.delays, 0.95))}, y-websocket protocol ${ms(percentile(yws.delays, 0.95))}`;
		note(figure('Keystroke to the other document on the server road, p95', p95, ms(p95), p95s, 50));
		const cpus = `a bare relay ${ms(relay.cpuPerThousand)}, y-websocket protocol ${ms(yws.cpuPerThousand)}`;
		const cpu = ours.cpuPerThousand;
		note(figure('Server CPU per 1,000 updates, 20 people in one document', cpu, ms(cpu), cpus, null));
		for (const one of await measureTablets(join(folder, 'many'))) note(one);
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
