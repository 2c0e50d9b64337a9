import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factKinds, matrix, roles, type Role } from '#lib/domain/access/matrix.ts';
import type { FactPayload } from '#lib/domain/fact/fact.ts';
import type { IndicatorId, PlanId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import { batchAnswer, pullPage } from '#lib/protocol/messages.ts';
import { createApi } from '../../src/server/api/api.ts';
import { createHandler } from '../../src/server/handler.ts';
import { correction, done, said, ticked, withdrawal } from '../simulation/support/facts.ts';
import { otherTown, town } from '../simulation/support/grants.ts';
import { meetingPoint, type Point, type Tablet } from './support/meeting-point.ts';
import { credulous, servers } from './support/served.ts';

/** The matrix of rights over the wire: what each role may say and may read, as the table has it, and not a fact more. */
const home = 'https://driehoek.example';
const decision: FactPayload = {
	kind: 'decision',
	objectId: 'p1' as PlanId,
	body: 'triangle',
	decision: 'agree',
	date: null,
	reference: null,
	source: null
};
const observation: FactPayload = {
	kind: 'observation',
	indicatorId: 'i' as IndicatorId,
	period: '2026',
	value: 1,
	unit: '%',
	source: null,
	margin: null,
	areaId: null,
	story: null
};
const payloads: Record<(typeof factKinds)[number], FactPayload> = {
	status: said('running'),
	progress: done(),
	tick: ticked('c', true),
	signal: { kind: 'signal', measureId: null, text: 'a lamp is out', place: null, photos: [] },
	observation,
	decision,
	comment: { kind: 'comment', about: { collection: 'measures', id: 'm' }, text: 'good' },
	withdrawal: withdrawal('f'),
	correction: correction('f', {
		kind: 'comment',
		about: { collection: 'measures', id: 'm' },
		text: 'better'
	}),
	unknown: { kind: 'unknown', original: { kind: 'crowned' } }
};

const { serve, close } = servers();
let point: Point;
let address: string;
const tablets = new Map<Role, Tablet>();
/** Of each kind one that the adviser said, for all to see who may. */
const there = new Map<string, WireFact>();

beforeAll(async () => {
	point = await meetingPoint();
	const api = createApi({ meeting: point, identity: credulous, origins: new Set([home]) });
	address = await serve(createHandler(undefined, api));
	for (const role of roles) {
		await point.invite(role, role);
		await point.invite(`${role}-there`, role, { workspace: otherTown });
		tablets.set(role, await point.device(role));
	}
	for (const kind of factKinds) there.set(kind, await saying('adviser', kind));
	const { verdicts } = await bring('adviser', [...there.values()]);
	expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['stored']));
});
afterAll(async () => {
	await close();
	await point.store.close();
});

const saying = (role: Role, kind: (typeof factKinds)[number]) =>
	tablets.get(role)!.say(payloads[kind], { confidentiality: 'public' });

async function bring(account: string, facts: readonly WireFact[]) {
	const headers = { 'content-type': 'application/json', 'x-test-account': account, origin: home };
	const asked = { method: 'POST', headers, body: JSON.stringify({ facts }) };
	const response = await fetch(`${address}/api/v1/w/${town}/facts`, asked);
	return v.parse(batchAnswer, await response.json());
}
async function pulled(account: string, workspace = town) {
	const headers = { 'x-test-account': account };
	const response = await fetch(`${address}/api/v1/w/${workspace}/facts`, { headers });
	return v.parse(pullPage, await response.json()).facts.map(({ fact }) => fact.id);
}

describe.each(roles)('over the wire a %s', (role) => {
	test.each(factKinds)('says a fact of kind %s as the matrix has it', async (kind) => {
		const [verdict] = (await bring(role, [await saying(role, kind)])).verdicts;
		const may = matrix[kind][role]?.includes('record') === true;
		expect(verdict).toMatchObject(may ? { verdict: 'stored' } : { verdict: 'refused', reason: 'notAllowed' });
	});

	test('reads the kinds that the matrix has, and no other', async () => {
		const ids = new Set(await pulled(role));
		const seen = factKinds.filter((kind) => ids.has(there.get(kind)?.id ?? ''));
		// Whoever may not say what a correction says may not read it as one either: both kinds are asked.
		expect(seen).toEqual(
			factKinds.filter(
				(kind) =>
					matrix[kind][role]?.includes('read') &&
					(kind !== 'correction' || matrix.comment[role]?.includes('read'))
			)
		);
	});

	test('of another town pulls nothing from its own that is not there', async () => {
		expect(await pulled(`${role}-there`, otherTown)).toEqual([]);
	});
});
