import Database from 'better-sqlite3';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serverLog, type AuditDraft } from '../../src/server/audit/entry.ts';
import { verifyLog, type AuditFault } from '../../src/server/audit/verify.ts';
import { openSqlite } from '../../src/server/store/sqlite.ts';
import type { Store } from '../../src/server/store/store.ts';

let folder: string;
let store: Store;
const path = () => join(folder, 'driehoek.db');
const line = (action: string): AuditDraft => ({
	...{ log: serverLog, at: 1, actor: 'els', action, object: 'grant g1', result: 'done' },
	...{ origin: 'POST /api/v1', reason: null }
});

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'driehoek-audit-'));
	store = await openSqlite(path());
	for (const action of ['given', 'read', 'ended'])
		await store.atomically(({ audit }) => audit.append(line(action)));
});
afterEach(async () => {
	await store.close();
	await rm(folder, { recursive: true });
});

/** Someone with the file and a tool, past the server. */
function tamper(sql: string): void {
	const file = new Database(path());
	file.exec(sql);
	file.close();
}
const found = async () =>
	(await verifyLog(store.audit, serverLog)).map(({ n, what }: AuditFault) => `${n} ${what}`);

describe('the audit log names', () => {
	test('nothing, when nothing was touched', async () => expect(await found()).toEqual([]));

	test.each(['actor', 'action', 'object', 'result', 'origin', 'reason'])(
		'a line of which the %s was changed',
		async (column) => {
			tamper(`update audit set ${column} = 'jan' where n = 2`);
			expect(await found()).toEqual(['2 changed']);
		}
	);

	test('a line that was changed together with its own hash: the next one knows better', async () => {
		tamper("update audit set action = 'other', hash = 'made up' where n = 2");
		expect(await found()).toEqual(['2 changed', '3 brokenLink']);
	});

	test('a line that was taken out, and the end that was cut off', async () => {
		tamper('delete from audit where n = 2');
		expect(await found()).toEqual(['3 missing']);
		tamper('delete from audit where n = 3');
		expect(await found()).toEqual(['3 cutShort']);
	});

	test('a log that is gone whole', async () => {
		tamper('delete from audit');
		expect(await found()).toEqual(['3 cutShort']);
	});
});

describe('npm run audit:verify', () => {
	const run = (where: string) =>
		promisify(execFile)('node', ['src/server/audit/verify-command.ts', where]).then(
			({ stdout }) => ({ code: 0, said: stdout }),
			(error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr })
		);

	test('says that all is as it was written', async () => {
		expect(await run(folder)).toEqual({ code: 0, said: '1 logs, 3 lines, 0 faults.\n' });
	});

	test('names the line that was touched, and fails', async () => {
		tamper("update audit set actor = 'jan' where n = 2");
		expect(await run(folder)).toEqual({ code: 1, said: 'server, line 2: changed\n' });
	});

	test('makes no store where there is none', async () => {
		expect((await run(join(folder, 'nowhere'))).code).toBe(2);
	});
});
