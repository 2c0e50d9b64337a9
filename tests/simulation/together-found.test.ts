// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { test } from 'vitest';
import type { Course } from './together/happening.ts';
import { live } from './together/run.ts';

/** What the simulation of some devices and a server found, each as short as it could be made, under its seed. */
const found: [seed: number, sentence: string, course: Course][] = [
	[
		4,
		'who only reads compares with a server that lost everything, and is not left with documents it may not send',
		{ devices: 3, events: [{ what: 'exchange', who: 2 }, { what: 'loseServer' }] }
	],
	[
		97,
		'what was said after a right had ended, by someone who came back under another account, waits and is let in',
		{
			devices: 3,
			events: [
				{ what: 'revoke', who: 1 },
				{ what: 'say', who: 1, how: 'progress', measure: 0 },
				{ what: 'expire' }
			]
		}
	],
	[
		37,
		'what only a reader still has, of someone who left, is not asked of a server that is killed',
		{
			devices: 3,
			events: [
				{ what: 'write', who: 1, how: 'text', measure: 0 },
				{ what: 'leave', who: 1 },
				{ what: 'exchange', who: 2 },
				{ what: 'loseServer' }
			]
		}
	],
	[
		981,
		'[S5.2] a server that forgot, heard of by a device that then cannot read its own store: nothing is claimed',
		{
			devices: 3,
			events: [{ what: 'loseServer' }, { what: 'exchangeFaulty', who: 0, kind: 'abort', after: 13, times: 1 }]
		}
	]
];

test.each(found)('(seed %i) %s', (seed, _, course) => live(course, seed), 30_000);
