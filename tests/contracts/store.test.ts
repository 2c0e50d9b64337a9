import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../src/server/store/sqlite.ts';
import { town } from '../simulation/support/grants.ts';
import { storeContract } from './support/store-contract.ts';

storeContract('SQLite in memory', () => openSqlite(':memory:'));

test('a file that is opened again holds what it held', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-store-'));
	const path = join(folder, 'driehoek.db');
	const first = await openSqlite(path);
	await first.startEpoch('e');
	await first.people.addWorkspace({ id: town, municipality: 'Wierhaven', createdAt: 1 });
	await first.close();
	const again = await openSqlite(path);
	expect(await again.epoch()).toBe('e');
	expect((await again.people.workspace(town))?.municipality).toBe('Wierhaven');
	await again.close();
	await rm(folder, { recursive: true });
});
