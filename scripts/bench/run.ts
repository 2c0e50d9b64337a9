/**
 * npm run bench [-- --write] [import] [cold-start] [table-edit] [bytes] [field] [sync] [co-edit] [homecoming]
 * Measures the built app in a real browser and holds it against docs/figures.md. Writes nothing, unless `--write` puts
 * the figures between the markers there; a part replaces only its own lines.
 */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../tests/stories/support/server.ts';
import { beginEmpty, launch, openProfile } from './browser.ts';
import { measureBytes } from './bytes.ts';
import { measureCoEdit } from './co-edit.ts';
import { measureColdStart } from './cold-start.ts';
import { bringBacklog, measureField } from './field.ts';
import { ms, type Figure } from './figure.ts';
import { measureHomecoming } from './homecoming.ts';
import { makeThousand, measureImport } from './import.ts';
import { measureSync } from './sync.ts';
import { measureTableEdit } from './table-edit.ts';
import { writeFigures } from './write.ts';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const buildDir = process.env.STATIC_DIR ?? 'build';
const parts = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wants = (part: string) => parts.length === 0 || parts.includes(part);

// Others at work on the same machine make every figure worse.
const load = loadavg()[0]?.toFixed(1) ?? '?';
const browser = await launch();
const figures: Figure[] = [];
try {
	if (wants('bytes')) await withServer((url) => measureBytes(browser, url, buildDir));
	if (wants('import')) await withServer((url) => measureImport(browser, url));
	if (wants('homecoming')) figures.push(...(await measureHomecoming(buildDir)));
	if (wants('sync')) figures.push(...(await measureSync()));
	if (wants('co-edit')) figures.push(...(await measureCoEdit(browser, buildDir)));
	if (wants('table-edit') || wants('cold-start') || wants('field')) await measureThousand();
} finally {
	await browser.close();
}

const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, Chromium ${browser.version()}, load ${load}`;
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
console.log(`${new Date().toISOString().slice(0, 10)} · ${commit} · ${machine}`);
if (process.argv.includes('--write'))
	await writeFigures(figures, { machine, commit, isWhole: parts.length === 0 });

async function withServer(measure: (url: string) => Promise<Figure[]>): Promise<void> {
	const server = await startServer(buildDir);
	try {
		figures.push(...(await measure(server.url)));
	} finally {
		await server.kill();
	}
}

/** One workspace of a thousand measures: first its table, then its start after the server was taken away. */
async function measureThousand(): Promise<void> {
	const server = await startServer(buildDir);
	const context = await openProfile();
	try {
		const page = await context.newPage();
		await beginEmpty(page, server.url);
		const madeIn = await makeThousand(page, server.url);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.close();
		console.error(`A programme of 1,000 measures was made in ${ms(madeIn)}.`);
		if (wants('table-edit')) figures.push(...(await measureTableEdit(context, server.url)));
		await server.kill();
		if (wants('cold-start')) figures.push(...(await measureColdStart(context, server.url)));
		if (wants('field')) {
			const measureId = await bringBacklog(context, server.url);
			figures.push(...(await measureField(context, server.url, measureId)));
		}
	} finally {
		// A browser that died in the measuring cannot be closed; that must not stand in for why it died.
		await context.close().catch((error: unknown) => console.error('The context did not close:', error));
		await server.kill();
	}
}
