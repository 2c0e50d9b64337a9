import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { done } from '../simulation/support/facts.ts';
import { edit, gathering, programme, until, type Gathering } from './support/gathering.ts';
import { bare, frames } from './support/hostile.ts';

vi.setConfig({ testTimeout: 20_000 });

/**
 * A disk that takes its time: everything of a transaction is done but its commit. Until that stands nobody hears yes,
 * and nobody hears of it; whatever a server says too early is lost with the power.
 */
let here: Gathering;
beforeEach(async () => {
	here = await gathering({ sockets: { factPingMs: 1, documentPingMs: 1 } });
	for (const name of ['adviser', 'colleague']) await here.point.invite(name, 'adviser');
	await here.bring('adviser', programme, set('before'));
});
afterEach(() => here.close());

const set = (key: string) => edit((doc) => void doc.getMap('m').set(key, 1));

/** From now on no transaction commits; `begun` resolves with the first that would. */
function hold() {
	const { store } = here.point;
	const whole = store.atomically.bind(store);
	let begin = () => {};
	let release = () => {};
	const begun = new Promise<void>((resolve) => (begin = resolve));
	const released = new Promise<void>((resolve) => (release = resolve));
	store.atomically = (act) =>
		whole(async (parts) => {
			const result = await act(parts);
			begin();
			await released;
			return result;
		});
	return {
		begun,
		release() {
			store.atomically = whole;
			release();
		}
	};
}

/** What the server said on this line before now is heard: its pong comes behind it. */
async function heardAll(socket: WebSocket): Promise<void> {
	// It begins with what waits for a turn of the event loop on either side.
	for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
	const pong = new Promise((resolve) => socket.once('pong', resolve));
	socket.ping();
	await pong;
}

async function listening(as: string, road: 'documents' | 'pings') {
	const socket = here.dial(as, road);
	const texts: string[] = [];
	socket.on('message', (data: Buffer) => texts.push(data.toString()));
	await new Promise((resolve) => socket.once('open', resolve));
	await heardAll(socket);
	return { socket, texts };
}

describe('before the commit stands', () => {
	test('[S5.1] [S5.2] an update by socket is not acknowledged, shown or called safe; after it, it is all three', async () => {
		const els = here.join('colleague', programme);
		await els.synced();
		const watching = await listening('colleague', 'pings');
		const socket = here.dial('adviser', 'documents');
		const line = bare(socket);
		line.send(frames.auth(programme));
		await line.next('authenticated');
		line.send(frames.step2(programme, Uint8Array.of(0, 0)));
		await line.next('acknowledged');
		const before = line.heard.length;
		const disk = hold();
		line.send(frames.update(programme, set('slow')));
		line.send(frames.stateless(programme, '{"b":1}'));
		await disk.begun;
		await Promise.all([heardAll(socket), heardAll(watching.socket)]);
		expect(line.heard.slice(before)).toEqual([]);
		expect(els.doc.getMap('m').has('slow')).toBe(false);
		expect(watching.texts).toEqual([]);
		disk.release();
		expect(await line.next('acknowledged')).toBe('true');
		expect(await line.next('stateless')).toBe('{"b":1}');
		await until(els.doc, () => els.doc.getMap('m').has('slow'));
		await expect.poll(() => watching.texts.length).toBeGreaterThan(0);
		line.close();
		watching.socket.terminate();
	});

	test('[S5.1] an update by HTTP is not answered, and not shown to who has the document open', async () => {
		const els = here.join('colleague', programme);
		await els.synced();
		const watching = await listening('colleague', 'pings');
		const disk = hold();
		let status = 0;
		const answered = here.bring('adviser', programme, set('slow')).then((answer) => (status = answer.status));
		await disk.begun;
		await heardAll(watching.socket);
		expect([status, els.doc.getMap('m').has('slow'), watching.texts]).toEqual([0, false, []]);
		disk.release();
		expect(await answered).toBe(200);
		await until(els.doc, () => els.doc.getMap('m').has('slow'));
		watching.socket.terminate();
	});

	test('[S3.2] a batch of facts is not answered, and nobody is told that there is something', async () => {
		const tablet = await here.point.device('adviser');
		const watching = await listening('colleague', 'pings');
		const body = JSON.stringify({ facts: [await tablet.say(done())] });
		const disk = hold();
		let status = 0;
		const headers = { 'content-type': 'application/json' };
		const answered = here
			.ask('adviser', 'facts', { method: 'POST', headers, body })
			.then((answer) => (status = answer.status));
		await disk.begun;
		await heardAll(watching.socket);
		expect([status, watching.texts]).toEqual([0, []]);
		disk.release();
		expect(await answered).toBe(200);
		await expect.poll(() => watching.texts.length).toBe(1);
		watching.socket.terminate();
	});
});
