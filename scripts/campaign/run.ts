/**
 * npm run campaign -- --seeds N   N seeded courses of faults over the local code (tests/simulation/field)
 * npm run campaign -- --kill N    N times kill -9 of a real browser in the midst of acts
 * npm run campaign -- --server-kills N   N times kill -9 of the server in the midst of writing, facts and photos
 * The first two go on where they were broken off (.campaign/), unless `--anew` is said. Ends with 1 when anything was lost.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({
	options: {
		seeds: { type: 'string' },
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
if (values.seeds !== undefined) {
	const { runSeeds } = await import('./seeds.ts');
	isWhole = await runSeeds({ count: Number(values.seeds), from: seed, anew: values.anew });
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
if (values.seeds === undefined && values.kill === undefined && values['server-kills'] === undefined)
	console.log('Say what to run: --seeds N, --kill N, --server-kills N, or several of them.');
process.exit(isWhole ? 0 : 1);
