import fc from 'fast-check';
import { courses, type Course } from './happening.ts';
import { World } from './world.ts';

export interface SeedRun {
	seed: number;
	failed: boolean;
	/** Of fast-check: replays the shrunk case. */
	path: string | null;
	counterexample: Course | null;
	error: unknown;
}

/** A course takes seconds, also on a machine that does other work: what takes longer never ends. */
const longestMs = 60_000;

export async function live(course: Course, seed: number): Promise<void> {
	let at = 'the beginning';
	const world = new World(seed);
	const run = (async () => {
		await world.begin(course.devices);
		for (const [n, one] of course.events.entries()) {
			at = `event ${n + 1} of ${course.events.length}: ${JSON.stringify(one)}`;
			await world.happen(one);
		}
		at = 'settling';
		await world.settle();
	})();
	try {
		await inTime(run, () => `seed ${seed} hangs at ${at}`);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(`seed ${seed}, ${at}: ${why}`, { cause: error });
	} finally {
		await inTime(world.end(), () => `seed ${seed} hangs at its end`);
	}
}

async function inTime(act: Promise<void>, sentence: () => string): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(sentence())), longestMs);
	});
	try {
		await Promise.race([act, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** One seed: one town, one course of events; a failing one is made as short as it can be. */
export async function runSeed(seed: number, path?: string): Promise<SeedRun> {
	const property = fc.asyncProperty(courses, (course) => live(course, seed));
	const details = await fc.check(property, {
		seed,
		numRuns: 1,
		...(path === undefined ? {} : { path }),
		interruptAfterTimeLimit: 120_000,
		markInterruptAsFailure: true
	});
	return {
		seed,
		failed: details.failed,
		path: details.counterexamplePath,
		counterexample: details.counterexample?.[0] ?? null,
		error: details.errorInstance
	};
}
