import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { request, type ClientRequest } from 'node:http';
import * as Y from 'yjs';
import { createLoad } from '../../src/server/api/load.ts';
import { town } from '../simulation/support/grants.ts';
import { edit, gathering, home, type Gathering } from './support/gathering.ts';
import { bare, frames } from './support/hostile.ts';

vi.setConfig({ testTimeout: 20_000 });

/** What one account may ask of the server at once; nothing is counted by address, so the others never feel it. */
const bodies = 4;
let here: Gathering;
const programme = `${town}/programme/p1/g1`;
beforeAll(async () => {
	const questions = { most: 10, perMs: 60_000 };
	here = await gathering({ load: { bodies, bytes: 8 * 1024 * 1024 }, sockets: { questions } });
	for (const name of ['adviser', 'colleague']) await here.point.invite(name, 'adviser');
	await here.bring(
		'adviser',
		programme,
		edit((doc) => void doc.getMap('m').set('a', 1))
	);
});
afterAll(() => here.close());

/** An upload that says how much comes, and sends none of it until it is ended. */
function hanging(as: string, bytes: number): { sent: ClientRequest; status: Promise<number> } {
	const headers = { 'x-test-account': as, origin: home, 'content-length': bytes };
	const path = `${here.http}/api/v1/w/${town}/documents/programme/p1/g1/missing`;
	const sent = request(path, { method: 'POST', headers });
	const status = new Promise<number>((resolve) => {
		sent.on('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		sent.on('error', () => resolve(0));
	});
	sent.flushHeaders();
	return { sent, status };
}

describe('bodies on their way', () => {
	test('are so many of one account, then 429 with when to come again; and each that ends makes room', async () => {
		const hung = Array.from({ length: bodies }, () => hanging('adviser', 1));
		// Asked again until the server has all of them: it takes them in the order in which they arrive.
		let refused: Response;
		do refused = await here.ask('adviser', 'documents/programme/p1/g1/missing', { method: 'POST' });
		while (refused.ok);
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
		expect(await refused.json()).toEqual({ error: 'tooMany' });
		// Reading, and everyone else, goes on.
		expect((await here.ask('adviser', 'documents')).status).toBe(200);
		expect((await here.read(programme, 'colleague')).getMap('m').toJSON()).toEqual({ a: 1 });
		for (const { sent } of hung) sent.end(Buffer.of(0));
		expect(await Promise.all(hung.map(({ status }) => status))).toEqual(hung.map(() => 200));
		expect((await here.read(programme, 'adviser')).getMap('m').toJSON()).toEqual({ a: 1 });
	});

	test('that break off make room as well', async () => {
		for (let round = 0; round < 3; round++) {
			const hung = Array.from({ length: bodies }, () => hanging('adviser', 1));
			let response: Response;
			do response = await here.ask('adviser', 'documents/programme/p1/g1/missing', { method: 'POST' });
			while (response.ok);
			for (const { sent } of hung) sent.destroy();
			do response = await here.ask('adviser', 'documents/programme/p1/g1/missing', { method: 'POST' });
			while (!response.ok);
			expect(response.status).toBe(200);
		}
	});

	test('count by what they announce, and one alone is never too much', async () => {
		const load = createLoad({ bodies: 10, bytes: 100 });
		const els = 'els' as never;
		const ends: (() => void)[] = [];
		const carry = (bytes: number, by = els) =>
			load.carry(by, bytes, () => new Promise<string>((resolve) => ends.push(() => resolve('carried'))));
		const first = carry(500);
		await expect(carry(1)).rejects.toMatchObject({ reason: 'tooMany' });
		const other = carry(500, 'jan' as never);
		for (const end of ends.splice(0)) end();
		expect(await Promise.all([first, other])).toEqual(['carried', 'carried']);
		const both = [carry(60), carry(40)];
		await expect(carry(1)).rejects.toMatchObject({ reason: 'tooMany' });
		for (const end of ends.splice(0)) end();
		expect(await Promise.all(both)).toEqual(['carried', 'carried']);
		await expect(load.carry(els, 1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
		expect(await load.carry(els, 100, () => Promise.resolve('again'))).toBe('again');
	});
});

test('questions for whole documents are so many of one account over all its lines, and the others are answered', async () => {
	const els = here.join('colleague', programme);
	await els.synced();
	const lines = [bare(here.dial('adviser', 'documents')), bare(here.dial('adviser', 'documents'))];
	for (const line of lines) {
		line.send(frames.auth(programme));
		await line.next('authenticated');
	}
	for (let n = 0; n < 6; n++) for (const line of lines) line.send(frames.step1(programme));
	expect(await Promise.race(lines.map((line) => line.ended))).toBe(4429);
	els.doc.getMap('m').set('b', 2);
	expect(await els.barrier()).toBe(true);
	const jan = here.join('colleague', programme, new Y.Doc());
	await jan.synced();
	expect(jan.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2 });
	for (const line of lines) line.close();
});
