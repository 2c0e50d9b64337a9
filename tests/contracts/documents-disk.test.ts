import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountId } from '#lib/domain/id.ts';
import * as Y from 'yjs';
import { sessionIdentity } from '../../src/server/identity/sessions.ts';
import { sessionCookie } from '../../src/server/identity/cookie.ts';
import { hashOfSecret } from '../../src/server/identity/secret.ts';
import { town } from '../simulation/support/grants.ts';
import { edit, gathering, home, programme, until, type Gathering } from './support/gathering.ts';
import { bare, frames } from './support/hostile.ts';
import { meetingPoint, type Point } from './support/meeting-point.ts';
import { WebSocket } from 'ws';

vi.setConfig({ testTimeout: 20_000 });

/** A disk that refuses, memory that is let go, and time that ends a session. */
let here: Gathering;
let point: Point;
beforeEach(async () => {
	point = await meetingPoint();
});
afterEach(() => here.close());

const set = (key: string) => edit((doc) => void doc.getMap('m').set(key, 1));

/** From now on every transaction fails, until the answer is called. */
function breakDisk(): () => void {
	const { store } = point;
	const whole = store.atomically.bind(store);
	store.atomically = () => Promise.reject(new Error('the disk is full'));
	const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	return () => {
		store.atomically = whole;
		quiet.mockRestore();
	};
}

describe('a commit that fails on disk', () => {
	beforeEach(async () => {
		here = await gathering({ point });
		for (const name of ['adviser', 'colleague']) await point.invite(name, 'adviser');
		await here.bring('adviser', programme, set('before'));
	});

	test('[S5.1] by HTTP is answered as a failure, seen by nobody, and taken when it comes again', async () => {
		const els = here.join('colleague', programme);
		await els.synced();
		const mend = breakDisk();
		const update = set('lost');
		expect((await here.bring('adviser', programme, update)).status).toBe(500);
		mend();
		expect((await here.read(programme)).getMap('m').toJSON()).toEqual({ before: 1 });
		expect(els.doc.getMap('m').has('lost')).toBe(false);
		expect((await here.bring('adviser', programme, update)).status).toBe(200);
		await until(els.doc, () => els.doc.getMap('m').has('lost'));
		expect((await point.store.documents.read(town, programme))?.updates).toHaveLength(2);
	});

	test('[S5.1] [S5.2] by socket is acknowledged by nothing: no yes, no barrier, nothing passed on', async () => {
		const els = here.join('colleague', programme);
		await els.synced();
		const line = bare(here.dial('adviser', 'documents'));
		line.send(frames.auth(programme));
		await line.next('authenticated');
		line.send(frames.step2(programme, Uint8Array.of(0, 0)));
		expect(await line.next('acknowledged')).toBe('true');
		const mend = breakDisk();
		line.send(frames.update(programme, set('lost')));
		line.send(frames.stateless(programme, '{"b":1}'));
		// It ends the document or the line: whichever, in order after the update.
		await Promise.race([line.next('closed'), line.ended]);
		mend();
		expect(line.heard.filter(([what, said]) => what === 'stateless' || said === 'true')).toEqual([
			['acknowledged', 'true']
		]);
		expect((await here.read(programme)).getMap('m').toJSON()).toEqual({ before: 1 });
		// What goes on from here is what is logged.
		els.doc.getMap('m').set('after', 1);
		expect(await els.barrier()).toBe(true);
		expect((await here.read(programme)).getMap('m').toJSON()).toEqual({ before: 1, after: 1 });
		line.close();
	});
});

test('a document that nobody has open is let go of, and read again as it was; one that is open stays', async () => {
	here = await gathering({ point, documents: { idleMs: 20 } });
	await point.invite('adviser', 'adviser');
	const other = `${town}/plan/p2/g1`;
	const doc = new Y.Doc();
	for (let n = 0; n < 20; n++) doc.getMap('m').set(`k${n}`, n);
	doc.getMap('m').delete('k3');
	await here.bring('adviser', programme, Y.encodeStateAsUpdate(doc));
	await here.bring('adviser', other, set('a'));
	const els = here.join('adviser', other);
	await els.synced();
	const read = vi.spyOn(point.store.documents, 'read');
	const readingsOf = (name: string) => read.mock.calls.filter(([, one]) => one === name).length;
	await here.read(programme);
	expect(readingsOf(programme)).toBe(0);
	await expect
		.poll(async () => {
			await here.read(programme);
			// The clock of the server goes on; its sweep comes by itself.
			point.moveTo(point.ports.now() + 1000);
			return readingsOf(programme);
		})
		.toBeGreaterThan(0);
	expect(Y.equalSnapshots(Y.snapshot(await here.read(programme)), Y.snapshot(doc))).toBe(true);
	els.doc.getMap('m').set('b', 2);
	expect(await els.barrier()).toBe(true);
	expect(readingsOf(other)).toBe(0);
	expect((await here.read(other)).getMap('m').toJSON()).toEqual({ a: 1, b: 2 });
});

test('[S11.2] a session that grew too old closes its lines by itself, both kinds', async () => {
	const identity = sessionIdentity({ meeting: point, origins: new Set([home]) });
	here = await gathering({ point, identity, sockets: { heartbeatMs: 300, sweepMs: 20 } });
	await point.invite('adviser', 'adviser');
	const account = 'adviser' as AccountId;
	const times = { createdAt: 1000, seenAt: 1000, endedAt: null };
	await point.store.signIns.startSession(hashOfSecret('token'), {
		id: 's1',
		account,
		deviceName: null,
		...times
	});
	const [cookie = ''] = sessionCookie('token', { isSecure: true, seconds: 60 }).split(';');
	const closed = ['pings', 'documents'].map(async (road) => {
		const url = `${here.http.replace('http', 'ws')}/sync/v1/w/${town}/${road}`;
		const socket = new WebSocket(url, { headers: { origin: home, cookie } });
		const code = new Promise<number>((resolve) => socket.once('close', resolve));
		await new Promise((resolve) => socket.once('open', resolve));
		return { code };
	});
	const lines = await Promise.all(closed);
	await expect.poll(() => here.sockets.counts().lines).toBe(2);
	point.moveTo(1000 + 31 * 24 * 60 * 60_000);
	expect(await Promise.all(lines.map(({ code }) => code))).toEqual([4401, 4401]);
});
