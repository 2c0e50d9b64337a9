import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	anyHistory,
	correction,
	done,
	historyAndArrival,
	madeFact,
	said,
	withdrawal
} from '../../../../tests/simulation/support/facts.ts';
import type { MeasureId } from '../id.ts';
import type { Fact } from './fact.ts';
import { isOwn } from './own.ts';
import { settle, standing, unread } from './settle.ts';
import { deriveStatus } from './status.ts';

function textOf(facts: readonly Fact[], id: string): string | null | undefined {
	const payload = settle(facts).find(({ fact }) => fact.id === id)?.payload;
	return payload?.kind === 'progress' ? payload.text : undefined;
}
const first = madeFact('a', done({ text: 'eerst' }));

describe('facts as they stand', () => {
	test('[S10] are the same for any order and with duplicates', () => {
		fc.assert(
			fc.property(historyAndArrival, ([facts, arrived]) => {
				expect(settle(arrived)).toEqual(settle(facts));
			})
		);
	});

	test('[S12] nothing is dropped: every fact is in the outcome once, what cannot be read is listed', () => {
		fc.assert(
			fc.property(anyHistory, (facts) => {
				expect(
					settle(facts)
						.map(({ fact }) => fact.id)
						.sort()
				).toEqual(facts.map(({ id }) => id).sort());
				const unknown = facts.filter(({ payload }) => payload.kind === 'unknown');
				expect(unread(facts).length).toBe(unknown.length);
			})
		);
	});

	test('only change by what their own writer said', () => {
		fc.assert(
			fc.property(anyHistory, (facts) => {
				for (const { fact, payload, corrections, withdrawals, isWithdrawn } of settle(facts)) {
					expect([...corrections, ...withdrawals].every((later) => isOwn(later, fact))).toBe(true);
					expect(isWithdrawn).toBe(withdrawals.length > 0);
					expect(payload.kind).toBe(fact.payload.kind);
					if (corrections.length === 0) expect(payload).toBe(fact.payload);
				}
			})
		);
	});

	test('what arrives later about other facts changes nothing that stands', () => {
		fc.assert(
			fc.property(anyHistory, (facts) => {
				const others = [madeFact('x', done()), madeFact('y', withdrawal('x'))];
				const before = settle(facts);
				const after = settle([...others, ...facts]).filter(({ fact }) => !others.includes(fact));
				expect(after).toEqual(before);
			})
		);
	});
});

describe('a correction', () => {
	test('the last one stands and all are kept', () => {
		const facts = [
			madeFact('d', correction('a', done({ text: 'derde' })), { at: 3 }),
			madeFact('b', correction('a', done({ text: 'tweede' })), { at: 2 }),
			first
		];
		expect(textOf(facts, 'a')).toBe('derde');
		expect(settle(facts)[0]?.corrections.map(({ id }) => id)).toEqual(['b', 'd']);
	});

	test('that was withdrawn gives the earlier words back', () => {
		const facts = [
			first,
			madeFact('b', correction('a', done({ text: 'tweede' })), { at: 2 }),
			madeFact('w', withdrawal('b'), { at: 3 })
		];
		expect(textOf(facts, 'a')).toBe('eerst');
	});

	test.each<[string, Fact, string]>([
		['of a colleague', madeFact('b', correction('a', done({ text: 'x' })), { person: 'noor' }), 'notOwn'],
		['to another kind', madeFact('b', correction('a', said('done'))), 'otherKind'],
		[
			'to another measure',
			madeFact('b', correction('a', done({ measureId: 'elders' as MeasureId }))),
			'otherSubject'
		],
		['of what is not here', madeFact('b', correction('weg', done())), 'notHere']
	])('%s changes nothing and says why', (_, attempt, why) => {
		const facts = [first, attempt];
		expect(textOf(facts, 'a')).toBe('eerst');
		expect(settle(facts).find(({ fact }) => fact.id === 'b')?.ignored).toBe(why);
	});

	test('changes the reason of a status, but not what its writer had seen', () => {
		const facts = [
			madeFact('s', said('running')),
			madeFact('t', said('paused', ['s'], 'wintr'), { at: 1 }),
			madeFact('u', correction('t', said('paused', [], 'winter')), { at: 2 })
		];
		expect(deriveStatus(facts).heads).toMatchObject([{ factId: 't', reason: 'winter', seen: ['s'] }]);
	});
});

describe('a withdrawal', () => {
	test('wins over every correction, whenever it came', () => {
		const facts = [
			first,
			madeFact('w', withdrawal('a'), { at: 1 }),
			madeFact('b', correction('a', done({ text: 'later' })), { at: 9 })
		];
		expect(standing(settle(facts))).toEqual([]);
	});

	test('is final: withdrawing it does not bring the fact back', () => {
		const facts = [first, madeFact('w', withdrawal('a')), madeFact('v', withdrawal('w'))];
		expect(standing(settle(facts))).toEqual([]);
		expect(settle(facts).find(({ fact }) => fact.id === 'v')?.ignored).toBe('final');
	});

	test('of a fact that names nobody counts from the same device only', () => {
		const nobody = madeFact('a', done(), { person: null, device: 'tablet' });
		const from = (device: string) => [nobody, madeFact('w', withdrawal('a'), { device, at: 1 })];
		expect(standing(settle(from('laptop'))).length).toBe(1);
		expect(standing(settle(from('tablet'))).length).toBe(0);
	});

	test('counts from another device of the same person', () => {
		const facts = [first, madeFact('w', withdrawal('a'), { device: 'laptop' })];
		expect(standing(settle(facts))).toEqual([]);
	});
});
