import {
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresQueryCompiler,
	SqliteAdapter,
	SqliteQueryCompiler,
	type CompiledQuery,
	type Dialect
} from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../src/server/store/migrations.ts';

/** The statements that the migrations would run, without a database. */
async function statements(parts: Pick<Dialect, 'createAdapter' | 'createQueryCompiler'>): Promise<string[]> {
	const said: CompiledQuery[] = [];
	const db = new Kysely<unknown>({
		dialect: {
			...parts,
			createDriver: () => new DummyDriver(),
			createIntrospector: () => {
				throw new Error('a migration looks at nothing');
			}
		},
		log: (event) => void said.push(event.query)
	});
	for (const migration of Object.values(migrations)) await migration.up(db);
	return said.map(({ sql }) => sql);
}

const onSqlite = await statements({
	createAdapter: () => new SqliteAdapter(),
	createQueryCompiler: () => new SqliteQueryCompiler()
});
const onPostgres = await statements({
	createAdapter: () => new PostgresAdapter(),
	createQueryCompiler: () => new PostgresQueryCompiler()
});

test('the migrations say the same words to SQLite and to PostgreSQL', () => {
	expect(onSqlite.length).toBeGreaterThan(15);
	expect(onSqlite).toEqual(onPostgres);
});

test('they use four types, and nothing that only one of the two knows', () => {
	const columns = onSqlite.flatMap((sql) => [...sql.matchAll(/"\w+" (\w+)(?: not null)?[,)]/g)]);
	expect(columns.length).toBeGreaterThan(60);
	expect(new Set(columns.map(([, type]) => type))).toEqual(new Set(['text', 'integer', 'bigint', 'bytea']));
	for (const sql of onSqlite)
		expect(sql).not.toMatch(/autoincrement|without rowid|strict|serial|json|datetime|pragma|generated/i);
});

/** An account may belong to several municipalities. */
const ofAnAccount = ['session', 'passkey', 'recovery_code'];

test('every table of a municipality begins its key with the workspace', () => {
	const shared = ['server', 'setup', 'workspace', 'account', 'audit', 'audit_head', ...ofAnAccount];
	for (const sql of onSqlite.filter((one) => one.startsWith('create table'))) {
		const name = /create table "(\w+)"/.exec(sql)?.[1] ?? '';
		if (!shared.includes(name)) expect(sql, name).toMatch(/primary key \("workspace"/);
	}
});
