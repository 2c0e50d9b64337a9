// First: Dexie looks for IndexedDB at the moment it is loaded.
import './field/faults.ts';
import { describe, test } from 'vitest';
import type { StoreFault } from './field/faults.ts';
import { losable, type Act, type Happening, type Where } from './field/happening.ts';
import { live } from './field/run.ts';

/** What the simulation found, each as short as it could be made, under the seed that found it. */
const tabOne: Where = { profile: 0, tab: 0 };
const tabTwo: Where = { profile: 0, tab: 1 };
const inClone: Where = { profile: 1, tab: 0 };

const act = (act: Act, at = tabOne, hold = false): Happening => ({ what: 'act', at, act, hold });
const say = (draft = false): Extract<Act, { what: 'say' }> => ({
	what: 'say',
	measure: 0,
	kind: 'progress',
	draft
});
const on = (what: Exclude<Act['what'], 'say' | 'undo' | 'redo'>): Act => ({ what, measure: 0 });
const fault = (kind: StoreFault['kind'], after: number, times = 1): Happening => ({
	what: 'fault',
	profile: 0,
	fault: { kind, after, times }
});
const file = (from: 0 | 1, to: 0 | 1): Happening => ({ what: 'file', from, to });
const clone: Happening = { what: 'clone' };
const pass: Happening = { what: 'pass', milliseconds: 350 };
const clockBack: Happening = { what: 'clock', profile: 0, hours: -48 };
const factsLost = (hasFile: boolean): Happening => ({ what: 'loseFacts', profile: 0, hasFile });
const killed: Happening = { what: 'killDevice', profile: 0 };

const found: [seed: number, sentence: string, course: Happening[]][] = [
	[
		23,
		'an aborted reading of whether the town works together is tried again',
		[fault('abort', 17), act(on('withdraw')), pass, fault('abort', 0), act(on('status'))]
	],
	[33, 'words said in one tab do not come back in the other', [act(say(true))]],
	[3, 'a refused reading of the pictures makes Bewaar wait, not fail', [fault('abort', 0), act(say(true))]],
	[
		120,
		'words typed while others are said stay, also when the clock goes back',
		[act(say(true), tabTwo, true), clockBack, act(on('type'), tabOne, true)]
	],
	[
		233,
		'words typed in one tab after others were said in the next stay, though the clock went back',
		[
			act(say(true)),
			clockBack,
			act(say()),
			act({ ...say(true), measure: 1 }, tabTwo, true),
			act({ ...say(true), measure: 1 }),
			act(on('status'), tabTwo),
			act({ what: 'type', measure: 1 })
		]
	],
	[
		4010,
		'the ledger is counted though the connection was lost just now',
		[act(say()), fault('serverLost', 0, 2), pass, act(on('picture')), pass]
	],
	[
		1807,
		'what was taken back and said again stands once',
		[act(say()), act({ what: 'undo' }), act({ what: 'redo' }), act(on('status')), act(say())]
	],
	[
		1925,
		'facts and their links both lost: the numbers go on, and what cannot be named is not named',
		[act(say()), factsLost(false), act(say()), { what: 'lose', profile: 0, store: 'links' }]
	],
	[
		1711,
		'everything goes into one file though the connection to the store is lost for a while',
		[
			act(say(), tabTwo),
			fault('serverLost', 7, 3),
			{ what: 'killTab', at: tabTwo },
			factsLost(true),
			file(0, 0),
			act({ what: 'status', measure: 1 }, tabTwo)
		]
	],
	[
		259,
		'words typed right after Bewaar are not taken for what was said',
		[act(say(true), tabOne, true), act(on('type'))]
	],
	[
		13,
		'lost facts are named, and their numbers are not given again',
		[act(say()), factsLost(false), act(on('status'))]
	],
	[
		146,
		'lost facts come back from a file',
		[act(on('status')), factsLost(false), act(say()), factsLost(true)]
	],
	[296, 'a chain with a gap still travels by file', [act(say()), factsLost(false), act(say()), file(0, 0)]],
	[
		190,
		'two copies of a profile vouch for one key, also from before the first fact',
		[clone, act(say()), act(say(), inClone), file(0, 1)]
	],
	[
		47,
		'both copies of a cloned profile keep their branch and go on under ids of their own',
		[
			act(say()),
			clone,
			act(say()),
			act(say(), inClone),
			file(0, 1),
			act(say(), inClone),
			file(1, 0),
			act(say())
		]
	],
	[
		10,
		'a tab is not called safe while its own act is still being written',
		[act(on('add'), tabOne, true), act(on('add'), tabOne, true), fault('quota', 2, 3)]
	],
	[
		37,
		'a fact after one lost connection is a fact all the same',
		[fault('serverLost', 0, 3), act(on('tick')), act(say())]
	],
	[
		18,
		'what was summarised while a kill came is summarised again',
		[act(say(true)), fault('abort', 0), { what: 'killTab', at: tabOne }, act(on('status'))]
	],
	[
		1047,
		'a fact of a kind that is not known here counts the same before and after a restart',
		[act(on('status')), act({ ...say(), kind: 'later' }), act(on('status'))]
	],
	[
		0,
		'a correction stands though the clock went back',
		[act(say()), { what: 'clock', profile: 0, hours: 48 }, act(on('correct')), clockBack, act(on('correct'))]
	],
	[
		0,
		'photos that come late all stand at the fact',
		[
			act(on('picture'), tabOne, true),
			act(on('picture'), tabTwo, true),
			act(say(true)),
			act(on('status'), tabTwo)
		]
	],
	[
		0,
		'drafts that were refused for a while survive a kill',
		[fault('quota', 0, 3), act(on('type')), pass, pass, { what: 'pass', milliseconds: 1500 }, killed]
	]
];

test.each(found)('(seed %i) %s', (seed, _, course) => live(course, seed + 1));

describe('whichever request is refused', () => {
	const kinds = ['abort', 'serverLost'] as const;
	test.each(kinds)(
		'%s: a fact and its draft are said once, and both tabs know',
		async (kind) => {
			for (let after = 0; after < 12; after++)
				await live([fault(kind, after), act(say(true)), act(on('status'), tabTwo)], after);
		},
		60_000
	);
	test('a full disk is said, and what waited stands when there is room', async () => {
		for (let after = 0; after < 6; after++)
			await live(
				[fault('quota', after, 3), act(on('add'), tabOne, true), act(say(true)), act(on('edit'), tabTwo)],
				after
			);
	}, 60_000);
});

test.each(losable)('the store %s can be lost between two days', (store) =>
	live(
		[act(on('status')), act(on('add')), pass, { what: 'lose', profile: 0, store }, act(on('status')), killed],
		5
	)
);
