import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import { preparedOnce } from './prepared.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';
import { sqlStore } from './sql-store.ts';

/** Another process (a backup, a verification) may hold the file this long before a write gives up. */
const busyTimeoutMs = 5000;

/**
 * One file beside the server, or `:memory:` in tests. An answer to a device is a promise that its fact is on disk, so
 * every commit waits for the disk (`FULL`; 2.5 s against 2.0 per 1,000 logged updates, measured).
 */
export async function openSqlite(path: string): Promise<Store> {
	const file = new Database(path, { timeout: busyTimeoutMs });
	file.pragma('journal_mode = WAL');
	file.pragma('synchronous = FULL');
	await migrate(new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) }));
	return sqlStore(new Kysely<Schema>({ dialect: new SqliteDialect({ database: preparedOnce(file) }) }));
}

export async function migrate(db: Kysely<Schema>): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw new Error('the store could not be brought up to date', { cause: error });
}
