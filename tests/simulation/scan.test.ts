import './field/faults.ts';
import fc from 'fast-check';
import { test } from 'vitest';
import { happenings } from './field/happening.ts';
import { live } from './field/run.ts';
import { counts, hits } from './field/world.ts';

test('scan', async () => {
	const from = Number(process.env['SEEDS_FROM'] ?? 1);
	const seeds = Number(process.env['SEEDS'] ?? 30);
	const seen = new Map<string, number[]>();
	for (let seed = from; seed < from + seeds; seed++) {
		const d = await fc.check(fc.asyncProperty(happenings, (course) => live(course, seed)), { seed, numRuns: 1, endOnFailure: true });
		if (d.failed) {
			const key = String(d.errorInstance).slice(0, 160).replace(/[0-9a-f]{32}/g, 'ID').replace(/woord\d+/g, 'W');
			seen.set(key, [...(seen.get(key) ?? []), seed]);
			if (process.env['SHOW']) console.error('CE ' + JSON.stringify(d.counterexample), d.errorInstance);
		}
	}
	for (const [k, v] of seen) console.error(`${v.length}x ${k} :: ${v.join(',')}`);
	console.error(JSON.stringify({ ...counts, hits }));
}, 600_000);
