// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { test } from 'vitest';
import { runPart } from './together/seeds.ts';

test(
	'[S3] [S4] [S5] [S6] [S11] [S12] [D13] whatever befalls other devices and their server, nothing acknowledged is lost, all become alike, and nobody fetches what they may not',
	() => runPart(1, 2),
	600_000
);
