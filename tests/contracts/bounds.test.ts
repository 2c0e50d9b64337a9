import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { FactPayload } from '#lib/domain/fact/fact.ts';
import type { AreaId, MeasureId, PersonId, UnitId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import { pull } from '../../src/server/facts/pull.ts';
import { takeBatch } from '../../src/server/facts/take-batch.ts';
import { correction, done, withdrawal } from '../simulation/support/facts.ts';
import { town } from '../simulation/support/grants.ts';
import { edit, gathering, programme, type Gathering } from './support/gathering.ts';
import type { Point, Tablet } from './support/meeting-point.ts';

/**
 * Rights that are bound to a document, a team or an area, held against what the documents say of a measure: who leads
 * it, where it is. Two programmes, two teams, and officers of each.
 */
const [boa, district] = ['boa' as UnitId, 'wijk' as UnitId];
const harbour = 'haven' as AreaId;
const other = `${town}/programme/p2/g1`;
const register = `${town}/register/r1/g1`;

let here: Gathering;
let point: Point;
const tablets = new Map<string, Tablet>();
beforeEach(async () => {
	here = await gathering();
	({ point } = here);
	await point.invite('adviser', 'adviser');
	await point.invite('piet', 'fieldOfficer', { team: boa });
	await point.invite('noor', 'fieldOfficer', { team: boa });
	await point.invite('wim', 'fieldOfficer', { team: district });
	await point.invite('omar', 'lead', { document: 'p1' });
	await point.invite('haven', 'fieldOfficer', { area: harbour });
	for (const name of ['adviser', 'piet', 'noor', 'wim', 'omar', 'haven'])
		tablets.set(name, await point.device(name));
	await here.bring(
		'adviser',
		programme,
		edit((doc) => {
			const [measures, items] = [doc.getMap('measures'), doc.getMap('items')];
			items.set('i1.lead', { kind: 'unit', id: boa });
			measures.set('ours.lead', { kind: 'unit', id: boa });
			measures.set('ours.areas.haven', 0);
			measures.set('left.areas.haven', null);
			measures.set('theirs.lead', { kind: 'person', id: 'jan' });
			measures.set('inherited.itemId', 'i1');
			measures.set('nobodys.lead', null);
			measures.set('partners.lead', { kind: 'partner', id: 'police' });
			measures.set('broken.lead', 'not a lead');
		})
	);
	await here.bring(
		'adviser',
		other,
		edit((doc) => void doc.getMap('measures').set('elsewhere.lead', { kind: 'unit', id: boa }))
	);
	await here.bring(
		'adviser',
		register,
		edit((doc) => void doc.getMap('people').set('jan.unitId', district))
	);
});
afterEach(() => here.close());

const about = (measureId: string) => ({ ...done(), measureId: measureId as MeasureId });
const signal: FactPayload = {
	kind: 'signal',
	measureId: null,
	text: 'a lamp is out',
	place: null,
	photos: []
};
const saying = (who: string, payload: FactPayload) =>
	tablets.get(who)!.say(payload, { person: who as PersonId });
const bring = (who: string, facts: readonly WireFact[]) => takeBatch(point, point.asked(who), town, facts);
const answer = async (who: string, payload: FactPayload) => {
	const [verdict] = (await bring(who, [await saying(who, payload)])).verdicts;
	return verdict?.verdict === 'refused' ? verdict.reason : verdict?.verdict;
};
const answers = async (who: string, measures: readonly string[]) => {
	const said: (string | undefined)[] = [];
	for (const measure of measures) said.push(await answer(who, about(measure)));
	return said;
};
const read = (who: string) => pull(point, point.asked(who), town, 0);
const seenBy = async (who: string) =>
	(await read(who)).facts.map(({ fact }) => (fact.payload as { measureId: string | null }).measureId).sort();

describe('a right for one team', () => {
	test('says what belongs to a measure that the team leads, itself or by its action item, and no other', async () => {
		expect(await answers('piet', ['ours', 'inherited', 'theirs'])).toEqual([
			...['stored', 'stored', 'notAllowed']
		]);
		expect(await answers('wim', ['ours', 'theirs'])).toEqual(['notAllowed', 'stored']);
	});

	test('says what belongs to a measure that no team leads, and to no measure at all', async () => {
		expect(await answers('piet', ['nobodys', 'partners', 'broken', 'unknown'])).toEqual(
			Array.from({ length: 4 }, () => 'stored')
		);
		expect(await answer('piet', signal)).toBe('stored');
	});

	test('corrects and takes back within it, also by way of a measure of another team no other', async () => {
		const first = await saying('piet', about('ours'));
		await bring('piet', [first]);
		expect(await answer('piet', correction(first.id, about('ours')))).toBe('stored');
		expect(await answer('piet', correction(first.id, about('theirs')))).toBe('notAllowed');
		expect(await answer('piet', withdrawal(first.id))).toBe('stored');
	});

	test('reads what anyone said of its measures, and of the rest only what its own people said', async () => {
		const measures = ['ours', 'theirs', 'inherited', 'elsewhere', 'nobodys'];
		await bring('adviser', await Promise.all(measures.map((one) => saying('adviser', about(one)))));
		await answers('noor', ['partners']);
		await answers('wim', ['broken']);
		expect(await seenBy('piet')).toEqual(['elsewhere', 'inherited', 'ours', 'partners']);
		expect(await seenBy('wim')).toEqual(['broken', 'theirs']);
		expect(await seenBy('adviser')).toHaveLength(7);
	});

	test('[S4.1] reaches what was said before, when the measure comes to the team: `view` is another one', async () => {
		await bring('adviser', [await saying('adviser', about('theirs'))]);
		const [before, others] = [await read('piet'), (await read('adviser')).view];
		expect(before.facts).toEqual([]);
		// What is none of its affair leaves it as it was: a device would fetch everything anew.
		await here.bring(
			'adviser',
			programme,
			edit((doc) => void doc.getMap('measures').set('nobodys.budget', '1.000'))
		);
		expect((await read('piet')).view).toBe(before.view);
		const moved = await here.read(programme);
		moved.getMap('measures').set('theirs.lead', { kind: 'unit', id: boa });
		await here.bring('adviser', programme, Y.encodeStateAsUpdate(moved));
		const after = await read('piet');
		expect(after.view).not.toBe(before.view);
		expect(after.facts).toHaveLength(1);
		expect((await read('adviser')).view).toBe(others);
	});
});

test('a right for one document says and reads what belongs to its measures, and no other', async () => {
	expect(await answers('omar', ['ours', 'nobodys', 'elsewhere', 'unknown'])).toEqual([
		...['stored', 'stored', 'notAllowed', 'notAllowed']
	]);
	const measures = ['ours', 'elsewhere', 'unknown'];
	await bring('adviser', await Promise.all(measures.map((one) => saying('adviser', about(one)))));
	expect(await seenBy('omar')).toEqual(['nobodys', 'ours', 'ours']);
});

test('a right for one area reaches the measures there, and a place that a fact names goes before', async () => {
	const at = (areaId: string) => ({ ...about('ours'), place: { areaId: areaId as AreaId, point: null } });
	expect(await answers('haven', ['ours', 'left', 'theirs'])).toEqual(['stored', 'notAllowed', 'notAllowed']);
	expect([await answer('haven', at('haven')), await answer('haven', at('centrum'))]).toEqual([
		...['stored', 'notAllowed']
	]);
});

test('photos follow the facts that name them', async () => {
	const sha256 = 'a'.repeat(64);
	const photos = [{ sha256, bytes: 1, width: 1, height: 1 }];
	await bring('adviser', [await saying('adviser', { ...about('theirs'), photos })]);
	point.blobs.state = () => Promise.resolve({ isWhole: true, have: 1 });
	const asked = async (who: string) => (await here.ask(who, `blobs/${sha256}`, { method: 'HEAD' })).status;
	expect([await asked('wim'), await asked('piet')]).toEqual([200, 404]);
});
