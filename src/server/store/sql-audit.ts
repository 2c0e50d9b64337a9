import type { Kysely, Selectable } from 'kysely';
import { chained, type AuditEntry } from '../audit/entry.ts';
import { mustBeInside } from './inside.ts';
import type { Schema } from './schema.ts';
import type { Audit } from './store.ts';

export function sqlAudit(db: Kysely<Schema>): Audit {
	return {
		async append(draft) {
			mustBeInside(db);
			const { log } = draft;
			await db
				.insertInto('audit_head')
				.values({ log, n: 0, hash: '' })
				.onConflict((conflict) => conflict.column('log').doNothing())
				.execute();
			// Writing the head first holds it until the end: two lines never take one number.
			const { n } = await db
				.updateTable('audit_head')
				.set((row) => ({ n: row('n', '+', 1) }))
				.where('log', '=', log)
				.returning('n')
				.executeTakeFirstOrThrow();
			const before = await db
				.selectFrom('audit_head')
				.select('hash')
				.where('log', '=', log)
				.executeTakeFirstOrThrow();
			const entry = chained(draft, n === 1 ? null : { log, n: n - 1, hash: before.hash });
			const { previousHash, ...rest } = entry;
			await db
				.insertInto('audit')
				.values({ ...rest, previous_hash: previousHash })
				.execute();
			await db.updateTable('audit_head').set({ hash: entry.hash }).where('log', '=', log).execute();
			return entry;
		},
		async lines(log, after, atMost) {
			const found = db.selectFrom('audit').selectAll().where('log', '=', log).where('n', '>', after);
			return (await found.orderBy('n').limit(atMost).execute()).map(entryOf);
		},
		heads: () => db.selectFrom('audit_head').selectAll().orderBy('log').execute()
	};
}

function entryOf({ previous_hash, result, ...rest }: Selectable<Schema['audit']>): AuditEntry {
	return { ...rest, result: result as AuditEntry['result'], previousHash: previous_hash };
}
