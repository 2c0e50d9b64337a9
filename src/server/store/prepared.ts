import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** The server asks some hundred different questions; lists of another length are another text. */
const atMost = 400;

/**
 * A statement is prepared the first time it is asked and kept: preparing it each time took longer than running it
 * (a third of the server's time in the simulation, measured). For a schema that stands: migrations come before.
 */
export function preparedOnce(file: Database.Database): SqliteDatabase {
	const kept = new Map<string, Database.Statement>();
	return {
		prepare(sql) {
			const found = kept.get(sql);
			// One that is being iterated cannot be run a second time.
			if (found?.busy) return file.prepare(sql);
			const statement = found ?? file.prepare(sql);
			// The one that was asked last stands last.
			if (found) kept.delete(sql);
			kept.set(sql, statement);
			const [oldest] = kept.keys();
			if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
			return statement;
		},
		close() {
			kept.clear();
			file.close();
		}
	};
}
