import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { verifyLog } from '../../src/server/audit/verify.ts';
import { done } from '../simulation/support/facts.ts';
import {
	bringingOf,
	invited,
	openHouse,
	tabletOf,
	wanted,
	type Browser,
	type House
} from './support/house.ts';

const town = 'wierhaven';
let house: House;
let els: Browser;
let account: string;
beforeEach(async () => {
	house = await openHouse();
	({ els, account } = await house.setUp());
	await els.says('POST', 'workspaces', bringingOf(town));
	house.told.length = 0;
});
afterEach(async () => {
	expect(house.faults).toEqual([]);
	for (const { log } of await house.store.audit.heads())
		expect(await verifyLog(house.store.audit, log)).toEqual([]);
	await house.close();
});

const at = (what: string) => `w/${town}/${what}`;
const hourMs = 60 * 60_000;
const actions = async () =>
	(await house.store.audit.lines(town, 0, 1000)).map(({ action, reason }) =>
		reason === null ? action : `${action} ${reason}`
	);
const actionsOf = async (some: RegExp) => (await actions()).filter((action) => some.test(action));
type Person = {
	account: string;
	person: string | null;
	grants: { id: string; role: string; to: number | null }[];
};
const people = async (by = els) => ((await by.says('GET', at('people'))) as { people: Person[] }).people;
const grantOf = async (whose: string, role: string) =>
	(await people()).find((one) => one.account === whose)!.grants.find((one) => one.role === role)!.id;

describe('[D17] a workspace that is brought', () => {
	test('keeps its ids, and makes who brings it administrator and adviser', async () => {
		const me = await els.says('GET', 'me');
		expect(me).toMatchObject({
			workspaces: [{ id: town, municipality: 'Wierhaven', person: 'els', register: `register-${town}` }]
		});
		expect((await people())[0]?.grants.map(({ role }) => role).sort()).toEqual(['administrator', 'adviser']);
		expect(await actions()).toEqual(['workspaceBrought', 'grantGiven', 'grantGiven']);
	});

	test('is brought once: said again it changes nothing, by someone else it is taken', async () => {
		expect(await els.says('POST', 'workspaces', bringingOf(town, 'jan'))).toMatchObject({ workspace: town });
		expect(await els.says('GET', 'me')).toMatchObject({ workspaces: [{ person: 'els' }] });
		await els.says('POST', 'workspaces', bringingOf('zandmeer'));
		const { browser } = await invited(house, els, 'zandmeer', 'jan', ['administrator']);
		expect(await browser.refusal('POST', 'workspaces', bringingOf(town))).toBe('409 workspaceTaken');
		expect(await actions()).toHaveLength(3);
	});

	test('is not brought by whoever was only invited somewhere', async () => {
		const { browser } = await invited(house, els, town, 'jan', ['adviser']);
		expect(await browser.refusal('POST', 'workspaces', bringingOf('zandmeer'))).toBe('403 notAllowed');
	});
});

describe('an invite', () => {
	const make = async (more: object = {}) =>
		(await els.says('POST', at('invites'), {
			...{ grants: [wanted('fieldOfficer', { area: 'haven' })], person: 'jan', expiresAt: null },
			...more
		})) as { id: string; token: string; expiresAt: number };
	const accept = (token: string, by = house.browser()) =>
		by.refusal('POST', `invites/${token}`, { name: 'Jan' });
	const states = async () =>
		((await els.says('GET', at('invites'))) as { invites: { state: string }[] }).invites.map(
			({ state }) => state
		);

	test('says to what and by whom, and lets in who says yes: an account, signed in', async () => {
		const { token } = await make();
		const jan = house.browser();
		expect(await jan.says('GET', `invites/${token}`)).toMatchObject({
			...{ workspace: town, municipality: 'Wierhaven', invitedBy: 'Els', person: 'jan' },
			grants: [{ role: 'fieldOfficer', area: 'haven', ceiling: 'internal' }]
		});
		await jan.says('POST', `invites/${token}`, { name: 'Jan' });
		expect(await jan.says('GET', 'me')).toMatchObject({
			name: 'Jan',
			workspaces: [{ id: town, person: 'jan', grants: [{ role: 'fieldOfficer', scope: { area: 'haven' } }] }]
		});
		expect(await states()).toEqual(['used']);
		expect(house.told.map(([what]) => what)).toEqual(['rightsChanged']);
	});

	test('works once, also for two at once', async () => {
		const { token } = await make();
		const both = await Promise.all([accept(token), accept(token)]);
		expect(both.sort()).toEqual(['200 went well', '410 inviteEnded']);
		expect(await house.browser().refusal('GET', `invites/${token}`)).toBe('410 inviteEnded');
		expect(await people()).toHaveLength(2);
	});

	test('ends with its time, when it is withdrawn, and with the right of who made it', async () => {
		const short = await make({ expiresAt: house.now() + hourMs });
		const withdrawn = await make();
		await els.says('DELETE', at(`invites/${withdrawn.id}`));
		expect(await els.refusal('DELETE', at(`invites/${withdrawn.id}`))).toBe('404 notFound');
		house.pass(hourMs);
		for (const { token } of [short, withdrawn]) expect(await accept(token)).toBe('410 inviteEnded');
		expect((await states()).sort()).toEqual(['expired', 'withdrawn']);
		const other = await invited(house, els, town, 'piet', ['administrator']);
		const asked = { grants: [wanted('administrator')], person: null, expiresAt: null };
		const back = (await other.browser.says('POST', at('invites'), asked)) as { token: string };
		await els.says('DELETE', at(`grants/${await grantOf(other.account, 'administrator')}`));
		expect(await accept(back.token)).toBe('410 inviteEnded');
	});

	test('adds to the account that is signed in, which stays who it is', async () => {
		const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
		const cookie = jan.browser.held.cookie;
		const { token } = await make({ grants: [wanted('lead')], person: null });
		const said = await jan.browser.says('POST', `invites/${token}`, { name: 'Someone else' });
		expect(said).toEqual({ account: jan.account, workspace: town });
		expect(jan.browser.held.cookie).toBe(cookie);
		expect(await jan.browser.says('GET', 'me')).toMatchObject({
			name: 'jan',
			workspaces: [{ person: 'jan' }]
		});
	});

	test('is no older than a month, and gives no right that ended or makes no sense', async () => {
		const refused = (more: object) =>
			els.refusal('POST', at('invites'), {
				grants: [wanted('lead')],
				person: null,
				expiresAt: null,
				...more
			});
		expect(await refused({ expiresAt: house.now() + 32 * 24 * hourMs })).toBe('400 malformed');
		expect(await refused({ expiresAt: house.now() - 1 })).toBe('400 malformed');
		expect(await refused({ grants: [] })).toBe('400 malformed');
		expect(await refused({ grants: [wanted('king')] })).toBe('400 malformed');
		expect(await refused({ grants: [wanted('lead', { to: 5 })] })).toBe('400 malformed');
		expect(await refused({ grants: [wanted('administrator', { document: 'p1' })] })).toBe('400 malformed');
	});

	test('is not guessed in 1,000 tries, and a real one opens meanwhile', { timeout: 30_000 }, async () => {
		const { token } = await make();
		const answers = new Map<string, number>();
		for (let n = 0; n < 1000; n++) {
			const word = await accept(`${token.slice(0, -4)}${1000 + n}`);
			answers.set(word, (answers.get(word) ?? 0) + 1);
		}
		expect(Object.fromEntries(answers)).toEqual({ '404 notFound': 100, '429 tooMany': 900 });
		expect(await accept(token)).toBe('200 went well');
	});

	test('leaves its token in no log and no store', async () => {
		const { token } = await make();
		await accept(token);
		const logs = await Promise.all(['server', town].map((log) => house.store.audit.lines(log, 0, 100)));
		expect(JSON.stringify(logs)).toContain('inviteAccepted');
		expect(JSON.stringify(logs)).not.toContain(token);
		expect(JSON.stringify(await house.store.invites.of(town as WorkspaceId))).not.toContain(token);
		expect(await house.store.invites.byToken(token)).toBeNull();
	});
});

describe('rights', () => {
	test('are given to who belongs, and ended, and each time whoever listens hears it', async () => {
		const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
		house.told.length = 0;
		const { id } = (await els.says('POST', at('grants'), {
			account: jan.account,
			...wanted('lead', { to: house.now() + hourMs })
		})) as { id: string };
		expect(await jan.browser.says('GET', 'me')).toMatchObject({
			workspaces: [
				{ grants: expect.arrayContaining([expect.objectContaining({ id, role: 'lead' })]) as unknown }
			]
		});
		await els.says('DELETE', at(`grants/${id}`));
		const changed = ['rightsChanged', { workspace: town, account: jan.account }];
		expect(house.told).toEqual([changed, changed]);
		expect(await actionsOf(/^grant/)).toEqual(expect.arrayContaining(['grantGiven', 'grantEnded']));
		await els.says('DELETE', at(`grants/${await grantOf(jan.account, 'fieldOfficer')}`));
		expect(await jan.browser.says('GET', 'me')).toMatchObject({ workspaces: [] });
		expect(await jan.browser.refusal('GET', at('facts'))).toBe('404 notFound');
	});

	test('are not given to accounts of elsewhere, which are as if they were not there', async () => {
		await els.says('POST', 'workspaces', bringingOf('zandmeer'));
		const there = await invited(house, els, 'zandmeer', 'piet', ['lead']);
		for (const stranger of [there.account, 'nobody']) {
			const giving = { account: stranger, ...wanted('lead') };
			expect(await els.refusal('POST', at('grants'), giving)).toBe('404 notFound');
			expect(await els.refusal('PUT', at(`people/${stranger}`), { person: 'x' })).toBe('404 notFound');
		}
	});

	test('to give rights never leave the last one who has them for good', async () => {
		const own = await grantOf(account, 'administrator');
		expect(await els.refusal('DELETE', at(`grants/${own}`))).toBe('409 lastAdministrator');
		const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
		const until = wanted('administrator', { to: house.now() + hourMs });
		await els.says('POST', at('grants'), { account: jan.account, ...until });
		expect(await els.refusal('DELETE', at(`grants/${own}`))).toBe('409 lastAdministrator');
		await els.says('POST', at('grants'), { account: jan.account, ...wanted('administrator') });
		await els.says('DELETE', at(`grants/${own}`));
		expect(await els.refusal('GET', at('people'))).toBe('404 notFound');
		expect(await people(jan.browser)).toHaveLength(2);
	});

	test('stand beside who someone is in the register', async () => {
		const jan = await invited(house, els, town, 'jan', ['lead']);
		await els.says('PUT', at(`people/${jan.account}`), { person: 'kolthof' });
		expect((await people()).find((one) => one.account === jan.account)?.person).toBe('kolthof');
		await els.says('PUT', at(`people/${jan.account}`), { person: null });
		expect((await people()).find((one) => one.account === jan.account)?.person).toBeNull();
	});
});

describe('devices', () => {
	const devices = async (by: Browser) =>
		((await by.says('GET', at('devices'))) as { devices: { device: string; name: string }[] }).devices.map(
			({ device, name }) => `${device} ${name}`
		);

	test('are seen by their owner and by who keeps them, and ended by these two', async () => {
		const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
		const piet = await invited(house, els, town, 'piet', ['lead']);
		await tabletOf(jan.browser, town, 'jan', 'tablet-jan');
		await tabletOf(piet.browser, town, 'piet', 'tablet-piet');
		expect(await devices(els)).toEqual(['tablet-jan Tablet', 'tablet-piet Tablet']);
		expect(await devices(jan.browser)).toEqual(['tablet-jan Tablet']);
		expect(await jan.browser.refusal('DELETE', at('devices/tablet-piet'))).toBe('404 notFound');
		house.told.length = 0;
		await jan.browser.says('DELETE', at('devices/tablet-jan'));
		await els.says('DELETE', at('devices/tablet-jan'));
		await els.says('DELETE', at('devices/tablet-piet'));
		expect(house.told).toEqual([
			['deviceRevoked', { workspace: town, device: 'tablet-jan', account: jan.account }],
			['deviceRevoked', { workspace: town, device: 'tablet-piet', account: piet.account }]
		]);
	});

	test('[S3.4] get the receipts of what is held of them', async () => {
		const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
		const tablet = await tabletOf(jan.browser, town, 'jan', 'tablet-jan');
		const facts = [await tablet.say(done()), await tablet.say(done())];
		expect(await jan.browser.says('GET', at('receipts?device=tablet-jan'))).toMatchObject({ receipts: [] });
		await jan.browser.says('POST', at('facts'), { facts });
		expect(await jan.browser.says('GET', at('receipts?device=tablet-jan'))).toMatchObject({
			receipts: [{ device: 'tablet-jan', upTo: 2, hash: facts[1]!.hash }]
		});
		expect(await jan.browser.refusal('GET', at('receipts'))).toBe('400 malformed');
		expect(house.told).toContainEqual(['facts', { workspace: town }]);
	});
});

describe('[S11.2] what came too late', () => {
	async function late() {
		const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
		const tablet = await tabletOf(jan.browser, town, 'jan', 'tablet-jan');
		const [first, second] = [await tablet.say(done()), await tablet.say(done({ text: 'bij de kade' }))];
		await els.says('DELETE', at('devices/tablet-jan'));
		await jan.browser.says('POST', at('facts'), { facts: [first, second] });
		house.told.length = 0;
		return { jan, first, second };
	}
	const open = async () => ((await els.says('GET', at('quarantine'))) as { late: { hash: string }[] }).late;
	const factsFor = async (by: Browser) =>
		((await by.says('GET', at('facts'))) as { facts: { fact: { id: string }; attested: object }[] }).facts;

	test('is seen by who keeps the devices, without what it says', async () => {
		const { jan, first } = await late();
		expect(await open()).toHaveLength(2);
		expect(await open()).toContainEqual(
			expect.objectContaining({
				...{ hash: first.hash, device: 'tablet-jan', account: jan.account, kind: 'progress' },
				...{ reason: 'deviceRevoked', carrier: jan.account }
			})
		);
		expect(JSON.stringify(await open())).not.toContain('kade');
		expect(await jan.browser.refusal('GET', at('quarantine'))).toBe('404 notFound');
	});

	test('and is taken stands among the facts, with the word that it came late, and is not asked again', async () => {
		const { jan, first, second } = await late();
		for (const { hash, id } of [first, second])
			expect(await els.says('POST', at(`quarantine/${hash}`), { decision: 'take' })).toEqual({
				...{ verdict: 'stored', id }
			});
		const came = { late: 'deviceRevoked', account: jan.account, isOwnName: true };
		expect((await factsFor(els)).map(({ fact, attested }) => [fact.id, attested])).toEqual(
			[first, second].map(({ id }) => [id, expect.objectContaining(came) as unknown])
		);
		expect(await open()).toEqual([]);
		expect(await els.refusal('POST', at(`quarantine/${first.hash}`), { decision: 'take' })).toBe(
			'404 notFound'
		);
		expect(await actionsOf(/^late/)).toEqual(Array(2).fill('lateFactTaken deviceRevoked'));
		expect(house.told.map(([what]) => what)).toEqual(['facts', 'facts']);
		expect(await els.says('GET', at('receipts?device=tablet-jan'))).toMatchObject({
			receipts: [{ upTo: 2 }]
		});
	});

	test('and is refused stays out, also when it is brought again', async () => {
		const { jan, first } = await late();
		const verdict = { verdict: 'refused', id: first.id, reason: 'deviceRevoked' };
		expect(await els.says('POST', at(`quarantine/${first.hash}`), { decision: 'refuse' })).toEqual(verdict);
		await jan.browser.says('POST', at('facts'), { facts: [first] });
		expect(await open()).toHaveLength(1);
		expect(await factsFor(els)).toEqual([]);
		expect(await actionsOf(/^late/)).toEqual(['lateFactRefused deviceRevoked']);
	});
});

describe('in demo mode', () => {
	test('anyone on this machine plays one of the cast, and meets the others in a workspace that is brought', async () => {
		const demo = await openHouse({ isDemo: true });
		const marit = demo.browser();
		const { cast } = (await marit.says('GET', 'sign-in/cast')) as { cast: { person: string }[] };
		expect(cast.map(({ person }) => person)).toContain('demo-kolthof');
		await marit.says('POST', 'sign-in/demo', { person: 'demo-veldstra' });
		await marit.says('POST', 'workspaces', bringingOf('demo-town', 'demo-veldstra'));
		const bram = demo.browser();
		await bram.says('POST', 'sign-in/demo', { person: 'demo-kolthof' });
		expect(await bram.says('GET', 'me')).toMatchObject({
			workspaces: [{ id: 'demo-town', person: 'demo-kolthof', grants: [{ role: 'fieldOfficer' }] }]
		});
		expect(await bram.refusal('POST', 'sign-in/demo', { person: 'x' })).toBe('403 notRecognised');
		const headers = { 'x-forwarded-for': '10.0.0.7' };
		const from = await demo
			.browser()
			.refusal('POST', 'sign-in/demo', { person: 'demo-kolthof' }, { headers });
		expect(from).toBe('404 notFound');
		await demo.close();
	});

	test('otherwise there is no such road', async () => {
		expect(await house.browser().refusal('GET', 'sign-in/cast')).toBe('404 notFound');
		expect(await house.browser().refusal('POST', 'sign-in/demo', { person: 'demo-kolthof' })).toBe(
			'404 notFound'
		);
	});
});

describe('[S11.2] a socket hears within two seconds', () => {
	const dial = async (by: Browser) => {
		const to = `${house.origin.replace('http', 'ws')}/sync/v1/${at('pings')}`;
		const socket = new WebSocket(to, { headers: { origin: house.origin, cookie: by.held.cookie } });
		const closed = once(socket, 'close').then(([code]) => code as number);
		const heard: string[] = [];
		socket.on('message', (data: Buffer) => void heard.push(data.toString()));
		await once(socket, 'open');
		return { closed, socket, heard };
	};
	const quickly = (closed: Promise<number>) =>
		Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2000, 'too late').unref())]);

	test('that its session ended, and that its last right did', async () => {
		const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
		const [own, other] = [await dial(els), await dial(jan.browser)];
		await els.says('DELETE', at(`grants/${await grantOf(jan.account, 'fieldOfficer')}`));
		expect(await quickly(other.closed)).toBe(4403);
		await els.says('POST', 'sign-out');
		expect(await quickly(own.closed)).toBe(4401);
	});
});
