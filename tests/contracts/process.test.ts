import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/server/store/sqlite.ts';

/** `npm start` as a process: what it prints, what it answers, how it ends. */
let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'driehoek-process-'));
	await mkdir(join(folder, 'build'));
	await writeFile(join(folder, 'build', 'index.html'), '<title>Driehoek</title>');
});
afterEach(() => rm(folder, { recursive: true }));

function start(more: Record<string, string> = {}) {
	const { PATH = '' } = process.env;
	const dirs = { STATIC_DIR: join(folder, 'build'), DATA_DIR: join(folder, 'data') };
	const child = spawn(process.execPath, ['src/server/main.ts'], {
		env: { PATH, PORT: '0', ...dirs, ...more },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	const lines: { until: RegExp; found: (text: string) => void }[] = [];
	const hear = (chunk: Buffer) => {
		said += chunk.toString();
		for (const { until, found } of lines) if (until.test(said)) found(said);
	};
	child.stdout.on('data', hear);
	child.stderr.on('data', hear);
	const ended = once(child, 'exit').then(([code]) => code as number | null);
	const heard = (until: RegExp) =>
		new Promise<string>((found, fail) => {
			if (until.test(said)) found(said);
			lines.push({ until, found });
			void ended.then(() => fail(new Error(`ended before ${until}: ${said}`)));
		});
	return { child, heard, ended, said: () => said };
}
const addressIn = (text: string) => /http:\/\/\S+/.exec(text)?.[0] ?? '';

describe('a server that starts', { timeout: 30_000 }, () => {
	test('prints its address first and its setup code while nobody set it up, and answers who watches', async () => {
		const { child, heard, ended } = start({ LOG_LEVEL: 'info' });
		const text = await heard(/code \w{4}-\w{4}/);
		expect(text).toMatch(/^Driehoek: http:\/\/localhost:\d+\n/);
		const address = addressIn(text);
		expect(await (await fetch(address)).text()).toContain('Driehoek');
		expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
		expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' });
		expect(await (await fetch(`${address}/api/v1/server`)).json()).toMatchObject({ isSetUp: false });
		const metrics = await (await fetch(`${address}/metrics`)).text();
		expect(metrics).toContain('process_cpu_seconds_total');
		const headers = { 'x-forwarded-for': '10.0.0.7' };
		expect((await fetch(`${address}/metrics`, { headers })).status).toBe(404);
		await heard(/"GET \/api\/v1\/server"/);
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
	});

	test('that is set up starts again without a code, and with what it held', async () => {
		const first = start();
		const text = await first.heard(/code \w{4}-\w{4}/);
		const address = addressIn(text);
		const code = /code (\S+)/.exec(text)?.[1];
		const headers = { origin: address, 'content-type': 'application/json' };
		const body = JSON.stringify({ code, name: 'Els' });
		const answer = await fetch(`${address}/api/v1/setup`, { method: 'POST', headers, body });
		const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe(0);
		expect((await readdir(join(folder, 'data'))).filter((name) => name.endsWith('-wal'))).toEqual([]);
		const second = start();
		const again = addressIn(await second.heard(/http:\S+/));
		const me = (await (await fetch(`${again}/api/v1/me`, { headers: { cookie } })).json()) as {
			name: string;
		};
		expect(me.name).toBe('Els');
		second.child.kill('SIGTERM');
		expect(await second.ended).toBe(0);
		expect(second.said()).not.toContain('code');
		const store = await openSqlite(join(folder, 'data', 'driehoek.db'));
		expect(await store.signIns.setUpBy()).not.toBeNull();
		await store.close();
	});

	test('that is stopped takes nothing new and finishes what it was asked', async () => {
		const { child, heard, ended, said } = start();
		const text = await heard(/code \w{4}-\w{4}/);
		const address = addressIn(text);
		const body = JSON.stringify({ code: /code (\S+)/.exec(text)?.[1], name: 'Els' });
		const json = { origin: address, 'content-type': 'application/json', 'content-length': body.length };
		const headers = { ...json, connection: 'close', expect: '100-continue' };
		const slow = request(`${address}/api/v1/setup`, { method: 'POST', headers });
		const answered = once(slow, 'response') as Promise<[IncomingMessage]>;
		slow.flushHeaders();
		await once(slow, 'continue');
		slow.write(body.slice(0, 10));
		child.kill('SIGTERM');
		// It gives who is being answered three seconds.
		const knock = () => fetch(address).catch(() => 'nobody');
		await expect.poll(knock, { interval: 20, timeout: 2500 }).toBe('nobody');
		slow.end(body.slice(10));
		const [answer] = await answered;
		answer.resume();
		expect([answer.statusCode, await ended]).toEqual([200, 0]);
		const store = await openSqlite(join(folder, 'data', 'driehoek.db'));
		expect(await store.signIns.setUpBy(), said()).not.toBeNull();
		await store.close();
	});

	test('with a folder it cannot use hands out the app, and says in a sentence that it keeps nothing', async () => {
		const file = join(folder, 'a-file');
		await writeFile(file, '');
		const { child, heard, ended, said } = start({ DATA_DIR: file });
		const address = addressIn((await heard(/Driehoek: http:\S+/)).split('Driehoek:')[1] ?? '');
		expect(said()).toContain('Make the folder writable');
		expect((await fetch(address)).status).toBe(200);
		const server = await fetch(`${address}/api/v1/server`);
		expect([server.status, await server.json()]).toEqual([503, { error: 'unavailable' }]);
		const ready = await fetch(`${address}/readyz`);
		expect([ready.status, await ready.json()]).toEqual([503, { status: 'notReady', why: 'noMeetingPoint' }]);
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
	});

	test('in a folder where another one works says so and ends; killed, that one leaves nothing in the way', async () => {
		const first = start();
		const address = addressIn(await first.heard(/code \w{4}-\w{4}/));
		const second = start();
		expect(await second.ended).toBe(1);
		expect(second.said()).toContain('Another server works in the data folder');
		expect(second.said()).not.toContain('http:');
		expect((await fetch(`${address}/readyz`)).status).toBe(200);
		first.child.kill('SIGKILL');
		await first.ended;
		const third = start();
		const again = addressIn(await third.heard(/http:\S+/));
		expect((await fetch(`${again}/readyz`)).status).toBe(200);
		third.child.kill('SIGTERM');
		expect(await third.ended).toBe(0);
	});

	test('waits for one that is stopping, and goes on in its folder', async () => {
		const first = start();
		await first.heard(/code \w{4}-\w{4}/);
		const second = start();
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe(0);
		const address = addressIn(await second.heard(/http:\S+/));
		expect((await fetch(`${address}/readyz`)).status).toBe(200);
		second.child.kill('SIGTERM');
		expect(await second.ended).toBe(0);
	});

	test('with a wrong configuration says each fault in a sentence, and does not start', async () => {
		const { ended, said } = start({ PORT: 'x', LOG_LEVEL: 'loud' });
		expect(await ended).toBe(1);
		expect(said().trim().split('\n')).toHaveLength(2);
		expect(await readdir(folder)).toEqual(['build']);
	});

	test('logs roads and numbers: no name, no body, no secret, no address', async () => {
		const { child, heard, ended, said } = start({ LOG_LEVEL: 'debug' });
		const text = await heard(/code \w{4}-\w{4}/);
		const address = addressIn(text);
		const code = /code (\S+)/.exec(text)?.[1] ?? '';
		const headers = { origin: address, 'content-type': 'application/json' };
		const post = (path: string, body: object, more = {}) =>
			fetch(`${address}/api/v1/${path}`, {
				...{ method: 'POST', body: JSON.stringify(body), headers: { ...headers, ...more } }
			});
		const answer = await post('setup', { code, name: 'Achternaam' });
		const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
		await post('invites/a-secret-of-a-link', { name: 'Voornaam' });
		await fetch(`${address}/api/v1/me?who=Achternaam`, { headers: { cookie } });
		await heard(/GET \/api\/v1\/me/);
		child.kill('SIGTERM');
		await ended;
		const logs = said().slice(text.length);
		expect(logs).toContain('"about":"POST /api/v1/invites/…"');
		for (const secret of [
			'Achternaam',
			'Voornaam',
			'a-secret',
			code,
			'127.0.0.1',
			cookie.split('=')[1] ?? ''
		])
			expect(logs, secret).not.toContain(secret);
	});
});
