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
	]
];

test.each(found)('(seed %i) %s', (seed, _, course) => live(course, seed), 30_000);
