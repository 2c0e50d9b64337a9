import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Visible to a story after the update: the next release says its name in a meta tag. */
export const nextReleaseMark = 'next-release';

/** Two folders: today's build and a next release of it, with another shell and so another service worker. */
export async function twoReleases(): Promise<{ today: string; next: string; remove(): Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-releases-'));
	const today = join(folder, 'today');
	const next = join(folder, 'next');
	await cp('build', today, { recursive: true });
	await cp('build', next, { recursive: true });
	// The compressed twins would still tell today's story.
	for (const file of await readdir(next)) if (/\.(gz|br)$/.test(file)) await rm(join(next, file));

	const { version } = JSON.parse(await readFile(join(next, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	await rewrite(join(next, 'service-worker.js'), version, `${version}-next`);
	await rewrite(
		join(next, 'index.html'),
		'</title>',
		`</title><meta name="${nextReleaseMark}" content="1" />`
	);
	return { today, next, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function rewrite(file: string, from: string, to: string): Promise<void> {
	const text = await readFile(file, 'utf8');
	if (!text.includes(from))
		throw new Error(`${file} does not contain "${from}": no next release can be made of it.`);
	await writeFile(file, text.replaceAll(from, to));
}
