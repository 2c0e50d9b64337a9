import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DeviceId } from '#lib/domain/id.ts';
import { verifyLog } from '../../src/server/audit/verify.ts';
import { openSqlite } from '../../src/server/store/sqlite.ts';
import { town } from '../simulation/support/grants.ts';
import { peopleContract } from './support/people-contract.ts';
import { storeContract } from './support/store-contract.ts';

storeContract('SQLite in memory', () => openSqlite(':memory:'));
peopleContract('SQLite in memory', () => openSqlite(':memory:'));

test('a file that is opened again holds what it held', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-store-'));
	const path = join(folder, 'driehoek.db');
	const first = await openSqlite(path);
	await first.startEpoch('e');
	await first.people.addWorkspace({ id: town, municipality: 'Wierhaven', createdAt: 1, register: null });
	await first.close();
	const again = await openSqlite(path);
	expect(await again.epoch()).toBe('e');
	expect((await again.people.workspace(town))?.municipality).toBe('Wierhaven');
	await again.close();
	await rm(folder, { recursive: true });
});

test(
	'[S3.2] kill -9 takes nothing that was answered for, and leaves nothing half',
	{ timeout: 30_000 },
	async () => {
		const folder = await mkdtemp(join(tmpdir(), 'driehoek-killed-'));
		for (const answers of [1, 20, 150]) {
			const path = join(folder, `${answers}.db`);
			const script = 'tests/contracts/support/writes-until-killed.ts';
			const child = spawn('node', [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
			let told = '';
			for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
				told += chunk.toString();
				if (told.split('\n').length > answers) child.kill('SIGKILL');
			}
			if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
			const last = Number(told.split('\n').at(-2));
			const store = await openSqlite(path);
			const facts = await store.facts.after(town, 0, 100_000);
			expect(last).toBeGreaterThanOrEqual(answers);
			expect(facts.length).toBeGreaterThanOrEqual(last);
			expect(facts.map(({ attested }) => attested.seq)).toEqual(facts.map((_, at) => at + 1));
			const [branch] = await store.facts.branches(town, 'tablet' as DeviceId);
			expect(branch?.upTo).toBe(facts.length);
			expect(await store.audit.lines(town, 0, 100_000)).toHaveLength(facts.length);
			expect(await verifyLog(store.audit, town)).toEqual([]);
			await store.close();
		}
		await rm(folder, { recursive: true });
	}
);
