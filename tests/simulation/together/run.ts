import fc from 'fast-check';
import { happenings, type Happening } from './happening.ts';
import { World } from './world.ts';

export interface SeedRun {
	seed: number;
	failed: boolean;
	/** Of fast-check: replays the shrunk case. */
	path: string | null;
	counterexample: readonly Happening[] | null;
	error: unknown;
}

export async function live(course: readonly Happening[], seed: number): Promise<void> {
	const world = await World.start(seed);
	try {
		for (const one of course) await world.happen(one);
		await world.settle();
	} finally {
		await world.end();
	}
}

/** One seed: one town, one course of events; a failing one is made as short as it can be. */
export async function runSeed(seed: number, path?: string): Promise<SeedRun> {
	const property = fc.asyncProperty(happenings, (course) => live(course, seed));
	const details = await fc.check(property, {
		seed,
		numRuns: 1,
		...(path === undefined ? {} : { path }),
		interruptAfterTimeLimit: 120_000
	});
	return {
		seed,
		failed: details.failed,
		path: details.counterexamplePath,
		counterexample: details.counterexample?.[0] ?? null,
		error: details.errorInstance
	};
}
