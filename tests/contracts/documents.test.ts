import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { matrix, roles } from '#lib/domain/access/matrix.ts';
import { catalogue, restoreAnswer, updateAnswer, versionList } from '#lib/protocol/documents.ts';
import { verifyLog } from '../../src/server/audit/verify.ts';
import { otherTown, town } from '../simulation/support/grants.ts';
import { lists, nested, onlySecond } from './support/hostile.ts';
import { edit, gathering, programme, type Gathering } from './support/gathering.ts';

/** Documents over HTTP: real requests, real server, real store. */
let here: Gathering;
let said: string[];
beforeEach(async () => {
	said = [];
	here = await gathering({ say: (sentence) => void said.push(sentence) });
	for (const role of roles) await here.point.invite(role, role);
	await here.point.invite('colleague', 'adviser');
});
afterEach(() => here.close());

const set = (key: string, value: unknown = 1) => edit((doc) => void doc.getMap('m').set(key, value));
const listed = async (as = 'adviser', after = 0) =>
	v.parse(catalogue, await (await here.ask(as, `documents?after=${after}`)).json());
const isSame = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
const refusalOf = async (response: Response) => {
	const { error } = (await response.json()) as { error: string };
	return `${response.status} ${error}`;
};
const actions = async () => (await here.point.store.audit.lines(town, 0, 100)).map(({ action }) => action);

describe('an update by HTTP', () => {
	test('[S5.1] is on disk when it is answered, and makes the document', async () => {
		const answer = v.parse(updateAnswer, await (await here.bring('adviser', programme, set('a'))).json());
		expect(answer).toEqual({ n: 1, epoch: 'epoch-1' });
		const state = await here.point.store.documents.read(town, programme);
		expect(state?.updates).toHaveLength(1);
		expect((await here.read(programme)).getMap('m').toJSON()).toEqual({ a: 1 });
		expect(await actions()).toContain('documentCreated');
	});

	test('brought again changes nothing', async () => {
		const update = set('a');
		for (const n of [1, 1, 1])
			expect(v.parse(updateAnswer, await (await here.bring('adviser', programme, update)).json()).n).toBe(n);
		expect((await here.point.store.documents.read(town, programme))?.updates).toHaveLength(1);
	});

	test('[D14] may be carried for others, and is recorded with its carrier', async () => {
		await here.bring('adviser', programme, set('a'));
		const els = here.join('adviser', programme);
		await els.synced();
		els.doc.getMap('m').set('b', 2);
		await els.barrier();
		els.leave();
		els.doc.getMap('m').set('offline', 3);
		const carried = await here.bring('colleague', programme, Y.encodeStateAsUpdate(els.doc));
		expect(carried.status).toBe(200);
		const state = await here.point.store.documents.read(town, programme);
		expect(state?.updates.at(-1)).toMatchObject({ account: 'adviser', carrier: 'colleague' });
	});

	test('of 2 MB is taken, of more than the limit is not', async () => {
		const large = set('text', 'x'.repeat(2 * 1024 * 1024));
		expect((await here.bring('adviser', programme, large)).status).toBe(200);
		const beyond = new Uint8Array(here.documents.limits.updateBytes + 1);
		expect(await refusalOf(await here.bring('adviser', programme, beyond))).toBe('413 tooLarge');
	});

	test('that contradicts what is known, has a gap, goes too deep or is none, is refused and leaves nothing', async () => {
		await here.bring(
			'adviser',
			programme,
			edit((doc) => doc.getText('t').insert(0, 'one'), 7)
		);
		const forked = edit((doc) => doc.getText('t').insert(0, 'two'), 7);
		expect(await refusalOf(await here.bring('adviser', programme, forked))).toBe('409 contradicts');
		const late = new Y.Doc();
		late.getMap('m').set('first', 1);
		const before = Y.encodeStateVector(late);
		late.getMap('m').set('second', 1);
		const gap = Y.encodeStateAsUpdate(late, before);
		expect(await refusalOf(await here.bring('adviser', programme, gap))).toBe('422 gap');
		for (const depth of [33, 5000])
			expect(await refusalOf(await here.bring('adviser', programme, nested(depth)))).toBe('422 tooDeep');
		expect(await refusalOf(await here.bring('adviser', programme, lists(33)))).toBe('422 tooDeep');
		expect((await here.bring('adviser', programme, nested(32))).status).toBe(200);
		expect(await refusalOf(await here.bring('adviser', programme, Uint8Array.of(1, 2, 3)))).toBe(
			'400 malformed'
		);
		expect((await here.read(programme)).getText('t').toJSON()).toBe('one');
		// What is refused on a document that is not there makes none.
		expect(await refusalOf(await here.bring('adviser', `${town}/plan/x/g1`, gap))).toBe('422 gap');
		expect((await listed()).documents.map(({ name }) => name)).toEqual([programme]);
	});

	test.each(roles)(
		'of a %s is taken as the matrix has it, and what may not be read is not there',
		async (role) => {
			const [writes, reads] = ['write', 'read'].map((verb) =>
				matrix.programme[role]?.includes(verb as 'write' | 'read')
			);
			const made = await here.bring(role, programme, set('a'));
			expect(made.status).toBe(writes ? 200 : 404);
			if (!writes) await here.bring('adviser', programme, set('a'));
			const more = await here.bring(role, programme, set('b'));
			// A councillor reads what is public, and this one is internal.
			const isReadable = reads === true && role !== 'councilReader';
			expect(more.status).toBe(writes ? 200 : isReadable ? 403 : 404);
			const names = (await listed(role)).documents.map(({ name }) => name);
			expect(names).toEqual(isReadable ? [programme] : []);
			const missing = await here.ask(role, 'documents/programme/p1/g1/missing', { method: 'POST' });
			expect(missing.status).toBe(isReadable ? 200 : 404);
		}
	);
});

describe('the catalogue', () => {
	test('[S7.1] says what changed since, and nothing of what did not', async () => {
		await here.bring('adviser', programme, set('a'));
		await here.bring('adviser', `${town}/plan/p/g1`, set('a'));
		const { cursor, documents } = await listed();
		expect(documents).toHaveLength(2);
		expect((await listed('adviser', cursor)).documents).toEqual([]);
		await here.bring('adviser', programme, set('b'));
		const { documents: changed } = await listed('adviser', cursor);
		expect(changed).toMatchObject([{ name: programme, isCurrent: true, confidentiality: 'internal' }]);
	});

	test('of one town says nothing of another', async () => {
		await here.bring('adviser', programme, set('a'));
		await here.point.invite('adviser-there', 'adviser', { workspace: otherTown });
		const there = `${here.http}/api/v1/w/${otherTown}/documents`;
		const response = await fetch(there, { headers: { 'x-test-account': 'adviser-there' } });
		expect(v.parse(catalogue, await response.json()).documents).toEqual([]);
		expect((await here.ask('adviser-there', 'documents')).status).toBe(404);
	});
});

test('what is lacking comes with its deletions', async () => {
	const doc = new Y.Doc();
	for (const key of ['a', 'b']) doc.getMap('m').set(key, 1);
	await here.bring('adviser', programme, Y.encodeStateAsUpdate(doc));
	const device = new Y.Doc();
	Y.applyUpdate(device, Y.encodeStateAsUpdate(doc));
	doc.getMap('m').delete('a');
	await here.bring('adviser', programme, Y.encodeStateAsUpdate(doc));
	const body = Buffer.from(Y.encodeStateVector(device));
	const response = await here.ask('board', 'documents/programme/p1/g1/missing', { method: 'POST', body });
	Y.applyUpdate(device, new Uint8Array(await response.arrayBuffer()));
	expect(isSame(device, doc)).toBe(true);
});

describe('a large deletion', () => {
	const full = () => {
		const doc = new Y.Doc();
		for (let n = 0; n < 300; n++) doc.getMap('m').set(`k${n}`, n);
		doc.getText('t').insert(0, 'a long story '.repeat(50));
		return doc;
	};
	const versionsOf = async () => {
		const response = await here.ask('adviser', 'documents/programme/p1/versions');
		return v.parse(versionList, await response.json()).versions;
	};
	const restored = async (id: string) => {
		const asked = await here.ask('adviser', `documents/programme/p1/versions/${id}/restore`, {
			method: 'POST'
		});
		return v.parse(restoreAnswer, await asked.json()).name;
	};

	test('[D13] in many small steps makes a version first, and one click brings all of it back', async () => {
		const doc = full();
		await here.bring('adviser', programme, Y.encodeStateAsUpdate(doc));
		const [els, jan] = [here.join('adviser', programme), here.join('colleague', programme)];
		await Promise.all([els.synced(), jan.synced()]);
		for (const key of [...els.doc.getMap('m').keys()]) els.doc.getMap('m').delete(key);
		els.doc.getText('t').delete(0, els.doc.getText('t').length);
		await els.barrier();
		expect((await here.read(programme)).getMap('m').size).toBe(0);
		const [version] = await versionsOf();
		expect(version).toMatchObject({ name: programme, madeBy: 'adviser', reason: 'largeDeletion' });
		const next = await restored(version!.id);
		expect(next).toBe(`${town}/programme/p1/g2`);
		const back = await here.read(next);
		expect(back.getMap('m').toJSON()).toEqual(doc.getMap('m').toJSON());
		expect(back.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
		expect(isSame(back, doc)).toBe(true);
		// Those who had it open hear of it; the old generation takes nothing more, and can be read.
		expect([await els.refused, await jan.refused]).toEqual(['notCurrent', 'notCurrent']);
		expect(await refusalOf(await here.bring('adviser', programme, set('late')))).toBe('409 notCurrent');
		expect((await here.read(programme)).getMap('m').size).toBe(0);
		const entries = (await listed()).documents.map(({ name, isCurrent }) => [name, isCurrent]);
		expect(new Map(entries as [string, boolean][])).toEqual(
			new Map([
				[programme, false],
				[next, true]
			])
		);
		expect(await actions()).toEqual(expect.arrayContaining(['versionMade', 'versionRestored']));
		expect(await verifyLog(here.point.store.audit, town)).toEqual([]);
	});

	test('that is taken back can be taken back again', async () => {
		await here.bring('adviser', programme, Y.encodeStateAsUpdate(full()));
		const doc = await here.read(programme);
		doc.getMap('m').clear();
		await here.bring('adviser', programme, Y.encodeStateAsUpdate(doc));
		const [version] = await versionsOf();
		await restored(version!.id);
		const [latest] = await versionsOf();
		expect(latest).toMatchObject({ reason: 'beforeRestore', name: programme });
		const third = await restored(latest!.id);
		expect(isSame(await here.read(third), doc)).toBe(true);
	});

	test('is not what writing is: an evening of small changes makes no version', async () => {
		await here.bring('adviser', programme, Y.encodeStateAsUpdate(full()));
		const els = here.join('adviser', programme);
		await els.synced();
		for (let n = 0; n < 150; n++) els.doc.getMap('m').set(`k${n}`, 'changed');
		await els.barrier();
		expect(await versionsOf()).toEqual([]);
	});

	test.each(['lead', 'fieldOfficer', 'partner', 'administrator'])(
		'is not brought back by a %s',
		async (role) => {
			await here.bring('adviser', programme, Y.encodeStateAsUpdate(full()));
			const doc = await here.read(programme);
			doc.getMap('m').clear();
			await here.bring('adviser', programme, Y.encodeStateAsUpdate(doc));
			const [version] = await versionsOf();
			const path = `documents/programme/p1/versions/${version!.id}/restore`;
			const { status } = await here.ask(role, path, { method: 'POST' });
			expect(status).toBe(role === 'administrator' ? 404 : 403);
		}
	);
});

describe('a poisoned document', () => {
	const poisons: [string, Uint8Array, string][] = [
		['bytes that are no update', Uint8Array.of(9, 9, 9), 'it cannot be read'],
		['a gap', onlySecond(), 'it has a gap'],
		['types in types', nested(400), 'it goes too deep'],
		['lists in lists', lists(400), 'it goes too deep']
	];
	test.each(poisons)('with %s is set aside with a sentence, and the others work', async (_, bytes, why) => {
		await here.bring('adviser', programme, set('a'));
		const other = `${town}/plan/p/g1`;
		await here.bring('adviser', other, set('a'));
		await here.documents.stop();
		const account = here.point.asked('adviser').account;
		const update = { bytes, account, carrier: account, receivedAt: 1 };
		await here.point.store.atomically(({ documents }) => documents.append(town, programme, [update]));
		const els = here.join('adviser', programme);
		expect(await els.refused).toBe('quarantined');
		expect(said).toEqual([
			`The document ${programme} cannot be opened: ${why}. It is set aside; the others go on.`
		]);
		expect(await refusalOf(await here.bring('adviser', programme, set('b')))).toBe('409 quarantined');
		const jan = here.join('colleague', other);
		await jan.synced();
		jan.doc.getMap('m').set('b', 2);
		await jan.barrier();
		expect((await here.read(other)).getMap('m').toJSON()).toEqual({ a: 1, b: 2 });
		const lines = await here.point.store.audit.lines(town, 0, 100);
		expect(lines.filter(({ action }) => action === 'documentQuarantined')).toMatchObject([{ reason: why }]);
	});
});

test('a document is read from its snapshot and from what came after it', async () => {
	await here.close();
	here = await gathering({ documents: { snapshotAfter: 20 } });
	await here.point.invite('adviser', 'adviser');
	const doc = new Y.Doc();
	for (let n = 0; n < 50; n++) {
		const before = Y.encodeStateVector(doc);
		doc.getMap('m').set(`k${n}`, n);
		await here.bring('adviser', programme, Y.encodeStateAsUpdate(doc, before));
	}
	const state = await here.point.store.documents.read(town, programme);
	expect(state?.snapshot?.upTo).toBe(40);
	expect(state?.updates).toHaveLength(10);
	await here.documents.stop();
	expect(isSame(await here.read(programme), doc)).toBe(true);
});
