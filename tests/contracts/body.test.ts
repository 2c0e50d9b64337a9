import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerJson, answerRefusal, Refusal } from '../../src/server/api/answer.ts';
import { readJson } from '../../src/server/api/body.ts';

const mostBytes = 64 * 1024;
let server: Server;
let address = '';

beforeAll(async () => {
	server = createServer((request, response) => {
		readJson(request, v.object({ words: v.string() }), mostBytes).then(
			({ words }) => answerJson(response, 200, { length: words.length }),
			(error: unknown) => answerRefusal(response, error instanceof Refusal ? error : new Refusal('internal'))
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function send(body: Buffer, encoding: string): Promise<[number, unknown]> {
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'content-encoding': encoding },
		body: new Uint8Array(body)
	});
	return [response.status, await response.json()];
}
const said = (length: number) => Buffer.from(JSON.stringify({ words: 'x'.repeat(length) }));

test('a body may come as gzip', async () => {
	expect(await send(gzipSync(said(5000)), 'gzip')).toEqual([200, { length: 5000 }]);
});

test('what is pressed is held to the limit of what is not: a bomb is no way around it', async () => {
	const bomb = gzipSync(said(500 * mostBytes));
	expect(bomb.length).toBeLessThan(mostBytes);
	expect(await send(bomb, 'gzip')).toEqual([413, { error: 'tooLarge' }]);
});

test('what is not what it says it is, or is pressed otherwise, is refused', async () => {
	for (const encoding of ['gzip', 'br', 'gzip, gzip'])
		expect(await send(said(5), encoding), encoding).toEqual([400, { error: 'malformed' }]);
});
