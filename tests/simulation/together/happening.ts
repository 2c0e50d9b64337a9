import fc from 'fast-check';

/** Who does it: Marit (keeps the town, adviser), Els (adviser), Piet (field officer). */
export type Who = 0 | 1 | 2;

/** What may happen between three devices and their server. */
export type Happening =
	| { what: 'write'; who: 0 | 1; how: 'text' | 'note' | 'kind' | 'add' | 'remove' | 'undo'; measure: number }
	| { what: 'say'; who: Who; how: 'progress' | 'status' | 'photo'; measure: number }
	| { what: 'exchange'; who: Who }
	/** The link; `knows`: whether the machine sees that it is gone. */
	| { what: 'cut'; who: Who; knows: boolean }
	| { what: 'mend'; who: Who }
	/** The next answers never come, or the next requests go twice. */
	| { what: 'loseAnswers' | 'double'; who: Who; times: number }
	/** In the midst of what it does: `during` is begun and not waited for. */
	| { what: 'kill'; who: Who; during: 'nothing' | 'exchange' | 'write' }
	| { what: 'restart'; who: Who }
	| { what: 'stopServer' | 'startServer' | 'loseServer' }
	| { what: 'killServer'; during: Who }
	/** Els and Piet lose what they may, and their session ends. */
	| { what: 'revoke' | 'signOut'; who: 1 | 2 };

const who = fc.constantFrom<Who>(0, 1, 2);
const measure = fc.nat(3);

const happening: fc.Arbitrary<Happening> = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.record({
			what: fc.constant('write' as const),
			who: fc.constantFrom(0 as const, 1 as const),
			how: fc.constantFrom('text', 'note', 'kind', 'add', 'remove', 'undo'),
			measure
		})
	},
	{
		weight: 6,
		arbitrary: fc.record({
			what: fc.constant('say' as const),
			who,
			how: fc.constantFrom('progress' as const, 'status' as const, 'photo' as const),
			measure
		})
	},
	{ weight: 9, arbitrary: fc.record({ what: fc.constant('exchange' as const), who }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('cut' as const), who, knows: fc.boolean() }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('mend' as const), who }) },
	{
		weight: 2,
		arbitrary: fc.record({
			what: fc.constantFrom('loseAnswers' as const, 'double' as const),
			who,
			times: fc.integer({ min: 1, max: 6 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			what: fc.constant('kill' as const),
			who,
			during: fc.constantFrom('nothing' as const, 'exchange' as const, 'write' as const)
		})
	},
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const), who }) },
	{
		weight: 1,
		arbitrary: fc.record({ what: fc.constantFrom('stopServer' as const, 'startServer' as const) })
	},
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('killServer' as const), during: who }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('loseServer' as const) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			what: fc.constantFrom('revoke' as const, 'signOut' as const),
			who: fc.constantFrom(1 as const, 2 as const)
		})
	}
);

export const happenings = fc.array(happening, { minLength: 8, maxLength: 24, size: 'max' });
