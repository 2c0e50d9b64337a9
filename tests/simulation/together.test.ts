// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { runSeed } from './together/run.ts';
import { counts } from './together/world.ts';

const seeds = Number(process.env['SEEDS'] ?? 50);
const from = Number(process.env['SEEDS_FROM'] ?? 1);

test('[S3] [S4] [S5] [S6] [S11] [S12] [D13] whatever befalls two to twelve devices and their server, nothing acknowledged is lost, all become alike, and nobody fetches what they may not', async () => {
	for (let seed = from; seed < from + seeds; seed++) {
		const { failed, path, counterexample, error } = await runSeed(seed);
		if (!failed) continue;
		console.error(`seed ${seed}, path ${path}: ${JSON.stringify(counterexample)}`);
		throw error;
	}
	console.info(JSON.stringify(counts));
	expect(counts.claims).toBeGreaterThan(seeds);
	expect(counts.rounds).toBeGreaterThan(seeds);
	expect(counts.triedInVain).toBeGreaterThan(100 * seeds);
}, 600_000);
