import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	anyHistory,
	correction,
	done,
	historyAndArrival,
	madeFact,
	measure,
	said,
	ticked,
	withdrawal
} from '../../../../tests/simulation/support/facts.ts';
import type { AreaId, CheckItemId } from '../id.ts';
import { deriveChecklist } from './checklist.ts';
import { byActivity, byArea, byMeasure, byWeek, progressOf, tally } from './progress.ts';
import { summarise } from './summary.ts';
import { timelineOf } from './timeline.ts';
import { isoWeekOf } from './week.ts';

const item = 'een' as CheckItemId;

describe('[S10] what is derived is the same for any order and with duplicates', () => {
	test.each([
		['the checklist', deriveChecklist],
		['progress', progressOf],
		['the timeline', timelineOf],
		['the summary', (facts: Parameters<typeof progressOf>[0]) => summarise(measure, facts)]
	])('%s', (_, derive: (facts: Parameters<typeof progressOf>[0]) => unknown) => {
		fc.assert(
			fc.property(historyAndArrival, ([facts, arrived]) => {
				// Maps are compared with their order: a screen shows that order.
				expect(asShown(derive(arrived))).toEqual(asShown(derive(facts)));
			})
		);
	});

	test('counts, also of fractions', () => {
		fc.assert(
			fc.property(historyAndArrival, ([facts, arrived]) => {
				const by = byWeek((ms) => `w${ms}`);
				for (const grouping of [by, byActivity, byArea, byMeasure])
					expect(asShown(tally(progressOf(arrived), grouping))).toEqual(
						asShown(tally(progressOf(facts), grouping))
					);
			})
		);
	});
});

function asShown(value: unknown): unknown {
	return value instanceof Map ? [...value] : value;
}

describe('a checklist', () => {
	test('an item is done when its only head says so', () => {
		const facts = [madeFact('a', ticked('een', true)), madeFact('b', ticked('een', false, ['a']), { at: 1 })];
		expect(deriveChecklist(facts.slice(0, 1)).get(item)).toMatchObject({ isDone: true, isDisputed: false });
		expect(deriveChecklist(facts).get(item)).toMatchObject({ isDone: false, isDisputed: false });
	});

	test('two that did not see each other are both shown until someone chooses', () => {
		const apart = [
			madeFact('a', ticked('een', true)),
			madeFact('b', ticked('een', false), { person: 'noor' })
		];
		expect(deriveChecklist(apart).get(item)).toMatchObject({ isDone: false, isDisputed: true });
		const chosen = [...apart, madeFact('c', ticked('een', true, ['a', 'b']))];
		expect(deriveChecklist(chosen).get(item)).toMatchObject({ isDone: true, isDisputed: false });
	});

	test('two that agree are no dispute', () => {
		const facts = [madeFact('a', ticked('een', true)), madeFact('b', ticked('een', true))];
		expect(deriveChecklist(facts).get(item)).toMatchObject({ isDone: true, isDisputed: false });
	});

	test('a tick does not replace what was said of another item', () => {
		const facts = [madeFact('a', ticked('een', true)), madeFact('b', ticked('twee', true, ['a']))];
		expect(deriveChecklist(facts).get(item)?.isDone).toBe(true);
	});

	test('what was said by anyone and not withdrawn is seen by a head', () => {
		fc.assert(
			fc.property(anyHistory, (facts) => {
				for (const { heads } of deriveChecklist(facts).values()) expect(heads.length).toBeGreaterThan(0);
			})
		);
	});
});

describe('counting progress', () => {
	const facts = [
		madeFact('a', done({ count: 3, unit: 'gesprekken', place: { areaId: 'haven' as AreaId, point: null } })),
		madeFact('b', done({ count: 2, unit: 'gesprekken', activity: 'inspection' }), { at: 1 }),
		madeFact('c', done({ count: 7, unit: 'fietsen' }), { at: 2 }),
		madeFact('d', done({ count: 99, unit: 'fietsen' }), { at: 3 }),
		madeFact('e', withdrawal('d'), { at: 4 }),
		madeFact('f', correction('b', done({ count: 5, unit: 'gesprekken', activity: 'inspection' })), { at: 5 })
	];
	test('adds up per unit, as it was corrected and without what was withdrawn', () => {
		expect(tally(progressOf(facts), byMeasure).get(measure)).toEqual({
			facts: 3,
			sums: new Map([
				['gesprekken', 8],
				['fietsen', 7]
			])
		});
	});
	test('groups what has no area under null, last', () => {
		expect([...tally(progressOf(facts), byArea)].map(([area, { facts: n }]) => [area, n])).toEqual([
			['haven', 1],
			[null, 2]
		]);
	});
	test('every fact is in one group', () => {
		fc.assert(
			fc.property(anyHistory, (history) => {
				const progress = progressOf(history);
				const total = [...tally(progress, byActivity).values()].reduce((sum, one) => sum + one.facts, 0);
				expect(total).toBe(progress.length);
			})
		);
	});
	test('the last one is the newest that stands', () => {
		expect(progressOf(facts)[0]?.factId).toBe('c');
	});
});

test.each([
	['2026-01-01', '2026-W01'],
	['2025-12-29', '2026-W01'],
	['2027-01-03', '2026-W53'],
	['2027-01-04', '2027-W01'],
	['2024-02-29', '2024-W09'],
	['2026-11-22', '2026-W47']
])('%s lies in week %s', (day, week) => {
	expect(isoWeekOf(day)).toBe(week);
});

describe('the timeline of a measure', () => {
	test('shows what was said before, what was withdrawn and what changed nothing', () => {
		const facts = [
			madeFact('a', done({ text: 'eerst' })),
			madeFact('b', correction('a', done({ text: 'beter' })), { at: 1 }),
			madeFact('c', correction('a', done({ text: 'best' })), { at: 2 }),
			madeFact('d', done({ text: 'mis' }), { at: 3 }),
			madeFact('e', withdrawal('d'), { at: 4 }),
			madeFact('f', withdrawal('a'), { at: 5, person: 'noor' })
		];
		expect(timelineOf(facts)).toMatchObject([
			{ factId: 'f', kind: 'withdrawal', ignored: 'notOwn' },
			{ factId: 'd', isWithdrawn: true },
			{
				factId: 'a',
				payload: { text: 'best' },
				correctedFrom: [{ text: 'eerst' }, { text: 'beter' }],
				isWithdrawn: false
			}
		]);
	});

	test('hides no fact that was not folded into another', () => {
		fc.assert(
			fc.property(anyHistory, (facts) => {
				const shown = new Set(timelineOf(facts).map(({ factId }) => factId));
				const plain = facts.filter(({ payload }) => !('factId' in payload));
				expect(plain.every(({ id }) => shown.has(id))).toBe(true);
			})
		);
	});
});

test('the summary of a measure says where it stands', () => {
	const facts = [
		madeFact('a', said('running')),
		madeFact('b', done({ text: 'gepraat' }), { at: 5 }),
		madeFact('c', ticked('een', true), { at: 2 }),
		madeFact('d', ticked('twee', true), { at: 2 }),
		madeFact('e', ticked('twee', false), { at: 3, person: 'noor' }),
		madeFact('f', { kind: 'unknown', original: { kind: 'later' } }, { at: 9 }),
		madeFact('g', done({ text: 'vergissing' }), { at: 7 }),
		madeFact('h', withdrawal('g'), { at: 8 })
	];
	expect(summarise(measure, facts)).toMatchObject({
		status: 'running',
		colour: null,
		lastProgress: { at: 5, text: 'gepraat' },
		progressCount: 1,
		ticks: { een: true, twee: 'disputed' },
		factCount: 5,
		lastAt: 5,
		unknownCount: 1
	});
	expect(summarise(measure, [])).toMatchObject({ status: null, factCount: 0, lastAt: null, ticks: {} });
});
