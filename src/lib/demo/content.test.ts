import { describe, expect, it } from 'vitest';
import { needsReason, type StatusPayload } from '#lib/domain/fact/fact.ts';
import { findPersonal } from '#lib/domain/privacy/guard.ts';
import { findGaps } from '#lib/domain/gap/gap.ts';
import type { ActionItemRow, GoalRow, MeasureRow } from '#lib/domain/programme/row.ts';
import { id } from './seed.ts';
import { demoContent } from './content.ts';
import { currentId } from './programmes.ts';

const demo = demoContent();
const { municipality: _town, meId, facts, ...rows } = demo;
const everyRow = Object.values(rows).flat();
const known = new Set<string>(everyRow.map(({ id }) => id));

/** Every string in a value, however deep, that looks like a reference inside the demo. */
function references(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('demo-') ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(references);
}

const statuses = facts.flatMap(({ key, payload }) => (payload.kind === 'status' ? [{ key, payload }] : []));
const lastStatus = new Map<string, StatusPayload>(
	statuses.map(({ payload }) => [payload.measureId, payload])
);

const emptyRow = {
	order: '',
	removedAt: null,
	source: null,
	parent: currentId,
	themeId: id<'theme'>('none')
};
const emptyWork = {
	goalIds: [],
	portfolioHolders: [],
	partners: [],
	lead: null,
	planning: null,
	budget: null
};
const emptyItem: Omit<ActionItemRow, 'id'> = { ...emptyRow, ...emptyWork, title: null };
const emptyMeasure: Omit<MeasureRow, 'id'> = {
	...emptyRow,
	...emptyWork,
	itemId: id('none'),
	text: '',
	note: '',
	kind: null,
	targetGroup: null,
	areas: [],
	activities: [],
	funding: null,
	continuedFrom: null
};
const emptyGoal: Omit<GoalRow, 'id'> = {
	...emptyRow,
	text: '',
	kind: null,
	story: '',
	indicatorId: null,
	baseline: null,
	target: null,
	targetYear: null,
	direction: null,
	planGoalId: null
};

describe('the demo town', () => {
	it('is one harbour town with people, teams, partners and places', () => {
		expect(demo.municipality).toBe('Wierhaven');
		expect([demo.people, demo.units, demo.partners, demo.areas].map((list) => list.length)).toEqual([
			8, 9, 18, 14
		]);
		expect([demo.indicators.length, demo.covenants.length]).toEqual([6, 3]);
		expect(demo.people.map(({ id }) => id)).toContain(meId);
	});

	it('has a plan of twelve themes, each with passages and goals', () => {
		const themes = demo.themes.filter(({ parent }) => parent === demo.plans[0]?.id);
		const count = (level: string) => themes.filter((theme) => theme.level === level).length;
		expect([count('priority'), count('strategic'), count('watch'), count('outOfScope')]).toEqual([
			4, 6, 1, 1
		]);
		for (const theme of themes) {
			const kinds = demo.sections.filter(({ themeId }) => themeId === theme.id).map(({ kind }) => kind);
			expect(kinds).toEqual(expect.arrayContaining(['topic', 'ambition', 'approach', 'precondition']));
			expect(demo.goals.filter(({ themeId }) => themeId === theme.id).length).toBeGreaterThan(0);
		}
	});

	it('says why a theme is watched or left out', () => {
		const set = demo.themes.filter(({ level }) => level === 'watch' || level === 'outOfScope');
		expect(set.filter(({ levelReason }) => !levelReason)).toEqual([]);
	});

	it('has a finished programme of 24 measures and a running one of 46', () => {
		const [current, previous] = demo.programmes.map(
			({ id }) => demo.measures.filter(({ parent }) => parent === id).length
		);
		expect([previous, current]).toEqual([24, 46]);
	});

	it('gives no id twice', () => {
		expect(known.size).toBe(everyRow.length);
		expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
	});

	it('points only at what is there', () => {
		const keys = new Set<string>(facts.map(({ key }) => key));
		const lost = [...references(everyRow), ...references(facts)].filter(
			(ref) => !known.has(ref) && !keys.has(ref)
		);
		expect(lost).toEqual([]);
	});

	it('lets a programme point only at its own plan, and a measure only at its own programme', () => {
		const parentOf = new Map<string, string | undefined>(
			[...demo.themes, ...demo.goals, ...demo.items].map(({ id, parent }) => [id, parent])
		);
		for (const measure of demo.measures)
			for (const ref of [measure.themeId, measure.itemId, ...(measure.goalIds ?? [])])
				expect(parentOf.get(ref ?? '')).toBe(measure.parent);
		for (const item of demo.items)
			for (const goal of item.goalIds ?? []) expect(parentOf.get(goal)).toBe(item.parent);
		for (const goal of demo.goals.filter(({ planGoalId }) => planGoalId))
			expect(parentOf.get(goal.planGoalId ?? '')).toBe(demo.plans[0]?.id);
	});

	it('carries on exactly the measures that were called continued', () => {
		const [, previous] = demo.programmes;
		const called = demo.measures.filter(
			({ id, parent }) => parent === previous?.id && lastStatus.get(id)?.status === 'continued'
		);
		const carried = demo.measures.flatMap(({ continuedFrom }) => continuedFrom ?? []);
		expect(carried.toSorted()).toEqual(called.map(({ id }) => id).toSorted());
		expect(carried).toHaveLength(10);
	});

	it('leaves gaps that a newcomer can mend', () => {
		const parent = currentId;
		const mine = <R extends { parent?: string }>(list: readonly R[]) =>
			list.filter((row) => row.parent === parent);
		const items = mine(demo.items).map((item) => ({ ...emptyItem, ...item }));
		const measures = mine(demo.measures).map((measure) => ({ ...emptyMeasure, ...measure }));
		const goals = mine(demo.goals).map((goal) => ({ ...emptyGoal, ...goal }));
		const gaps = findGaps(measures, new Map(items.map((item) => [item.id, item])), goals);
		const counts = Object.fromEntries(
			Object.entries<readonly string[]>({ ...gaps }).map(([kind, list]) => [kind, list.length])
		);
		expect(counts).toEqual({
			lead: 13,
			budget: 21,
			planning: 3,
			portfolioHolder: 3,
			measureWithoutGoal: 9,
			goalWithoutMeasure: 2
		});
	});
});

describe('the facts of the demo town', () => {
	it('stand in the order they happened, all in 2026', () => {
		const times = facts.map(({ occurredAt }) => occurredAt);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(times.filter((at) => new Date(at).getUTCFullYear() !== 2026)).toEqual([]);
	});

	it('give a reason wherever a status or a signal needs one', () => {
		const silent = statuses.filter(
			({ payload: { status, colour, reason } }) =>
				!reason && (needsReason.includes(status) || colour === 'attention' || colour === 'stuck')
		);
		expect(silent).toEqual([]);
	});

	it('name only status facts that came before, about the same measure', () => {
		const before = new Map<string, string>();
		for (const { key, payload } of statuses) {
			for (const ref of payload.seen) expect(before.get(ref)).toBe(payload.measureId);
			before.set(key, payload.measureId);
		}
	});

	it('hold one pair of statuses that did not see each other', () => {
		const seen = new Set<string>(statuses.flatMap(({ payload }) => payload.seen));
		const heads = statuses.filter(({ key }) => !seen.has(key)).map(({ payload }) => payload.measureId);
		expect(heads.filter((id, at) => heads.indexOf(id) !== at)).toEqual(['demo-m-2-2']);
	});

	it('follow every indicator through at least eight quarters', () => {
		for (const { id } of demo.indicators) {
			const mine = facts.filter(
				({ payload }) => payload.kind === 'observation' && payload.indicatorId === id
			);
			expect(mine.length).toBeGreaterThanOrEqual(8);
		}
	});

	it('tell of sixty things that were done in the street, by several people, on several measures', () => {
		const done = facts.flatMap(({ person, payload }) =>
			payload.kind === 'progress' ? [{ person, payload }] : []
		);
		expect(done).toHaveLength(60);
		expect(new Set(done.map(({ person }) => person)).size).toBeGreaterThanOrEqual(3);
		expect(new Set(done.map(({ payload }) => payload.measureId)).size).toBeGreaterThanOrEqual(7);
		expect(facts.filter(({ payload }) => payload.kind === 'signal')).toHaveLength(2);
	});

	it('tick only steps that are there', () => {
		const ticks = facts.flatMap(({ payload }) => (payload.kind === 'tick' ? [payload] : []));
		expect(ticks.length).toBeGreaterThan(5);
		for (const { checkItemId, measureId } of ticks)
			expect(demo.checkItems.find((item) => item.id === checkItemId)?.measureId).toBe(measureId);
	});

	it('name no person in what the street tells', () => {
		const texts = facts.flatMap(({ payload }) => ('text' in payload && payload.text ? [payload.text] : []));
		expect(texts.filter((text) => findPersonal(text).length > 0)).toEqual([]);
	});

	it('give the newcomer a filled round: measures of their own, and places where they were last', () => {
		const mine = demo.measures.filter(
			({ lead, parent }) => parent === currentId && (lead?.id === meId || lead?.id === 'demo-unit-oov')
		);
		expect(mine.length).toBeGreaterThanOrEqual(4);
		const last = new Map(
			facts.flatMap(({ payload, person }) =>
				payload.kind === 'progress' ? [[payload.measureId, person]] : []
			)
		);
		expect([...last.values()].filter((person) => person === meId).length).toBeGreaterThanOrEqual(4);
	});

	it('tell that the council adopted the plan on 14 March 2026', () => {
		expect(facts.map(({ payload }) => payload)).toContainEqual(
			expect.objectContaining({
				objectId: demo.plans[0]?.id,
				body: 'council',
				decision: 'adopt',
				date: '2026-03-14'
			})
		);
	});
});
