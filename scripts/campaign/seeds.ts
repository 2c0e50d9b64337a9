/** The simulation of one tablet, as many seeds as one likes; the same code that `npm test` runs fifty of. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';
import type { runSeed as RunSeed } from '../../tests/simulation/field/run.ts';
import type { counts as Counts, hits as Hits } from '../../tests/simulation/field/world.ts';
import { readProgress, writeProgress } from './progress.ts';

interface Progress {
	from: number;
	count: number;
	done: number;
	seconds: number;
	failing: { seed: number; path: string | null; course: unknown; error: string }[];
	counts: Record<string, number>;
}

const file = 'seeds.json';

export async function runSeeds({ count, from, anew }: { count: number; from: number; anew: boolean }) {
	const before = anew ? null : readProgress<Progress>(file);
	const isSame = before?.from === from && before.count === count && before.done < count;
	const progress: Progress = isSame ? before : { from, count, done: 0, seconds: 0, failing: [], counts: {} };
	// Runes have to be compiled; Node alone cannot read the workspace.
	const vite = await createServer({
		configFile: false,
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		server: { middlewareMode: true, watch: null, ws: false },
		optimizeDeps: { noDiscovery: true },
		appType: 'custom',
		logLevel: 'error'
	});
	try {
		// First: Dexie looks for IndexedDB at the moment it is loaded.
		await vite.ssrLoadModule('/tests/simulation/field/faults.ts');
		const { runSeed } = (await vite.ssrLoadModule('/tests/simulation/field/run.ts')) as {
			runSeed: typeof RunSeed;
		};
		const world = (await vite.ssrLoadModule('/tests/simulation/field/world.ts')) as {
			counts: typeof Counts;
			hits: typeof Hits;
		};
		const earlier = { ...progress.counts };
		while (progress.done < count) {
			const startedAt = Date.now();
			const seed = from + progress.done;
			const { failed, path, counterexample, error } = await runSeed(seed);
			if (failed) {
				progress.failing.push({ seed, path, course: counterexample, error: String(error) });
				console.log(`seed ${seed}, path ${path}\n  ${String(error)}\n  ${JSON.stringify(counterexample)}`);
			}
			progress.done++;
			progress.seconds += (Date.now() - startedAt) / 1000;
			for (const [name, done] of Object.entries({ ...world.counts, ...world.hits }))
				progress.counts[name] = (earlier[name] ?? 0) + done;
			writeProgress(file, progress);
			if (progress.done % 100 === 0) console.log(`${progress.done} of ${count} seeds`);
		}
	} finally {
		await vite.close();
	}
	const { failing, seconds, counts } = progress;
	console.log(`${progress.done} seeds from ${from} in ${Math.round(seconds)} s, ${failing.length} failing`);
	console.log(
		Object.entries(counts)
			.map(([name, times]) => `${name} ${times}`)
			.join(', ')
	);
	return failing.length === 0;
}
