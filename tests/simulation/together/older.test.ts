// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { edit } from '#lib/workspace/index.ts';
import { attend, callsOf, leaveServer } from '#lib/workspace/together/index.ts';
import { together } from './town.ts';

const { server, browser, pair } = together();

describe('[S12] a client that is older than the server', () => {
	test('hears so, keeps all it does, and hands it over once it is renewed', async () => {
		const { marit, els, measure } = await pair();
		els.link.isOlder = true;
		const lookAway = attend(els.workspace, marit.programme);
		await els.say(measure, 'met de oude app');
		await edit(els.workspace, 'measures', [measure], { note: 'ook oud' });
		await els.exchange();
		expect(els.workspace.exchange).toMatchObject({
			...{ state: 'otherVersion', safeTwice: false, waiting: { facts: 1, documents: 1 }, refused: [] }
		});
		await edit(marit.workspace, 'measures', [measure], { kind: 'prevention' });
		await marit.exchange();
		expect(marit.workspace.rows.measures.get(measure)?.note).toBe('');
		els.link.isOlder = false;
		await els.exchange();
		await marit.exchange();
		expect(els.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true });
		expect(marit.workspace.rows.measures.get(measure)).toMatchObject({ note: 'ook oud', kind: 'prevention' });
		expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(1);
		lookAway();
	});

	test('does not leave with work that is nowhere else', async () => {
		const { els, measure } = await pair();
		els.link.isOlder = true;
		await els.say(measure, 'alleen hier');
		expect(await leaveServer(els.house, els.workspace)).toMatchObject({
			...{ ok: false, wouldLose: { waiting: { facts: 1 } } }
		});
		expect(els.workspace.exchange.state).toBe('otherVersion');
	});

	test('has no other way in either: each road says the same', async () => {
		const { els } = await pair();
		els.link.isOlder = true;
		const calls = await callsOf(els.house);
		for (const asked of [calls.server(), calls.me(), calls.people(els.workspace.id)])
			await expect(asked).rejects.toMatchObject({ reason: 'otherVersion' });
	});
});

describe('[S12] a server that says more than the client knows', () => {
	test('is exchanged with as ever; a role of later is no right here', async () => {
		const { marit, els, measure } = await pair();
		els.link.saysMore = marit.link.saysMore = true;
		await els.say(measure, 'gezien');
		await edit(els.workspace, 'measures', [measure], { note: 'geschreven' });
		await els.exchange();
		await marit.exchange();
		expect(els.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true });
		expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(1);
		expect(marit.workspace.rows.measures.get(measure)?.note).toBe('geschreven');
		expect(els.workspace.exchange.grants.map(({ role }) => role)).toEqual(['adviser']);
		const calls = await callsOf(marit.house);
		expect((await calls.people(marit.workspace.id)).length).toBe(2);
		expect((await calls.server()).ways).not.toContain('laterWay');
	});

	test('is joined by invite', async () => {
		const { marit } = await pair();
		const piet = await browser();
		piet.link.saysMore = true;
		await marit.invite(piet, 'Piet', 'fieldOfficer');
		expect(piet.workspace.exchange).toMatchObject({ joined: true, state: 'idle' });
	});

	test('[S3.3] names a refusal in its own word, and holds up nothing behind it', async () => {
		const { marit, els, measure } = await pair();
		const piet = await browser();
		await marit.invite(piet, 'Piet', 'fieldOfficer');
		piet.link.saysMore = true;
		const refused = await piet.sayRaw({ kind: 'mood', measureId: measure });
		await piet.say(measure, 'erachter');
		await piet.exchange();
		expect(piet.workspace.exchange.refused).toEqual([
			{ what: 'fact', id: refused.id, reason: 'laterReason' }
		]);
		await els.exchange();
		expect(els.workspace.facts.summary(measure)?.progressCount).toBe(1);
		expect(server.faults).toEqual([]);
	});
});
