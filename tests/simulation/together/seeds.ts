import { expect } from 'vitest';
import { runSeed } from './run.ts';
import { counts } from './world.ts';

/** Seeds in `npm test`; the campaign runs any number (`npm run campaign -- --together N`). */
const ofAll = Number(process.env['SEEDS'] ?? 50);
const first = Number(process.env['SEEDS_FROM'] ?? 1);

/** One of `of` parts of the seeds: files run beside each other where there are cores for it. */
export async function runPart(part: number, of: number): Promise<void> {
	let done = 0;
	for (let seed = first + part; seed < first + ofAll; seed += of) {
		const { failed, path, counterexample, error } = await runSeed(seed);
		done++;
		if (!failed) continue;
		console.error(`seed ${seed}, path ${path}: ${JSON.stringify(counterexample)}`);
		throw error;
	}
	console.info(JSON.stringify(counts));
	expect(counts.claims).toBeGreaterThan(done);
	expect(counts.rounds).toBeGreaterThan(done);
	expect(counts.triedInVain).toBeGreaterThan(100 * done);
}
