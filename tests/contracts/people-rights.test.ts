import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matrix, roles, type Kind, type Role, type Verb } from '#lib/domain/access/matrix.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
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

/** The matrix of rights over the roads that keep a workspace: each role, each road, and nobody of elsewhere. */
const [town, other] = ['wierhaven', 'zandmeer'];
let house: House;
let els: Browser;
const members = new Map<Role, Browser>();
const strangers = new Map<Role, Browser>();
/** Of each kind one in the town that nobody here may touch. */
let ids: { account: string; grant: string; invite: string; device: string; late: string };

interface Road {
	method: string;
	/** With `ids` filled in. */
	path: () => string;
	kind: Kind;
	verb: Verb;
	/** What does nothing when it is let through, so that each role asks the same. */
	body?: unknown;
	/** The answer to who may. */
	yes: string;
}
const nobody = 'nobody-of-this-name';
const zeros = '0'.repeat(64);
const roads: Road[] = [
	{ method: 'GET', path: () => 'people', kind: 'account', verb: 'read', yes: '200 went well' },
	{ method: 'GET', path: () => 'invites', kind: 'grant', verb: 'read', yes: '200 went well' },
	{ method: 'GET', path: () => 'quarantine', kind: 'device', verb: 'read', yes: '200 went well' },
	{ method: 'POST', path: () => 'grants', kind: 'grant', verb: 'manage', body: {}, yes: '400 malformed' },
	{ method: 'POST', path: () => 'invites', kind: 'grant', verb: 'manage', body: {}, yes: '400 malformed' },
	{
		...{ method: 'PUT', path: () => `people/${ids.account}`, kind: 'account', verb: 'manage' },
		...{ body: {}, yes: '400 malformed' }
	},
	{
		...{ method: 'POST', path: () => `quarantine/${ids.late}`, kind: 'device', verb: 'manage' },
		...{ body: {}, yes: '400 malformed' }
	}
];

beforeAll(async () => {
	house = await openHouse();
	({ els } = await house.setUp());
	for (const workspace of [town, other]) await els.says('POST', 'workspaces', bringingOf(workspace));
	for (const role of roles) {
		members.set(role, (await invited(house, els, town, role, [role])).browser);
		strangers.set(role, (await invited(house, els, other, `${role}-there`, [role])).browser);
	}
	const jan = await invited(house, els, town, 'jan', ['fieldOfficer']);
	const tablet = await tabletOf(jan.browser, town, 'jan', 'tablet-jan');
	await els.says('DELETE', `w/${town}/devices/tablet-jan`);
	const fact = await tablet.say(done());
	await jan.browser.says('POST', `w/${town}/facts`, { facts: [fact] });
	await tabletOf(jan.browser, town, 'jan', 'tablet-two');
	const asked = { grants: [wanted('lead')], person: null, expiresAt: null };
	const { id: invite } = (await els.says('POST', `w/${town}/invites`, asked)) as { id: string };
	const grants = await house.store.people.grantsOf(town as WorkspaceId, jan.account as never);
	ids = { account: jan.account, grant: grants[0]!.id, invite, device: 'tablet-two', late: fact.hash };
}, 30_000);
afterAll(async () => {
	expect(house.faults).toEqual([]);
	await house.close();
});

describe.each(roles)('a %s', (role) => {
	test.each(roads.map((road) => [`${road.verb} ${road.kind}`, road.method, road] as const))(
		'may %s by %s as the matrix has it',
		async (_what, _method, { method, path, kind, verb, body, yes }) => {
			const may = matrix[kind][role]?.includes(verb) === true;
			const word = await members.get(role)!.refusal(method, `w/${town}/${path()}`, body);
			expect(word, path()).toBe(may ? yes : '404 notFound');
		}
	);

	test('ends no right, invite or device that is another’s, unless it keeps them', async () => {
		if (matrix.grant[role]?.includes('manage')) return;
		for (const path of [`grants/${ids.grant}`, `invites/${ids.invite}`, `devices/${ids.device}`])
			expect(await members.get(role)!.refusal('DELETE', `w/${town}/${path}`), path).toBe('404 notFound');
	});
});

describe('two municipalities never meet', () => {
	const bodies: Record<string, unknown> = {
		grants: { account: 'x', ...wanted('lead') },
		invites: { grants: [wanted('lead')], person: null, expiresAt: null },
		people: { person: 'x' },
		quarantine: { decision: 'take' }
	};
	/** Every road with every id of the town, and the same road with an id of nowhere. */
	const asks = () =>
		(
			[
				['GET', 'people', 'people'],
				['GET', 'invites', 'invites'],
				['GET', 'devices', 'devices'],
				['GET', 'quarantine', 'quarantine'],
				['GET', 'facts', 'facts'],
				['GET', 'receipts?device=tablet-jan', 'receipts?device=x'],
				['POST', 'grants', 'grants'],
				['POST', 'invites', 'invites'],
				['PUT', `people/${ids.account}`, `people/${nobody}`],
				['POST', `quarantine/${ids.late}`, `quarantine/${zeros}`],
				['DELETE', `grants/${ids.grant}`, `grants/${nobody}`],
				['DELETE', `invites/${ids.invite}`, `invites/${nobody}`],
				['DELETE', `devices/${ids.device}`, `devices/${nobody}`]
			] as const
		).map(([method, path, elsewhere]) => ({
			...{ method, path, elsewhere },
			body: method === 'GET' || method === 'DELETE' ? undefined : bodies[path.split(/[/?]/, 1)[0] ?? '']
		}));

	test.each(roles)('a %s of the one asks the other with its ids: 0 hits, as for nowhere', async (role) => {
		const stranger = strangers.get(role)!;
		for (const { method, path, body } of asks())
			for (const workspace of [town, 'nowhere'])
				expect(await stranger.refusal(method, `w/${workspace}/${path}`, body), path).toBe('404 notFound');
	});

	test.each(roles)('nor does a %s find them from its own: they are as ids of nowhere', async (role) => {
		const stranger = strangers.get(role)!;
		for (const { method, path, elsewhere, body } of asks().filter(
			({ path, elsewhere }) => path !== elsewhere
		)) {
			const [there, nowhere] = [
				await stranger.ask(method, `w/${other}/${path}`, body),
				await stranger.ask(method, `w/${other}/${elsewhere}`, body)
			];
			expect([there.status, await there.text()], path).toEqual([nowhere.status, await nowhere.text()]);
		}
	});

	test('and afterwards everything of the town stands as it stood', async () => {
		const grants = await house.store.people.grantsOf(town as WorkspaceId, ids.account as never);
		expect(grants.every(({ to }) => to === null)).toBe(true);
		const devices = await house.store.people.devices(town as WorkspaceId);
		expect(devices.find(({ id }) => id === 'tablet-two')?.revokedAt).toBeNull();
		expect(await house.store.facts.setAsideOnes(town as WorkspaceId)).toHaveLength(1);
		const invites = await house.store.invites.of(town as WorkspaceId);
		expect(invites.find(({ id }) => id === ids.invite)?.withdrawnAt).toBeNull();
	});
});

test('signed out there is nothing at all', async () => {
	const anyone = house.browser();
	for (const { method, path, body } of roads)
		expect(await anyone.refusal(method, `w/${town}/${path()}`, body)).toBe('401 signedOut');
	for (const path of ['me', 'sessions']) expect(await anyone.refusal('GET', path)).toBe('401 signedOut');
});

test('each road knows its own verbs', async () => {
	const wrong = await els.ask('PUT', `w/${town}/invites`, {});
	expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST']);
});
