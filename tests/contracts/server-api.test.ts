import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeviceId } from '#lib/domain/id.ts';
import { roles } from '#lib/domain/access/matrix.ts';
import { maxBatchBytes, maxBatchFacts } from '#lib/protocol/limits.ts';
import { batchAnswer, errorAnswer, pullPage } from '#lib/protocol/messages.ts';
import { createApi } from '../../src/server/api/api.ts';
import { folderBlobs } from '../../src/server/blobs/folder.ts';
import { createHandler } from '../../src/server/handler.ts';
import { done } from '../simulation/support/facts.ts';
import { otherTown, town } from '../simulation/support/grants.ts';
import { meetingPoint, type Point, type Tablet } from './support/meeting-point.ts';
import { credulous, servers } from './support/served.ts';

const home = 'https://driehoek.example';
const bytes = Buffer.from('a photo of a lamp post, '.repeat(200));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const photos = [{ sha256, bytes: bytes.length, width: 4, height: 3 }];

let folder: string;
let point: Point;
let tablet: Tablet;
const { serve, close } = servers();
let address: string;
let closedAddress: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'driehoek-api-'));
	point = await meetingPoint(folderBlobs(folder));
	for (const role of roles) await point.invite(role, role);
	for (const role of roles) await point.invite(`${role}-there`, role, { workspace: otherTown });
	tablet = await point.device('fieldOfficer');
	const origins = new Set([home]);
	address = await serve(
		createHandler(undefined, createApi({ meeting: point, identity: credulous, origins }))
	);
	closedAddress = await serve(createHandler());
});
afterAll(async () => {
	await close();
	await point.store.close();
	await rm(folder, { recursive: true });
});

interface Asking extends RequestInit {
	as?: string | null;
	from?: string | null;
	body?: string | Buffer<ArrayBuffer>;
}
function ask(path: string, { as = 'fieldOfficer', from = home, headers, ...rest }: Asking = {}) {
	const said = new Headers(headers);
	if (as !== null) said.set('x-test-account', as);
	if (from !== null) said.set('origin', from);
	return fetch(`${address}/api/v1/w/${path}`, { ...rest, headers: said });
}
const post = (path: string, body: unknown, more: Asking = {}) =>
	ask(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
		...more
	});
const put = (body: Buffer<ArrayBuffer>, more: Asking = {}, named = sha256) =>
	ask(`${town}/blobs/${named}`, { method: 'PUT', body, ...more });
const errorOf = async (response: Response) => [
	response.status,
	v.parse(errorAnswer, await response.json()).error
];
const everyAddress = [
	['POST', 'facts'],
	['GET', 'facts'],
	['POST', 'devices'],
	['PUT', `blobs/${sha256}`],
	['GET', `blobs/${sha256}`]
] as const;

describe('without anyone who can say who is asking', () => {
	test.each(everyAddress)('%s %s answers 401 with a reason', async (method, what) => {
		const response = await fetch(`${closedAddress}/api/v1/w/${town}/${what}`, { method });
		expect(await errorOf(response)).toEqual([401, 'signedOut']);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		const signedOut = await ask(`${town}/${what}`, { method, as: null });
		expect(await errorOf(signedOut)).toEqual([401, 'signedOut']);
	});
});

describe('a write comes from an origin on the list', () => {
	test.each([
		['evil', 'https://evil.example'],
		['look-alike', 'https://driehoek.example.evil.example'],
		['another scheme', 'http://driehoek.example'],
		['another port', 'https://driehoek.example:8443'],
		['null', 'null'],
		['absent', null]
	])('%s: refused', async (_, from) => {
		expect(await errorOf(await post(`${town}/facts`, { facts: [] }, { from }))).toEqual([
			403,
			'originNotAllowed'
		]);
		expect(await errorOf(await put(bytes, { from }))).toEqual([403, 'originNotAllowed']);
	});
});

describe('what the API takes', () => {
	test('is JSON, by name and in fact', async () => {
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])
			expect(
				await errorOf(await post(`${town}/facts`, '{"facts":[]}', { headers: { 'content-type': type } }))
			).toEqual([415, 'notJson']);
		for (const body of ['{', '[]', '{"facts":1}', ''])
			expect(await errorOf(await post(`${town}/facts`, body)), body).toEqual([400, 'malformed']);
	});

	test('is no more than the limits say, announced or not', async () => {
		const many = { facts: Array.from({ length: maxBatchFacts + 1 }, () => null) };
		expect(await errorOf(await post(`${town}/facts`, many))).toEqual([400, 'malformed']);
		const large = JSON.stringify({ facts: ['x'.repeat(maxBatchBytes)] });
		expect(await errorOf(await post(`${town}/facts`, large))).toEqual([413, 'tooLarge']);
		expect(await sendInPieces(large)).toBe(413);
		expect((await post(`${town}/facts`, { facts: [] })).status).toBe(200);
	});

	/** Without a length said beforehand. */
	function sendInPieces(body: string): Promise<number> {
		const headers = { origin: home, 'x-test-account': 'fieldOfficer', 'content-type': 'application/json' };
		return new Promise((resolve, reject) => {
			const sent = httpRequest(`${address}/api/v1/w/${town}/facts`, { method: 'POST', headers });
			sent.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject);
			for (let at = 0; at < body.length; at += 50_000) sent.write(body.slice(at, at + 50_000));
			sent.end();
		});
	}

	test('is asked for by its own verbs and a cursor that is a number', async () => {
		const wrong = await ask(`${town}/facts`, { method: 'DELETE' });
		expect(wrong.headers.get('allow')).toBe('GET, POST');
		expect(await errorOf(wrong)).toEqual([405, 'methodNotAllowed']);
		expect(await errorOf(await ask(`${town}/devices`, { method: 'PUT' }))).toEqual([405, 'methodNotAllowed']);
		expect(await errorOf(await ask(`${town}/facts?after=-1`))).toEqual([400, 'malformed']);
	});
});

describe('facts over HTTP', () => {
	test('[S3] [S4] go in by one and come out to another, in words that the protocol knows', async () => {
		const facts = [await tablet.say(done({ photos })), await tablet.say(done())];
		const answer = v.parse(batchAnswer, await (await post(`${town}/facts`, { facts })).json());
		expect(answer.verdicts.map(({ verdict }) => verdict)).toEqual(['stored', 'stored']);
		expect(answer.receipts).toMatchObject([{ device: tablet.id, upTo: 2 }]);
		const page = v.parse(pullPage, await (await ask(`${town}/facts?after=0`, { as: 'adviser' })).json());
		expect(page.facts.map(({ fact }) => fact)).toEqual(facts);
		const [, { attested }] = page.facts as [unknown, (typeof page.facts)[0]];
		const later = await ask(`${town}/facts?after=${attested.seq}`, { as: 'adviser' });
		expect(v.parse(pullPage, await later.json()).facts).toEqual([]);
	});

	test('a device is made known once', async () => {
		const said = { device: 'tablet-9', publicKey: tablet.signer.publicKey };
		expect((await post(`${town}/devices`, said)).status).toBe(200);
		expect((await post(`${town}/devices`, said)).status).toBe(200);
		expect(await errorOf(await post(`${town}/devices`, said, { as: 'lead' }))).toEqual([409, 'deviceTaken']);
		expect((await point.store.people.device(town, 'tablet-9' as DeviceId))?.account).toBe('fieldOfficer');
	});
});

describe('blobs over HTTP', () => {
	const path = `${town}/blobs/${sha256}`;
	const head = (as = 'fieldOfficer') => ask(path, { method: 'HEAD', as });
	const piece = (from: number, to: number) =>
		put(bytes.subarray(from, to), {
			headers: { 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` }
		});

	test('[S8.1] are taken only when a fact names them', async () => {
		const other = createHash('sha256').update('x').digest('hex');
		expect(await errorOf(await put(Buffer.from('x'), {}, other))).toEqual([404, 'notFound']);
	});

	test('[S8.3] go on where they broke off, and are there when they are whole', async () => {
		expect((await head()).headers.get('upload-offset')).toBe('0');
		expect((await piece(0, 1000)).status).toBe(202);
		const offset = await head();
		expect([offset.status, offset.headers.get('upload-offset')]).toEqual([404, '1000']);
		expect(await errorOf(await ask(path))).toEqual([404, 'notFound']);
		const hole = await piece(2000, 3000);
		expect(hole.headers.get('upload-offset')).toBe('1000');
		expect(await errorOf(hole)).toEqual([409, 'wrongOffset']);
		expect((await piece(1000, bytes.length)).status).toBe(200);
		const whole = await ask(path, { as: 'adviser' });
		expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes);
		expect((await put(bytes)).status).toBe(200);
	});

	test('never run as a page and stay in no cache', async () => {
		const { headers } = await ask(path);
		expect(headers.get('content-type')).toBe('application/octet-stream');
		expect(headers.get('content-disposition')).toBe('attachment');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('cache-control')).toBe('no-store');
	});

	test.each([
		['bytes=0-9', 206, 0, 10],
		['bytes=4790-', 206, 4790, 4800],
		['bytes=-10', 206, 4790, 4800],
		['bytes=0-99999', 206, 0, 4800],
		['bytes=0-1,5-6', 200, 0, 4800]
	])('are given in the range %s', async (range, status, from, to) => {
		const response = await ask(path, { headers: { range } });
		expect(response.status).toBe(status);
		expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes.subarray(from, to));
	});

	test('have no range beyond their end', async () => {
		const response = await ask(path, { headers: { range: 'bytes=4800-' } });
		expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */4800']);
	});

	test('of other bytes, or of more than a photo has, are refused', async () => {
		const named = createHash('sha256').update('else').digest('hex');
		const fact = await tablet.say(done({ photos: [{ ...photos[0]!, sha256: named }] }));
		await post(`${town}/facts`, { facts: [fact] });
		expect(await errorOf(await put(bytes, {}, named))).toEqual([422, 'hashMismatch']);
		const headers = { 'content-range': 'bytes 0-9/99999999' };
		expect(await errorOf(await put(bytes, { headers }, named))).toEqual([413, 'tooLarge']);
		const odd = { 'content-range': 'bytes 9-0/10' };
		expect(await errorOf(await put(bytes, { headers: odd }, named))).toEqual([400, 'malformed']);
	});

	test('of confidential facts only are read with a line in the audit log', async () => {
		const secret = Buffer.from('a secret photo');
		const named = createHash('sha256').update(secret).digest('hex');
		const payload = done({ photos: [{ ...photos[0]!, sha256: named }] });
		const fact = await tablet.say(payload, { confidentiality: 'confidential' });
		await post(`${town}/facts`, { facts: [fact] });
		await put(secret, {}, named);
		await (await ask(`${town}/blobs/${named}`, { as: 'lead' })).arrayBuffer();
		await (await ask(path, { as: 'lead' })).arrayBuffer();
		const lines = await point.store.audit.lines(town, 0, 100);
		const read = lines.filter(({ action, actor }) => action === 'confidentialRead' && actor === 'lead');
		expect(read.map(({ object }) => object)).toEqual([`blob ${named}`]);
	});

	test('are for who may read a fact that names them', async () => {
		const statuses = await Promise.all(roles.map(async (as) => [as, (await head(as)).status]));
		const readers = statuses.filter(([, status]) => status === 200).map(([role]) => role);
		expect(readers).toEqual(['adviser', 'lead', 'fieldOfficer', 'board', 'partner']);
	});
});

describe('two municipalities never meet', () => {
	test.each(roles)(
		'a %s of the one asks the other: 0 hits, and no other answer than for nowhere',
		async (role) => {
			for (const [method, what] of everyAddress) {
				const headers = { 'content-type': 'application/json' };
				const answers = await Promise.all(
					[town, 'nowhere'].map(async (workspace) => {
						const asked = {
							method,
							headers,
							as: `${role}-there`,
							...(method === 'GET' ? {} : { body: '{}' })
						};
						const response = await ask(`${workspace}/${what}`, asked);
						const sent = [...response.headers].filter(([name]) => name !== 'date');
						return [response.status, await response.text(), sent];
					})
				);
				expect(answers[0]).toEqual(answers[1]);
				expect(answers[0]?.[0]).toBe(404);
			}
		}
	);
});

test('what was not expected is answered once, without a word of what it was', async () => {
	const broken = { of: () => Promise.reject(new Error('secret')) };
	const api = createApi({ meeting: point, identity: broken, origins: new Set() });
	const at = await serve(createHandler(undefined, api));
	const said: unknown[] = [];
	const original = console.error;
	console.error = (...words: unknown[]) => void said.push(...words);
	const response = await fetch(`${at}/api/v1/w/${town}/facts`);
	console.error = original;
	expect(await response.text()).toBe('{"error":"internal"}');
	expect(String(said[1])).toContain('secret');
});
