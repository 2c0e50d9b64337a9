import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { folderBlobs } from '../../src/server/blobs/folder.ts';
import { town } from '../simulation/support/grants.ts';
import { blobsContract } from './support/blobs-contract.ts';

const made: string[] = [];
async function freshFolder() {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-blobs-'));
	made.push(folder);
	return folder;
}
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

blobsContract('a folder', async () => folderBlobs(await freshFolder()));

const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('a server that was restarted goes on with what the one before it had', async () => {
	const folder = await freshFolder();
	const part = { from: 0, total: 10 };
	await folderBlobs(folder).put(town, empty, part, Readable.from([Buffer.from('1234')]));
	expect(await folderBlobs(folder).state(town, empty)).toEqual({ isWhole: false, have: 4 });
});

test('no name of a workspace becomes a path', async () => {
	const folder = await freshFolder();
	const climbing = '../../outside' as typeof town;
	await folderBlobs(folder).put(climbing, empty, { from: 0, total: 0 }, Readable.from([]));
	expect((await readdir(folder)).sort()).toEqual(['partial', 'whole']);
	expect(await readdir(join(folder, 'partial'))).toEqual([]);
});
