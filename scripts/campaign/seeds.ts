/** A simulation, of one tablet or of several with a server, as many seeds as one likes; `npm test` runs a few of each. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';
import { readProgress, writeProgress } from './progress.ts';

interface Progress {
	from: number;
	count: number;
	done: number;
	seconds: number;
	failing: { seed: number; path: string | null; course: unknown; error: string }[];
	counts: Record<string, number>;
}

interface SeedRun {
	failed: boolean;
	path: string | null;
	counterexample: unknown;
	error: unknown;
}

/** What must be loaded first (Dexie looks for IndexedDB at the moment it is loaded), and where it is noted. */
const simulations = {
	field: { first: '/tests/simulation/field/faults.ts', file: 'seeds.json' },
	together: { first: '/tests/simulation/together/indexed-db.ts', file: 'together.json' }
};

export async function runSeeds({
	simulation,
	count,
	from,
	anew
}: {
	simulation: keyof typeof simulations;
	count: number;
	from: number;
	anew: boolean;
}) {
	const { first, file } = simulations[simulation];
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
		await vite.ssrLoadModule(first);
		const { runSeed } = (await vite.ssrLoadModule(`/tests/simulation/${simulation}/run.ts`)) as {
			runSeed: (seed: number) => Promise<SeedRun>;
		};
		const world = (await vite.ssrLoadModule(`/tests/simulation/${simulation}/world.ts`)) as {
			counts: Record<string, number>;
			hits?: Record<string, number>;
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
