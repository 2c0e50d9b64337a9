// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { edit, openWorkspace, setStatus, statusOf } from '#lib/workspace/index.ts';
import {
	bringWorkspace,
	callsOf,
	copyInto,
	joinWorkspace,
	leaveServer,
	serverHere,
	signOut,
	whyNot
} from '#lib/workspace/together/index.ts';
import { together } from './town.ts';

const { server, browser, town, pair } = together();

describe('a workspace and a server', () => {
	test('[D17] bring: ids are kept, its person keeps it, and saying it again changes nothing', async () => {
		const { marit, measure } = await town();
		expect(await serverHere(marit.house)).toMatchObject({ isSetUp: true });
		await marit.bring();
		await marit.bring();
		expect(marit.workspace.rows.measures.get(measure)?.text).toBe('Avondronde');
		expect(marit.workspace.exchange.grants.map(({ role }) => role).sort()).toEqual([
			'administrator',
			'adviser'
		]);
		const people = await (await callsOf(marit.house)).people(marit.workspace.id);
		expect(people).toMatchObject([{ name: 'Marit', person: marit.workspace.me?.id }]);
	});

	test('[D17] bring: someone who may not is told why, and keeps everything', async () => {
		const { marit } = await town();
		const els = await browser();
		await els.begin('Els');
		expect(await bringWorkspace(els.house, els.workspace)).toEqual({ ok: false, reason: 'signedOut' });
		await marit.bring();
		expect(els.workspace.exchange.joined).toBe(false);
	});

	test('[D17] copy: new ids, names of the register used again, each status said anew', async () => {
		const { marit } = await town();
		await marit.bring();
		const els = await browser();
		await marit.invite(els, 'Els', 'adviser', marit.workspace.me?.id ?? null);
		const own = await browser();
		const { measure } = await own.begin('Marit');
		await setStatus(own.workspace, [measure], { status: 'running', colour: null, reason: null });
		expect(await copyInto(own.workspace, els.workspace)).toEqual({ plans: 0, programmes: 1, measures: 1 });
		await els.exchange();
		await marit.exchange();
		const [copied] = marit.workspace.rows.programmes.all.filter(
			({ id }) => marit.workspace.rows.measures.of(id).length > 0 && id !== marit.programme
		);
		const [fresh] = marit.workspace.rows.measures.of(copied?.id ?? '');
		expect(fresh?.id).not.toBe(measure);
		expect(statusOf(marit.workspace, fresh!.id).current?.status).toBe('running');
		expect(marit.workspace.rows.people.all.length).toBe(1);
		for (const one of [marit, els]) expect(one.workspace.exchange.safeTwice).toBe(true);
	});

	test('an invite is used once, and a second device comes by signing in', async () => {
		const { els } = await pair();
		const tablet = await browser();
		for (const [name, value] of els.link.cookies) tablet.link.cookies.set(name, value);
		expect(await joinWorkspace(tablet.house, els.workspace.id)).toMatchObject({ ok: true });
		await tablet.use(els.workspace.id);
		await tablet.exchange();
		expect(tablet.contents()).toEqual(els.contents());
		const devices = await (await callsOf(tablet.house)).devices(els.workspace.id);
		expect(devices.length).toBe(2);
		const calls = await callsOf(els.house);
		const wrong = await calls
			.acceptInvite('nothing-of-the-kind', 'X')
			.catch((error: unknown) => whyNot(error));
		expect(wrong).toBe('notFound');
	});

	test('[D4] a device that is bound to someone else goes on under a new id, and nothing is lost', async () => {
		const { marit, els, measure } = await pair();
		await els.say(measure, 'als Els');
		await els.exchange();
		const before = await els.inside.stored;
		const device = (await before.meta.get('device'))?.value;
		// Someone else signs in on the same tablet.
		const piet = await browser();
		await marit.invite(piet, 'Piet', 'adviser');
		for (const [name, value] of piet.link.cookies) els.link.cookies.set(name, value);
		await els.exchange();
		// The tablet is asked again who it is only where the server does not know it.
		await before.server.delete('device');
		await els.say(measure, 'als Piet');
		await els.exchange();
		expect((await before.meta.get('device'))?.value).not.toBe(device);
		await els.say(measure, 'nog eens');
		await els.exchange();
		await marit.exchange();
		expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(3);
		expect(els.workspace.exchange.safeTwice).toBe(true);
	});
});

describe('leaving', () => {
	test('[S11.2] what is nowhere else is named, and only goes when it is asked again', async () => {
		const { els, measure } = await pair();
		els.link.cut();
		await els.say(measure, 'nergens anders');
		const id = els.workspace.id;
		const left = await leaveServer(els.house, els.workspace);
		expect(left).toMatchObject({ ok: false, wouldLose: { waiting: { facts: 1 } } });
		expect((await els.facts()).length).toBe(1);
		expect(await leaveServer(els.house, els.workspace, { evenSo: true })).toEqual({ ok: true });
		els.forget();
		const name = els.database;
		expect((await indexedDB.databases()).filter((one) => one.name?.startsWith(name))).toEqual([]);
		await expect(openWorkspace(els.house, id)).rejects.toThrow();
	});

	test('hands over first, and then leaves nothing behind', async () => {
		const { marit, els, measure } = await pair();
		await els.say(measure, 'nog gauw');
		await edit(els.workspace, 'measures', [measure], { note: 'en dit' });
		expect(await signOut(els.house, els.workspace)).toEqual({ ok: true });
		els.forget();
		expect(els.link.cookies.size).toBe(0);
		expect(els.house.workspaces).toEqual([]);
		await marit.exchange();
		expect(marit.workspace.rows.measures.get(measure)?.note).toBe('en dit');
		expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(1);
	});
});

test('[S11.2] a right that ended stops the exchange and destroys nothing', async () => {
	const { marit, els, measure } = await pair('fieldOfficer');
	const calls = await callsOf(marit.house);
	const person = (await calls.people(marit.workspace.id)).find(({ name }) => name === 'Els');
	await calls.endGrant(marit.workspace.id, person!.grants[0]!.id);
	await els.say(measure, 'te laat');
	await els.exchange();
	expect(els.workspace.exchange).toMatchObject({ state: 'noRight', safeTwice: false, waiting: { facts: 1 } });
	expect((await els.facts()).length).toBe(1);
	await calls.grant(marit.workspace.id, person!.account, {
		...{ role: 'fieldOfficer', ceiling: 'internal', ground: '' },
		...{ document: null, team: null, area: null, to: null }
	});
	await els.exchange();
	expect(els.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true });
	expect(server.faults).toEqual([]);
});
