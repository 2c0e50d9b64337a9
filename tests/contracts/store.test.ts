import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { AccountId, DeviceId } from '#lib/domain/id.ts';
import { verifyLog } from '../../src/server/audit/verify.ts';
import { migrations } from '../../src/server/store/migrations.ts';
import type { Schema } from '../../src/server/store/schema.ts';
import { openSqlite } from '../../src/server/store/sqlite.ts';
import { otherTown, town } from '../simulation/support/grants.ts';
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

test('[S7.1] a store from before there was a catalogue gets one, with the documents that it holds in their order', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-older-'));
	const path = join(folder, 'driehoek.db');
	const older = new Kysely<Schema>({ dialect: new SqliteDialect({ database: new Database(path) }) });
	const migrator = new Migrator({
		db: older,
		provider: { getMigrations: () => Promise.resolve(migrations) }
	});
	expect((await migrator.migrateTo('0002-people')).error).toBeUndefined();
	const names = ['programme/p2/g1', 'plan/p1/g1', 'programme/p3/g1'];
	const doc = new Y.Doc();
	doc.getMap('m').set('a', 1);
	const bytes = Buffer.from(Y.encodeStateAsUpdate(doc));
	for (const workspace of [town, otherTown])
		for (const [n, subject] of names.entries()) {
			const name = `${workspace}/${subject}`;
			const made = { confidentiality: 'internal', created_at: n, created_by: 'els', last_n: 1 };
			await older
				.insertInto('document')
				.values({ workspace, name, ...made })
				.execute();
			const update = { n: 1, bytes, account: 'els', carrier: 'els', received_at: n };
			await older
				.insertInto('document_update')
				.values({ workspace, document: name, ...update })
				.execute();
		}
	await older.destroy();
	const store = await openSqlite(path);
	for (const workspace of [town, otherTown]) {
		const found = await store.documents.changedSince(workspace, 0, 100);
		expect(
			found.map(({ name, subject, change, isCurrent, quarantined, lastN }) => [
				name,
				...[subject, change, isCurrent, quarantined, lastN]
			])
		).toEqual(
			names.map((subject, n) => [`${workspace}/${subject}`, subject.replace('/g1', ''), n + 1, true, null, 1])
		);
		// And goes on: the next change has the next number.
		const [first = ''] = names;
		const by = { account: 'els' as AccountId, carrier: 'els' as AccountId, receivedAt: 9 };
		const n = await store.atomically(({ documents }) =>
			documents.append(workspace, `${workspace}/${first}`, [{ bytes, ...by }])
		);
		expect(n).toBe(2);
		const [last, ...more] = await store.documents.changedSince(workspace, 3, 100);
		expect([last?.name, last?.change, more]).toEqual([`${workspace}/${first}`, 4, []]);
		const state = await store.documents.read(workspace, `${workspace}/${first}`);
		expect(state?.updates.map((update) => [update.n, Buffer.from(update.bytes)])).toEqual([
			[1, bytes],
			[2, bytes]
		]);
	}
	await store.close();
	await rm(folder, { recursive: true });
});
