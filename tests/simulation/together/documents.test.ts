// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { add, edit, remove, setStatus, undo } from '#lib/workspace/index.ts';
import { attend, callsOf, joinByInvite, mergesOf, putBack } from '#lib/workspace/together/index.ts';
import { together } from './town.ts';

const { server, browser, town, pair } = together();

describe('documents', () => {
	test('[S5.2] [S6.6] go to the server, and the journal keeps nothing that stands there', async () => {
		const { marit } = await town();
		expect(await (await marit.inside.stored).journal.count()).toBeGreaterThan(0);
		await marit.bring();
		expect(await (await marit.inside.stored).journal.count()).toBe(0);
		expect(marit.workspace.exchange).toMatchObject({ safeTwice: true, waiting: { documents: 0 } });
		// Opened anew it is the same, and nothing is sent again.
		const before = marit.contents();
		await marit.reopen();
		expect(marit.contents()).toEqual(before);
		expect(await (await marit.inside.stored).journal.count()).toBe(0);
		await marit.exchange();
		expect(marit.workspace.exchange.safeTwice).toBe(true);
	});

	test('[S4] [S7.1] come to whoever was invited, and survive a restart there', async () => {
		const { marit, els } = await pair();
		expect(els.contents()).toEqual(marit.contents());
		expect(els.workspace.rows.measures.all.length).toBe(1);
		await els.reopen();
		expect(els.contents()).toEqual(marit.contents());
	});

	test('of two apart become one, with what both removed', async () => {
		const { marit, els, measure, programme } = await pair();
		const { themeId, itemId } = marit.workspace.rows.measures.get(measure)!;
		const second = await add(marit.workspace, 'measures', {
			parent: programme as never,
			themeId,
			itemId,
			text: 'Tweede'
		});
		await edit(els.workspace, 'measures', [measure], { text: 'Avondronde Kade' });
		await edit(marit.workspace, 'measures', [measure], { text: 'Vroege avondronde' });
		await marit.exchange();
		await els.exchange();
		await marit.exchange();
		expect(marit.workspace.rows.measures.get(measure)?.text).toMatch(/Vroege avondronde Kade/);
		await remove(els.workspace, 'measures', [second]);
		await els.exchange();
		await marit.exchange();
		expect(els.contents()).toEqual(marit.contents());
		expect(marit.workspace.rows.measures.all.map(({ id }) => id)).toEqual([measure]);
		for (const one of [marit, els]) expect(one.workspace.exchange.safeTwice).toBe(true);
	});

	test('[D13] are handed back to a server that lost them', async () => {
		const { marit, els, measure } = await pair();
		await edit(els.workspace, 'measures', [measure], { note: 'van Els' });
		await els.exchange();
		await marit.exchange();
		await server.lose();
		await server.start();
		await marit.setUp(server);
		await marit.bring();
		expect(marit.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true });
		const piet = await browser();
		await marit.invite(piet, 'Piet', 'adviser');
		expect(piet.contents()).toEqual(marit.contents());
	});

	test('[S8.2] that may not be written stay, named, and hold up no fact', async () => {
		const { marit, els, measure } = await pair('fieldOfficer');
		await edit(els.workspace, 'measures', [measure], { note: 'mag niet' });
		await els.say(measure, 'mag wel');
		await els.exchange();
		expect(els.workspace.exchange.refused).toMatchObject([{ what: 'document', reason: 'notAllowed' }]);
		expect(els.workspace.exchange.safeTwice).toBe(false);
		await marit.exchange();
		expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(1);
		expect(marit.workspace.rows.measures.get(measure)?.note).toBe('');
	});

	test('[S6.3] whose store was lost come back from the server, and what was only there goes to it', async () => {
		const { marit, els, measure } = await pair();
		await edit(marit.workspace, 'measures', [measure], { text: 'staat' });
		await marit.exchange();
		await els.exchange();
		const name = els.inside.databaseName;
		await els.close();
		for (const one of await indexedDB.databases())
			if (one.name?.startsWith(`${name}:`)) indexedDB.deleteDatabase(one.name);
		await els.reopen();
		await els.exchange();
		expect(els.contents()).toEqual(marit.contents());
		// The journal was lost before it went.
		await edit(marit.workspace, 'measures', [measure], { note: 'nog niet weg' });
		await (await marit.inside.stored).journal.clear();
		await marit.reopen();
		await marit.exchange();
		await els.exchange();
		expect(els.workspace.rows.measures.get(measure)?.note).toBe('nog niet weg');
		for (const one of [marit, els]) expect(one.workspace.exchange.safeTwice).toBe(true);
	});

	test('[D13] that the server lost and only a reader has stay there, named, and nothing is called safe', async () => {
		const { marit, els, measure } = await pair('fieldOfficer');
		await edit(marit.workspace, 'measures', [measure], { note: 'alleen nog bij Els' });
		await marit.exchange();
		await els.exchange();
		// Marit's device is another one, from before that edit.
		await server.lose();
		await server.start();
		const other = await browser();
		await other.begin('Marit');
		await other.setUp(server);
		const { id } = els.workspace;
		const calls = await callsOf(other.house);
		const own = other.workspace.me?.id ?? '';
		await calls.bring({ id, municipality: 'Wierhaven', person: own, personName: 'Marit', register: null });
		els.link.cookies.clear();
		const nothing = { document: null, team: null, area: null, to: null, ground: 'mandaat' };
		const grants = [{ role: 'fieldOfficer' as const, ceiling: 'confidential' as const, ...nothing }];
		const { token } = await calls.makeInvite(id, { grants, person: null, expiresAt: null });
		await joinByInvite(els.house, token, 'Els');
		await els.exchange();
		expect(els.workspace.rows.measures.get(measure)?.note).toBe('alleen nog bij Els');
		expect(els.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: false });
		// To who may not make it, a document that is not there is just that.
		expect(els.workspace.exchange.refused).toMatchObject([
			{ what: 'document', reason: 'notFound' },
			{ what: 'document', reason: 'notFound' }
		]);
	});

	test('[D13] of a new generation take the place of the old one, on every device', async () => {
		const { marit, els, measure, programme } = await pair();
		const calls = await callsOf(marit.house);
		const all = marit.workspace.rows.measures.all.map(({ id }) => id);
		const { themeId, itemId } = marit.workspace.rows.measures.get(measure)!;
		for (let n = 0; n < 30; n++)
			await add(marit.workspace, 'measures', {
				parent: programme as never,
				themeId,
				itemId,
				text: 'x'.repeat(200)
			});
		await marit.exchange();
		const texts = marit.workspace.rows.measures.all.map(({ id }) => id).filter((id) => !all.includes(id));
		await edit(marit.workspace, 'measures', texts, { text: '' });
		await marit.exchange();
		// Only the generation that goes has this one.
		const late = { parent: programme as never, themeId, itemId, text: 'na de versie' };
		const after = await add(marit.workspace, 'measures', late);
		for (const one of [marit, els]) await one.exchange();
		const ends = [marit, els].map((one) => attend(one.workspace, programme));
		await expect.poll(() => marit.workspace.present.length, { timeout: 10_000 }).toBe(1);
		const [version] = await calls.versions(marit.workspace.id, 'programme', programme);
		expect(version?.reason).toBe('largeDeletion');
		await calls.restoreVersion(marit.workspace.id, 'programme', programme, version!.id);
		for (const one of [marit, els, marit]) await one.exchange();
		expect(marit.workspace.rows.measures.all.filter(({ text }) => text.startsWith('xxx')).length).toBe(30);
		expect(els.contents()).toEqual(marit.contents());
		for (const { workspace } of [marit, els])
			expect(workspace.rows.measures.all.map(({ id }) => id)).not.toContain(after);
		// Who looked at it is attending what came in its place.
		await expect.poll(() => els.workspace.present.length, { timeout: 10_000 }).toBe(1);
		await edit(marit.workspace, 'measures', [measure], { text: 'live in de nieuwe' });
		await expect.poll(() => els.workspace.rows.measures.get(measure)?.text).toBe('live in de nieuwe');
		for (const end of ends) end();
		await edit(els.workspace, 'measures', [measure], { note: 'in de nieuwe' });
		await els.exchange();
		await marit.exchange();
		expect(marit.workspace.rows.measures.get(measure)?.note).toBe('in de nieuwe');
		await marit.reopen();
		expect(els.contents()).toEqual(marit.contents());
	});

	test('[D6] [D13] of a new generation are in every tab what they are in the one that heard of it', async () => {
		const { marit, els, measure, programme } = await pair();
		const { themeId, itemId } = marit.workspace.rows.measures.get(measure)!;
		const made = { parent: programme as never, themeId, itemId };
		const some = await Promise.all(
			Array.from({ length: 30 }, () => add(marit.workspace, 'measures', { ...made, text: 'x'.repeat(200) }))
		);
		await marit.exchange();
		await edit(marit.workspace, 'measures', some, { text: '' });
		await marit.exchange();
		const after = await add(marit.workspace, 'measures', { ...made, text: 'na de versie' });
		await marit.exchange();
		await els.exchange();
		const other = await els.secondTab();
		expect(other.rows.measures.get(after)?.text).toBe('na de versie');
		const calls = await callsOf(marit.house);
		const [version] = await calls.versions(marit.workspace.id, 'programme', programme);
		await calls.restoreVersion(marit.workspace.id, 'programme', programme, version!.id);
		await els.exchange();
		const ids = ({ rows }: typeof other) => rows.measures.all.map(({ id }) => id).sort();
		expect(ids(els.workspace)).not.toContain(after);
		await expect.poll(() => ids(other)).toEqual(ids(els.workspace));
		// What is written there is written in the new one.
		await edit(other, 'measures', [measure], { note: 'uit de tweede tab' });
		await els.exchange();
		await marit.exchange();
		expect(marit.workspace.rows.measures.get(measure)?.note).toBe('uit de tweede tab');
	});

	test('[D6] that one tab hears are shown in the other, though they left the journal', async () => {
		const { marit, els, measure } = await pair();
		const other = await marit.secondTab();
		await edit(els.workspace, 'measures', [measure], { text: 'van ver' });
		await els.exchange();
		await marit.exchange();
		await marit.exchange();
		await expect.poll(() => other.rows.measures.get(measure)?.text).toBe('van ver');
		await edit(other, 'measures', [measure], { note: 'uit de andere tab' });
		await marit.exchange();
		await els.exchange();
		expect(els.workspace.rows.measures.get(measure)?.note).toBe('uit de andere tab');
	});
});

describe('merges', () => {
	async function apart() {
		const { marit, els, measure } = await pair();
		await edit(marit.workspace, 'measures', [measure], { kind: 'prevent' as never, text: 'Avondronde Kade' });
		await edit(els.workspace, 'measures', [measure], { kind: 'repress' as never, text: 'Vroege avondronde' });
		await marit.exchange();
		await els.exchange();
		await marit.exchange();
		return { marit, els, measure };
	}

	test('name where both wrote, and whose own value lost', async () => {
		const { marit, els, measure } = await apart();
		const told = (await Promise.all([marit, els].map((one) => mergesOf(one.workspace)))).flat();
		const fields = told.flatMap((merge) => merge.fields);
		expect(fields.filter(({ outcome }) => outcome === 'theirs')).toMatchObject([
			{ collection: 'measures', id: measure, field: 'kind' }
		]);
		expect(fields.some(({ field, outcome }) => field === 'text' && outcome === 'both')).toBe(true);
	});

	test('put an own value back in one step, which can be undone', async () => {
		const { marit, els, measure } = await apart();
		for (const one of [marit, els])
			for (const merge of await mergesOf(one.workspace))
				for (const [at, field] of merge.fields.entries()) {
					if (field.outcome !== 'theirs') continue;
					expect(await putBack(one.workspace, merge.id, at)).toBe('done');
					const kindOf = () => one.workspace.rows.measures.get(measure)?.kind;
					expect(kindOf()).toEqual(field.mine);
					expect((await undo(one.workspace)).ok).toBe(true);
					expect(kindOf()).toEqual(field.theirs);
				}
	});

	test('say nothing of an edit over what was seen', async () => {
		const { marit, els, measure } = await pair();
		await edit(marit.workspace, 'measures', [measure], { kind: 'prevent' as never });
		await marit.exchange();
		await els.exchange();
		await edit(els.workspace, 'measures', [measure], { kind: 'repress' as never });
		await els.exchange();
		await marit.exchange();
		expect(marit.workspace.rows.measures.get(measure)?.kind).toBe('repress');
		expect(await mergesOf(marit.workspace)).toEqual([]);
	});

	test('[D11] name a measure of which two statuses stand that did not see each other', async () => {
		const { marit, els, measure } = await pair();
		await setStatus(marit.workspace, [measure], { status: 'running', colour: null, reason: null });
		await setStatus(els.workspace, [measure], { status: 'delayed', colour: null, reason: 'ziek' });
		for (const one of [marit, els, marit]) await one.exchange();
		expect((await mergesOf(marit.workspace)).flatMap(({ statuses }) => statuses)).toEqual([measure]);
	});

	test('say what came in after ten minutes apart, and not behind every stroke', async () => {
		const { marit, els, measure } = await pair();
		const round = async (note: string) => {
			await edit(els.workspace, 'measures', [measure], { note });
			await els.say(measure, note);
			await els.exchange();
			await marit.exchange();
		};
		// So that it is known when this device last heard of others.
		await round('eerst');
		await round('meteen erna');
		expect(await mergesOf(marit.workspace)).toEqual([]);
		marit.device.advance(600_000);
		await round('na de koffie');
		const [merge, ...more] = await mergesOf(marit.workspace);
		expect(more).toEqual([]);
		expect(merge).toMatchObject({ facts: 1, fields: [], statuses: [] });
		expect(merge?.came).toEqual([{ collection: 'measures', added: 0, changed: 1, removed: 0 }]);
		expect(merge?.since).toBeLessThanOrEqual(merge!.at - 600_000);
	});
});
