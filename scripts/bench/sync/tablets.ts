/**
 * Five hundred connected tablets of which fifty are at work, beside each other on one server: forty-five officers who say
 * a fact every ten seconds, five advisers who type. The others only have their line, and look what is new on a ping, as
 * the app does.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { chainFact, chainStart, type ChainEnd } from '#lib/domain/fact/chain.ts';
import type { DeviceId, MeasureId, PersonId } from '#lib/domain/id.ts';
import { toWire } from '#lib/protocol/fact.ts';
import { device } from '../../../tests/simulation/support/device.ts';
import { ms, percentile, type Figure } from '../figure.ts';
import { asked } from './asked.ts';
import { connect, framed, makeDocument, startOurs } from './peers.ts';

const tablets = 500;
const active = 50;
const typing = 5;
const keystrokesPerSecond = 2;
const factEveryMs = 10_000;
const seconds = 20;

export async function measureTablets(folder: string): Promise<Figure[]> {
	const server = await startOurs(folder, tablets);
	const { port } = server;
	await makeDocument(port);
	const before = await server.stats();
	const others = fork(new URL('./looking.ts', import.meta.url).pathname, [String(port), String(tablets)]);
	await once(others, 'message');
	const idle = await server.stats();
	const strokes: number[] = [];
	const open: WebSocket[] = [];
	for (let n = 0; n < active; n++) open.push(await connect('driehoek', port, n, (ms) => strokes.push(ms)));
	const busy = await server.stats();
	const facts: number[] = [];
	const work = open.map((line, n) => (n < typing ? typist(line, n) : officer(port, n, facts)));
	const stops = await Promise.all(work);
	const began = await server.stats();
	await pause(seconds * 1000);
	const ended = await server.stats();
	await Promise.all(stops.map((stop) => stop()));
	others.send('how often');
	const [rounds] = (await once(others, 'message')) as [number];
	others.kill('SIGKILL');
	for (const line of open) line.terminate();
	server.child.kill('SIGKILL');
	if (facts.length < active || strokes.length < active) throw new Error('nobody was at work');
	const perTablet = (idle.rss - before.rss) / tablets / 1000;
	const cpu = ((ended.cpuMs - began.cpuMs) / (seconds * 1000)) * 100;
	const at = `${tablets} tablets, ${active} at work`;
	const said = (what: string, times: readonly number[], note: string): Figure => ({
		...{ what: `${at}: ${what}`, value: percentile(times, 0.95), budget: null, unit: 'ms', note },
		measured: `p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}`
	});
	return [
		{
			...{ what: 'Memory of the server per connected tablet', value: perTablet, budget: null, unit: 'kB' },
			measured: `${perTablet.toFixed(1)} kB`,
			note: `${tablets} lines; with ${active} documents open ${((busy.rss - before.rss) / 1e6).toFixed(0)} MB in all`
		},
		said('a keystroke to the other documents', strokes, `${typing} type, ${active} read along`),
		said(
			'a fact to its durable answer',
			facts,
			`server ${cpu.toFixed(0)}% of one core, ${rounds} rounds of the others`
		)
	];
}

/** Resolves when nothing of it is on its way any more. */
type Stop = () => Promise<unknown>;

function typist(line: WebSocket, n: number): Promise<Stop> {
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => line.send(framed('driehoek', update)));
	let sent = 0;
	const write = () =>
		doc.getMap('m').set(`f${n}_${sent++ % 12}`, [n, performance.timeOrigin + performance.now()]);
	const timer = setInterval(write, 1000 / keystrokesPerSecond + n * 7);
	return Promise.resolve(() => {
		clearInterval(timer);
		return Promise.resolve();
	});
}

async function officer(port: number, n: number, facts: number[]): Promise<Stop> {
	const platform = device(1000 + n);
	const id = platform.newId() as DeviceId;
	const signer = platform.signer(await platform.newDeviceKey());
	await asked(port, n, 'devices', { device: id, publicKey: signer.publicKey });
	let end: ChainEnd = chainStart;
	const say = async () => {
		const payload = {
			...{ kind: 'progress' as const, measureId: 'm' as MeasureId, activity: 'spoken', text: 'gesproken' },
			...{ count: null, unit: null, place: null, photos: [] }
		};
		const fact = await chainFact(
			platform,
			end,
			{ device: id, person: `a${n}` as PersonId, payload, occurredAt: 5 },
			signer
		);
		end = fact;
		const from = performance.now();
		await asked(port, n, 'facts', { facts: [toWire(fact)] });
		facts.push(performance.now() - from);
	};
	let underway: Promise<unknown> = Promise.resolve();
	// Not all at once: an evening is not a parade.
	let timer = setTimeout(
		function again() {
			underway = say();
			timer = setTimeout(again, factEveryMs);
		},
		(factEveryMs / active) * n
	);
	return () => {
		clearTimeout(timer);
		return underway;
	};
}
