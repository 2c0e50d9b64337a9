import fc from 'fast-check';
import type { StoreFault } from './faults.ts';

/** Which profile (of two, once there is a clone) and which of its two tabs. */
export interface Where {
	profile: 0 | 1;
	tab: 0 | 1;
}

export type Act =
	| { what: 'say'; measure: number; kind: 'progress' | 'signal' | 'later'; draft: boolean }
	| {
			what: 'status' | 'tick' | 'correct' | 'withdraw' | 'add' | 'edit' | 'type' | 'picture';
			measure: number;
	  }
	| { what: 'undo' | 'redo' };

export const losable = ['documents', 'rows', 'summaries', 'links', 'arrivals', 'journal', 'stores'] as const;

export type Happening =
	| { what: 'act'; at: Where; act: Act; hold: boolean }
	| { what: 'killTab' | 'restartTab'; at: Where }
	| { what: 'killDevice' | 'restartDevice'; profile: 0 | 1 }
	| { what: 'lose'; profile: 0 | 1; store: (typeof losable)[number] }
	| { what: 'loseFacts'; profile: 0 | 1; hasFile: boolean }
	| { what: 'clock'; profile: 0 | 1; hours: number }
	| { what: 'pass'; milliseconds: number }
	| { what: 'fault'; profile: 0 | 1; fault: StoreFault }
	| { what: 'clone' }
	| { what: 'file'; from: 0 | 1; to: 0 | 1 };

const either = fc.constantFrom(0 as const, 1 as const);
const where = fc.record<Where>({ profile: either, tab: either });
const measure = fc.nat(2);

const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			what: fc.constant('say' as const),
			measure,
			kind: fc.constantFrom('progress' as const, 'progress' as const, 'signal' as const, 'later' as const),
			draft: fc.boolean()
		})
	},
	{
		weight: 9,
		arbitrary: fc.record({
			what: fc.constantFrom(
				...([
					'status',
					'status',
					'tick',
					'correct',
					'withdraw',
					'add',
					'edit',
					'type',
					'type',
					'picture',
					'picture'
				] as const)
			),
			measure
		})
	},
	{ weight: 1, arbitrary: fc.record({ what: fc.constantFrom('undo' as const, 'redo' as const) }) }
);

const fault: fc.Arbitrary<StoreFault> = fc.record({
	kind: fc.constantFrom(
		'abort' as const,
		'abort' as const,
		'quota' as const,
		'closed' as const,
		'serverLost' as const
	),
	after: fc.nat(24),
	times: fc.integer({ min: 1, max: 4 })
});

const what = <W extends string>(...words: [W, ...W[]]) => fc.constantFrom(...words);

export const happening: fc.Arbitrary<Happening> = fc.oneof(
	{ weight: 24, arbitrary: fc.record({ what: what('act'), at: where, act, hold: fc.boolean() }) },
	{ weight: 6, arbitrary: fc.record({ what: what('fault'), profile: either, fault }) },
	{ weight: 3, arbitrary: fc.record({ what: what('killTab', 'restartTab'), at: where }) },
	{ weight: 2, arbitrary: fc.record({ what: what('killDevice', 'restartDevice'), profile: either }) },
	{
		weight: 2,
		arbitrary: fc.record({ what: what('lose'), profile: either, store: fc.constantFrom(...losable) })
	},
	{ weight: 1, arbitrary: fc.record({ what: what('loseFacts'), profile: either, hasFile: fc.boolean() }) },
	{
		weight: 2,
		arbitrary: fc.record({ what: what('clock'), profile: either, hours: fc.constantFrom(-48, 48, -1, 3) })
	},
	{ weight: 2, arbitrary: fc.record({ what: what('pass'), milliseconds: fc.constantFrom(50, 350, 1500) }) },
	{ weight: 1, arbitrary: fc.record({ what: what('clone') }) },
	{ weight: 2, arbitrary: fc.record({ what: what('file'), from: either, to: either }) }
);

export const happenings = fc.array(happening, { minLength: 4, maxLength: 18 });
