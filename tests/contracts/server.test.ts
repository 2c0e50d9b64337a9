import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandler } from '../../src/server/handler.ts';
import { serveBuild } from '../../src/server/static.ts';

let folder: string;
let server: Server;
let address: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'driehoek-server-'));
	await put('build/index.html', '<title>Driehoek</title>');
	await put('build/service-worker.js', '// worker');
	await put('build/_app/immutable/entry/now.js', '// now');
	await put('build/.well-known/security.txt', 'Contact: mailto:a@example.org');
	await put('build-previous/index.html', '<title>before</title>');
	await put('build-previous/_app/immutable/entry/before.js', '// before');
	await writeFile(join(folder, 'secret.txt'), 'secret');

	const handler = createHandler(serveBuild(join(folder, 'build')));
	server = createServer((request, response) => handler(request, response, () => response.end()));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	await rm(folder, { recursive: true, force: true });
});

async function put(path: string, text: string) {
	await mkdir(join(folder, path, '..'), { recursive: true });
	await writeFile(join(folder, path), text);
}

const ask = (path: string, init?: RequestInit) => fetch(`${address}${path}`, init);

describe('the server hands out the app', () => {
	test('the shell at the root and at any address of a screen', async () => {
		for (const path of ['/', '/programma', '/programma/maatregel/0198c0de', '/plan?thema=2']) {
			const response = await ask(path);
			expect(response.status, path).toBe(200);
			expect(await response.text(), path).toContain('<title>Driehoek</title>');
		}
	});

	test('the shell and the service worker are asked for again each time', async () => {
		for (const path of ['/', '/index.html', '/programma', '/service-worker.js']) {
			expect((await ask(path)).headers.get('cache-control'), path).toBe('no-cache');
		}
	});

	test('a file with a hash in its name is kept for good', async () => {
		const response = await ask('/_app/immutable/entry/now.js');
		expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
	});

	test('the chunks of the release before this one are still there, its shell is not', async () => {
		const chunk = await ask('/_app/immutable/entry/before.js');
		expect(chunk.status).toBe(200);
		expect(chunk.headers.get('cache-control')).toContain('immutable');
		expect(await (await ask('/')).text()).not.toContain('before');
	});

	test('security.txt is found where it is looked for', async () => {
		expect(await (await ask('/.well-known/security.txt')).text()).toContain('Contact:');
	});
});

describe('what is not there is not the app', () => {
	test('a file that is missing is an error, so that a browser never runs the shell as a script', async () => {
		for (const path of ['/_app/immutable/entry/gone.js', '/photo.png', '/.env']) {
			const response = await ask(path);
			expect(response.status, path).toBe(404);
			expect(response.headers.get('content-type'), path).toContain('application/json');
		}
	});

	test('an unknown address for programs answers JSON', async () => {
		for (const path of ['/api', '/api/unknown', '/auth/login', '/sync/x', '/metrics', '/healthz/x']) {
			const response = await ask(path);
			expect(response.status, path).toBe(404);
			expect(await response.json(), path).toEqual({ error: 'notFound' });
		}
	});

	test('nothing outside the build is handed out', async () => {
		for (const path of [
			'/..%2fsecret.txt',
			'/%2e%2e/secret.txt',
			'/_app/immutable/..%2f..%2f..%2fsecret.txt'
		]) {
			expect(await (await ask(path)).text(), path).not.toContain('secret');
		}
	});

	test('files are read, never written', async () => {
		for (const method of ['POST', 'PUT', 'DELETE']) {
			const response = await ask('/programma', { method });
			expect(response.status, method).toBe(405);
			expect(response.headers.get('allow')).toBe('GET, HEAD');
		}
	});
});

describe('every answer is guarded', () => {
	const everyKind = ['/', '/programma', '/service-worker.js', '/healthz', '/api/unknown', '/gone.js'];

	test.each(everyKind)('%s carries the safety headers', async (path) => {
		const { headers } = await ask(path);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	});

	test('a script that may become a worker brings a full policy of its own', async () => {
		const { headers } = await ask('/service-worker.js');
		expect(headers.get('content-security-policy')).toContain("default-src 'self'");
	});

	test('https is demanded from then on only where it is used', async () => {
		expect((await ask('/')).headers.get('strict-transport-security')).toBeNull();
		const { headers } = await ask('/', { headers: { 'x-forwarded-proto': 'https' } });
		expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
	});
});

test('/healthz says that the server lives, and is never kept', async () => {
	const response = await ask('/healthz');
	expect(await response.json()).toEqual({ status: 'ok' });
	expect(response.headers.get('cache-control')).toBe('no-store');
});

test('without a build the server says what to do', () => {
	expect(() => serveBuild(join(folder, 'nothing'))).toThrow('npm start');
});
