/**
 * npm run campaign -- --seeds N   N seeded courses of faults over the local code (tests/simulation/field)
 * npm run campaign -- --together N   N seeded courses of two to twelve devices and their server (tests/simulation/together)
 * npm run campaign -- --kill N    N times kill -9 of a real browser in the midst of acts
 * npm run campaign -- --server-kills N   N times kill -9 of the server in the midst of writing, facts and photos
 * All but the last go on where they were broken off (.campaign/), unless `--anew` is said. Ends with 1 when anything was lost.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({
	options: {
		seeds: { type: 'string' },
		together: { type: 'string' },
		kill: { type: 'string' },
		'server-kills': { type: 'string' },
		seed: { type: 'string' },
		port: { type: 'string', default: '4700' },
		anew: { type: 'boolean', default: false }
	}
});
const seed = Number(values.seed ?? 1);
// So that what hears of the end also hears of this one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

let isWhole = true;
const simulations = { field: values.seeds, together: values.together };
for (const [name, count] of Object.entries(simulations)) {
	if (count === undefined) continue;
	const { runSeeds } = await import('./seeds.ts');
	const simulation = name as keyof typeof simulations;
	isWhole = (await runSeeds({ simulation, count: Number(count), from: seed, anew: values.anew })) && isWhole;
}
if (values.kill !== undefined) {
	const { runKills } = await import('./kill.ts');
	const port = Number(values.port);
	isWhole = (await runKills({ count: Number(values.kill), seed, port, anew: values.anew })) && isWhole;
}
if (values['server-kills'] !== undefined) {
	const { runServerKills } = await import('../../tests/processes/support/kills.ts');
	const { lost, ...tally } = await runServerKills(Number(values['server-kills']), seed);
	for (const what of lost) console.log(`lost: ${what}`);
	console.log(`${JSON.stringify(tally)}, ${lost.length} lost`);
	isWhole = lost.length === 0 && isWhole;
}
if (
	[values.seeds, values.together, values.kill, values['server-kills']].every((value) => value === undefined)
)
	console.log('Say what to run: --seeds N, --together N, --kill N, --server-kills N, or several of them.');
process.exit(isWhole ? 0 : 1);
