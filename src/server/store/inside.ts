import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What takes several statements is only whole inside a transaction of the caller's. */
export function mustBeInside(db: Kysely<Schema>): void {
	if (!db.isTransaction) throw new Error('only inside `atomically`');
}
