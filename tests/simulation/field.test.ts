// First: Dexie looks for IndexedDB at the moment it is loaded.
import './field/faults.ts';
import { expect, test } from 'vitest';
import { runSeed } from './field/run.ts';
import { counts, hits } from './field/world.ts';

const seeds = Number(process.env['SEEDS'] ?? 50);
const from = Number(process.env['SEEDS_FROM'] ?? 1);

test('[S1] [S2] [S6] [S9] [D4] [D6] whatever befalls a tablet in the field, what it said is safe is there', async () => {
	for (let seed = from; seed < from + seeds; seed++) {
		const { failed, path, counterexample, error } = await runSeed(seed);
		if (!failed) continue;
		console.error(`seed ${seed}, path ${path}: ${JSON.stringify(counterexample)}`);
		throw error;
	}
	console.info(JSON.stringify({ ...counts, hits }));
	expect(counts.acknowledged).toBeGreaterThan(seeds * 2);
}, 600_000);
