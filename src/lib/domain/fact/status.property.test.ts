import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, FactId, MeasureId } from '../id.ts';
import { statuses, type Fact, type Status } from './fact.ts';
import { deriveStatus, lacksReason, parseStatus } from './status.ts';

function fact(id: string, payload: Fact['payload'], occurredAt: number): Fact {
	return {
		id: id as FactId,
		device: 'd' as DeviceId,
		deviceSeq: 1,
		previousHash: null,
		continues: null,
		hash: '',
		signature: null,
		bytes: new Uint8Array(),
		salt: '',
		person: null,
		occurredAt,
		deviceOffset: null,
		confidentiality: 'internal',
		payload
	};
}
function said(id: string, seen: string[] = [], at = 0, status: Status = 'running'): Fact {
	const payload = {
		kind: 'status',
		measureId: 'm' as MeasureId,
		status,
		colour: null,
		reason: null,
		seen: seen as FactId[],
		source: null
	} as const;
	return fact(id, payload, at);
}
function withdrawn(id: string, of: string): Fact {
	return fact(id, { kind: 'withdrawal', factId: of as FactId, measureId: 'm' as MeasureId }, 0);
}

/** Any history: each status has seen some of the earlier ones, and some are withdrawn. */
const history = fc
	.array(
		fc.record({
			seen: fc.array(fc.nat(20)),
			at: fc.nat(1000),
			gone: fc.boolean(),
			status: fc.constantFrom(...statuses)
		}),
		{
			maxLength: 20
		}
	)
	.map((acts) =>
		acts.flatMap(({ seen, at, gone, status }, index) => [
			said(
				`f${index}`,
				seen.filter((one) => one < index).map((one) => `f${one}`),
				at,
				status
			),
			...(gone ? [withdrawn(`w${index}`, `f${index}`)] : [])
		])
	);

describe('the status of a measure', () => {
	test('is the same for any order and with duplicates', () => {
		fc.assert(
			fc.property(history, fc.infiniteStream(fc.nat()), (facts, chance) => {
				const mixed = [...facts, ...facts]
					.map((one) => ({ one, at: Number(chance.next().value) }))
					.sort((a, b) => a.at - b.at)
					.map(({ one }) => one);
				expect(deriveStatus(mixed)).toEqual(deriveStatus(facts));
			})
		);
	});

	test('never shows what was withdrawn, and always shows something while anything stands', () => {
		fc.assert(
			fc.property(history, (facts) => {
				const { current, heads, history: live } = deriveStatus(facts);
				const gone = new Set(
					facts.flatMap(({ payload }) => (payload.kind === 'withdrawal' ? [payload.factId] : []))
				);
				expect(live.some((status) => gone.has(status.factId))).toBe(false);
				expect(current === null).toBe(live.length === 0);
				expect(heads.length > 0).toBe(live.length > 0);
			})
		);
	});

	test('two that did not see each other both stand until someone chooses', () => {
		const apart = [said('a'), said('b', ['a']), said('c', ['a'])];
		expect(
			deriveStatus(apart)
				.heads.map((head) => head.factId)
				.sort()
		).toEqual(['b', 'c']);
		expect(deriveStatus([...apart, said('d', ['b', 'c'])]).heads.map((head) => head.factId)).toEqual(['d']);
	});

	test('a withdrawal brings back what it had replaced', () => {
		const facts = [said('a'), said('b', ['a']), withdrawn('w', 'b')];
		expect(deriveStatus(facts).current?.factId).toBe('a');
	});
});

test('a pause, a stop and a change need a reason that says something', () => {
	expect(lacksReason('paused', '  ')).toBe(true);
	expect(lacksReason('paused', 'winter')).toBe(false);
	expect(lacksReason('running', null)).toBe(false);
});

test.each([
	['Afgerond', 'done'],
	['loopt', 'running'],
	['Nog niet gestart', 'notStarted'],
	['vertraagd door personeelstekort', 'delayed'],
	['60%', 'running'],
	['100 %', 'done'],
	['in voorbereiding', 'preparing'],
	['vervallen', 'dropped'],
	['paars', null]
])('the words “%s” in a report mean %s', (text, status) => {
	expect(parseStatus(text)).toBe(status);
});
