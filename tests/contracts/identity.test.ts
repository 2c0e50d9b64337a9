import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId } from '#lib/domain/id.ts';
import { serverLog } from '../../src/server/audit/entry.ts';
import { verifyLog } from '../../src/server/audit/verify.ts';
import { freshCodes } from '../../src/server/identity/recovery.ts';
import { authenticator } from './support/authenticator.ts';
import { openHouse, rpId, type Browser, type House } from './support/house.ts';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(async () => {
	expect(house.faults).toEqual([]);
	expect(await verifyLog(house.store.audit, serverLog)).toEqual([]);
	await house.close();
});

const actions = async () =>
	(await house.store.audit.lines(serverLog, 0, 1000)).map(
		({ action, result, reason }) => `${action} ${result} ${reason}`
	);
const dayMs = 24 * 60 * 60_000;

describe('the first account', () => {
	const said = async () => ({ code: await house.point.setupCode(), name: 'Els' });

	test('is made with the code of the console, once, and is signed in', async () => {
		const { els, account } = await house.setUp();
		expect(await els.says('GET', 'me')).toMatchObject({ account, name: 'Els', passkeys: 0, workspaces: [] });
		expect(await house.point.setupCode()).toBeNull();
		const again = { code: 'AAAA-AAAA', name: 'Jan' };
		expect(await house.browser().refusal('POST', 'setup', again)).toBe('409 alreadySetUp');
		expect(await actions()).toEqual([
			'setUp done null',
			'recoveryCodesMade done null',
			'signedIn done setup'
		]);
	});

	test('of two at once is one', async () => {
		const body = await said();
		const both = await Promise.all([1, 2].map(() => house.browser().ask('POST', 'setup', body)));
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	});

	test.each([
		['x-forwarded-for', '10.0.0.7'],
		['forwarded', 'for=10.0.0.7'],
		['via', '1.1 proxy'],
		['x-forwarded-proto', 'https'],
		['x-real-ip', '10.0.0.7'],
		['cf-connecting-ip', '10.0.0.7']
	])('is not made from behind a proxy (%s), whatever the code', async (name, value) => {
		const headers = { [name]: value };
		expect(await house.browser().refusal('POST', 'setup', await said(), { headers })).toBe('404 notFound');
	});

	test('is not made over a line as a proxy without settings makes it', async () => {
		const body = JSON.stringify(await said());
		const head = [
			'POST /api/v1/setup HTTP/1.0',
			`Host: localhost:${house.port}`,
			`Origin: ${house.origin}`,
			'Content-Type: application/json',
			`Content-Length: ${Buffer.byteLength(body)}`
		];
		const socket = connect(house.port, '127.0.0.1');
		socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
		let answer = '';
		for await (const chunk of socket) answer += String(chunk);
		expect(answer).toMatch(/^HTTP\/1\.1 404 /);
	});

	test('is not made under another name than this machine’s', async () => {
		expect(await asHost('driehoek.example', await said())).toBe(404);
		expect(await asHost(`localhost:${house.port}`, await said())).toBe(200);
	});

	function asHost(host: string, body: object): Promise<number> {
		const headers = { host, origin: house.origin, 'content-type': 'application/json' };
		const to = { port: house.port, host: '127.0.0.1', path: '/api/v1/setup', method: 'POST', headers };
		return new Promise((resolve, reject) => {
			const sent = httpRequest(to, (response) => resolve(response.resume().statusCode ?? 0));
			sent.on('error', reject).end(JSON.stringify(body));
		});
	}

	test('is not guessed: after ten wrong codes also the right one waits', async () => {
		const anyone = house.browser();
		const answers = new Map<string, number>();
		for (let n = 0; n < 30; n++) {
			const word = await anyone.refusal('POST', 'setup', { code: `AAAA-${1000 + n}`, name: 'x' });
			answers.set(word, (answers.get(word) ?? 0) + 1);
		}
		expect(Object.fromEntries(answers)).toEqual({ '403 notRecognised': 10, '429 tooMany': 20 });
		expect(await anyone.refusal('POST', 'setup', await said())).toBe('429 tooMany');
		house.pass(61 * 60_000);
		expect(await anyone.says('POST', 'setup', await said())).toHaveProperty('account');
	});

	test('shows its way in on this machine only, and only until it is there', async () => {
		const ways = async (headers: Record<string, string> = {}) =>
			((await house.browser().says('GET', 'server', undefined, { headers })) as { ways: string[] }).ways;
		expect(await ways()).toContain('setupCode');
		expect(await ways({ 'x-forwarded-for': '10.0.0.7' })).not.toContain('setupCode');
		await house.setUp();
		expect(await ways()).toEqual(['passkey', 'recovery']);
	});
});

type Begun = { options: { challenge: string } };
const begin = async (browser: Browser, road: string) =>
	((await browser.says('POST', `${road}/begin`)) as Begun).options;

describe('a passkey', () => {
	async function withKey() {
		const { els, account } = await house.setUp();
		const key = authenticator(house.origin, rpId);
		const response = key.register(await begin(els, 'passkeys'));
		const { recoveryCodes } = (await els.says('POST', 'passkeys', { response })) as {
			recoveryCodes: string[];
		};
		return { els, account, key, recoveryCodes };
	}

	test('is added, and signs in on another device; the first one brings ten recovery codes', async () => {
		const { els, account, key, recoveryCodes } = await withKey();
		expect(new Set(recoveryCodes).size).toBe(10);
		const laptop = house.browser();
		const response = key.assert(await begin(laptop, 'sign-in'));
		expect(await laptop.says('POST', 'sign-in', { response, deviceName: 'Laptop' })).toEqual({ account });
		const other = authenticator(house.origin, rpId);
		const second = other.register(await begin(els, 'passkeys'));
		expect(await els.says('POST', 'passkeys', { response: second })).toEqual({ recoveryCodes: null });
		expect(await laptop.says('GET', 'me')).toMatchObject({ passkeys: 2, recoveryCodesLeft: 10 });
		expect((await actions()).slice(-2)).toEqual(['signedIn done passkey', 'passkeyAdded done null']);
	});

	test('signs in once per challenge, within five minutes, to a challenge of ours', async () => {
		const { key } = await withKey();
		const laptop = house.browser();
		const answer = key.assert(await begin(laptop, 'sign-in'));
		await laptop.says('POST', 'sign-in', { response: answer });
		expect(await laptop.refusal('POST', 'sign-in', { response: answer })).toBe('403 notRecognised');
		const late = key.assert(await begin(laptop, 'sign-in'));
		house.pass(5 * 60_000);
		expect(await laptop.refusal('POST', 'sign-in', { response: late })).toBe('403 notRecognised');
		const own = key.assert({ challenge: 'bWFkZSB1cA' });
		expect(await laptop.refusal('POST', 'sign-in', { response: own })).toBe('403 notRecognised');
	});

	test('a challenge for adding a key is none for signing in, nor for the key of another', async () => {
		const { els, key } = await withKey();
		const forAdding = await begin(els, 'passkeys');
		const response = key.assert(forAdding);
		expect(await house.browser().refusal('POST', 'sign-in', { response })).toBe('403 notRecognised');
		const made = authenticator(house.origin, rpId).register(await begin(house.browser(), 'sign-in'));
		expect(await els.refusal('POST', 'passkeys', { response: made })).toBe('403 notRecognised');
	});

	test.each([
		['another site', { origin: 'https://evil.example' }],
		['another domain', { rpId: 'evil.example' }],
		['a counter that went back', { counter: 0 }]
	])('that answers for %s is refused', async (_, lies) => {
		const { key } = await withKey();
		const laptop = house.browser();
		await laptop.says('POST', 'sign-in', { response: key.assert(await begin(laptop, 'sign-in')) });
		const response = key.assert(await begin(laptop, 'sign-in'), lies);
		expect(await laptop.refusal('POST', 'sign-in', { response })).toBe('403 notRecognised');
	});

	test('of someone else does not sign in under this name, and cannot be added twice', async () => {
		const { els, key } = await withKey();
		const forger = authenticator(house.origin, rpId);
		const laptop = house.browser();
		const response = forger.assert(await begin(laptop, 'sign-in'), { id: key.id });
		expect(await laptop.refusal('POST', 'sign-in', { response })).toBe('403 notRecognised');
		const again = key.register(await begin(els, 'passkeys'));
		expect(await els.refusal('POST', 'passkeys', { response: again })).toBe('403 notRecognised');
		const lines = await house.store.audit.lines(serverLog, 0, 100);
		expect(lines.filter(({ result }) => result === 'refused')).toHaveLength(1);
	});
});

describe('a recovery code', () => {
	test('signs in once, however it was typed', async () => {
		const { account, recoveryCode } = await house.setUp();
		const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
		const phone = house.browser();
		expect(await phone.says('POST', 'sign-in/recovery', { code: typed })).toEqual({ account });
		expect(await phone.refusal('POST', 'sign-in/recovery', { code: typed })).toBe('403 notRecognised');
	});

	test('of before is nothing when new ones are made', async () => {
		const { els, recoveryCode } = await house.setUp();
		const { recoveryCodes } = (await els.says('POST', 'recovery-codes')) as { recoveryCodes: string[] };
		const code = recoveryCode;
		expect(await house.browser().refusal('POST', 'sign-in/recovery', { code })).toBe('403 notRecognised');
		await house.browser().says('POST', 'sign-in/recovery', { code: recoveryCodes[3] });
		expect(await els.says('GET', 'me')).toMatchObject({ recoveryCodesLeft: 9 });
	});

	test(
		'is not guessed in 1,000 tries, and whoever holds one still comes in',
		{ timeout: 30_000 },
		async () => {
			const { recoveryCode } = await house.setUp();
			const guesser = house.browser();
			const answers = new Map<string, number>();
			for (let n = 0; n < 1000; n++) {
				const code = `ZZZZ-ZZZZ-${String(n).padStart(4, '0')}-AAAA-AAAA`;
				const word = await guesser.refusal('POST', 'sign-in/recovery', { code });
				answers.set(word, (answers.get(word) ?? 0) + 1);
			}
			expect(Object.fromEntries(answers)).toEqual({ '403 notRecognised': 100, '429 tooMany': 900 });
			await house.browser().says('POST', 'sign-in/recovery', { code: recoveryCode });
			expect(await house.store.audit.lines(serverLog, 0, 1000)).toHaveLength(3 + 100 + 1);
		}
	);

	test('that is known by half stands ten guesses, then waits an hour', async () => {
		const { recoveryCode } = await house.setUp();
		const half = recoveryCode.slice(0, 10);
		const words: string[] = [];
		for (let n = 0; n < 12; n++)
			words.push(
				await house.browser().refusal('POST', 'sign-in/recovery', { code: `${half}AAAA-AAAA-AA${10 + n}` })
			);
		expect(new Set(words.slice(0, 10))).toEqual(new Set(['403 notRecognised']));
		expect(new Set(words.slice(10))).toEqual(new Set(['429 tooMany']));
		const waits = await house.browser().ask('POST', 'sign-in/recovery', { code: recoveryCode });
		expect([waits.status, Number(waits.headers.get('retry-after')) > 3500]).toEqual([429, true]);
		house.pass(61 * 60_000);
		await house.browser().says('POST', 'sign-in/recovery', { code: recoveryCode });
	});
});

describe('a session', () => {
	test('comes from the server: what a browser brought along never becomes one', async () => {
		const { recoveryCode } = await house.setUp();
		const planted = house.browser();
		planted.held.cookie = 'driehoek=planted-by-someone-who-waits';
		await planted.says('POST', 'sign-in/recovery', { code: recoveryCode });
		expect(planted.held.cookie).not.toContain('planted');
		const thief = house.browser();
		thief.held.cookie = 'driehoek=planted-by-someone-who-waits';
		expect(await thief.refusal('GET', 'me')).toBe('401 signedOut');
	});

	test('is another one after signing in again, and the one before it ends', async () => {
		const { els } = await house.setUp();
		const before = els.held.cookie;
		const { recoveryCodes } = (await els.says('POST', 'recovery-codes')) as { recoveryCodes: string[] };
		await els.says('POST', 'sign-in/recovery', { code: recoveryCodes[0] });
		expect(els.held.cookie).not.toBe(before);
		const old = house.browser();
		old.held.cookie = before;
		expect(await old.refusal('GET', 'me')).toBe('401 signedOut');
		expect(house.told.map(([what]) => what)).toEqual(['sessionEnded']);
	});

	test('is known by its hash only: the store signs nobody in', async () => {
		const { els, account } = await house.setUp();
		const token = els.held.cookie.slice('driehoek='.length);
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		expect(await house.store.signIns.session(token)).toBeNull();
		const [open] = await house.store.signIns.sessionsOf(account as AccountId);
		for (const made of [open!.id, `driehoek=${open!.id}`]) {
			const thief = house.browser();
			thief.held.cookie = `driehoek=${made}`;
			expect(await thief.refusal('GET', 'me')).toBe('401 signedOut');
		}
	});

	test('is listed, and ended from afar, and whoever listens hears it', async () => {
		const { els, account, recoveryCode } = await house.setUp();
		const tablet = house.browser();
		await tablet.says('POST', 'sign-in/recovery', { code: recoveryCode, deviceName: 'Tablet' });
		type Listed = { sessions: { id: string; deviceName: string | null; isThisOne: boolean }[] };
		const { sessions } = (await els.says('GET', 'sessions')) as Listed;
		expect(sessions.map(({ deviceName, isThisOne }) => [deviceName, isThisOne])).toContainEqual([
			'Tablet',
			false
		]);
		const { id } = sessions.find(({ deviceName }) => deviceName === 'Tablet')!;
		await els.says('DELETE', `sessions/${id}`);
		expect(house.told).toEqual([['sessionEnded', { session: id, account }]]);
		expect(await tablet.refusal('GET', 'me')).toBe('401 signedOut');
		expect(await els.refusal('DELETE', `sessions/${id}`)).toBe('404 notFound');
	});

	test('ends by signing out, after a month unused, and after half a year', async () => {
		const { els, recoveryCode } = await house.setUp();
		const cookie = els.held.cookie;
		await els.says('POST', 'sign-out');
		expect(els.held.cookie).toBe('');
		els.held.cookie = cookie;
		expect(await els.refusal('GET', 'me')).toBe('401 signedOut');
		const tablet = house.browser();
		await tablet.says('POST', 'sign-in/recovery', { code: recoveryCode });
		const { recoveryCodes } = (await tablet.says('POST', 'recovery-codes')) as { recoveryCodes: string[] };
		house.pass(31 * dayMs);
		expect(await tablet.refusal('GET', 'me')).toBe('401 signedOut');
		await tablet.says('POST', 'sign-in/recovery', { code: recoveryCodes[0] });
		for (let month = 0; month < 6; month++) {
			await tablet.says('GET', 'me');
			house.pass(29 * dayMs);
		}
		expect(await tablet.says('GET', 'me')).toHaveProperty('account');
		house.pass(7 * dayMs);
		expect(await tablet.refusal('GET', 'me')).toBe('401 signedOut');
	});
});

test(
	'two hundred people sign in from one town hall at once, while someone there guesses',
	{ timeout: 30_000 },
	async () => {
		const { store, point } = house;
		const given: string[] = [];
		await store.atomically(async (inside) => {
			for (let n = 0; n < 200; n++) {
				const id = `account-${n}` as AccountId;
				await inside.people.addAccount({ id, name: `P${n}`, createdAt: 1, endedAt: null });
				given.push(...(await freshCodes(point.meeting.ports, inside, id, 'test', 1)));
			}
		});
		const guess = (n: number) =>
			house.browser().refusal('POST', 'sign-in/recovery', { code: `YYYY-YYYY-${1000 + n}` });
		const guesses: string[] = [];
		for (let n = 0; n < 150; n++) guesses.push(await guess(n));
		expect(guesses.at(-1)).toBe('429 tooMany');
		const answers = await Promise.all(
			given.map((code) => house.browser().ask('POST', 'sign-in/recovery', { code }))
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(200);
	}
);

describe('every write names an origin on the list', () => {
	test.each([
		['evil', 'https://evil.example'],
		['look-alike', 'http://localhost.evil.example'],
		['another port', 'http://localhost:1'],
		['null', 'null'],
		['absent', null]
	])('%s: refused', async (_, from) => {
		const { els } = await house.setUp();
		const before = await house.store.audit.heads();
		for (const [method, path] of [
			['POST', 'sign-out'],
			['POST', 'passkeys/begin'],
			['POST', 'recovery-codes'],
			['POST', 'sign-in/recovery'],
			['POST', 'workspaces'],
			['DELETE', 'sessions/x']
		] as const)
			expect(await els.refusal(method, path, { code: 'x' }, { from }), path).toBe('403 originNotAllowed');
		expect(await house.store.audit.heads()).toEqual(before);
		expect((await els.ask('GET', 'me')).status).toBe(200);
	});

	test('a page elsewhere cannot set up the server of someone who visits it', async () => {
		const body = { code: await house.point.setupCode(), name: 'Mallory' };
		for (const from of ['https://evil.example', 'null', 'http://localhost.evil.example', null])
			expect(await house.browser().refusal('POST', 'setup', body, { from })).toBe('403 originNotAllowed');
		const headers = { 'content-type': 'text/plain' };
		expect(await house.browser().refusal('POST', 'setup', body, { headers })).toBe('415 notJson');
	});
});
