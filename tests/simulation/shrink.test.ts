import './field/faults.ts';
import { test } from 'vitest';
import { runSeed } from './field/run.ts';
test('shrink', async () => {
	for (const seed of (process.env['SEEDS_LIST'] ?? '').split(',').map(Number)) {
		const { failed, path, counterexample, error } = await runSeed(seed);
		console.error('CE', seed, failed, path, JSON.stringify(counterexample), error);
	}
}, 600_000);
