import type { Kysely } from 'kysely';
import type { AccountId } from '#lib/domain/id.ts';
import { mustBeInside } from './inside.ts';
import type { Schema } from './schema.ts';
import type { Documents } from './store.ts';

/** The log of updates and the snapshots over it; what an update says is not known here [S5]. */
export function sqlDocuments(db: Kysely<Schema>): Documents {
	return {
		async create(workspace, { name, confidentiality, createdAt, createdBy }) {
			const made = await db
				.insertInto('document')
				.values({ workspace, name, confidentiality, created_at: createdAt, created_by: createdBy, last_n: 0 })
				.onConflict((conflict) => conflict.columns(['workspace', 'name']).doNothing())
				.returning('name')
				.executeTakeFirst();
			return made ? 'created' : 'exists';
		},
		async append(workspace, document, updates) {
			mustBeInside(db);
			// Writing the counter first holds the document until the end, so that numbers follow the order of commits.
			const row = await db
				.updateTable('document')
				.set((one) => ({ last_n: one('last_n', '+', updates.length) }))
				.where('workspace', '=', workspace)
				.where('name', '=', document)
				.returning('last_n')
				.executeTakeFirst();
			if (!row) return null;
			const first = row.last_n - updates.length + 1;
			const rows = updates.map(({ bytes, account, carrier, receivedAt }, at) => ({
				...{ workspace, document, n: first + at, bytes: Buffer.from(bytes) },
				...{ account, carrier, received_at: receivedAt }
			}));
			if (rows.length > 0) await db.insertInto('document_update').values(rows).execute();
			return row.last_n;
		},
		async read(workspace, document) {
			const named = db.selectFrom('document').select('name').where('workspace', '=', workspace);
			if (!(await named.where('name', '=', document).executeTakeFirst())) return null;
			const snapshots = db.selectFrom('document_snapshot').selectAll().where('workspace', '=', workspace);
			const snapshot = await snapshots.where('document', '=', document).executeTakeFirst();
			const log = db.selectFrom('document_update').selectAll().where('workspace', '=', workspace);
			const since = log.where('document', '=', document).where('n', '>', snapshot?.n ?? 0);
			const rows = await since.orderBy('n').execute();
			return {
				snapshot: snapshot ? { upTo: snapshot.n, bytes: snapshot.bytes } : null,
				updates: rows.map(({ n, bytes, account, carrier, received_at }) => ({
					...{ n, bytes, account: account as AccountId },
					...{ carrier: carrier as AccountId, receivedAt: received_at }
				}))
			};
		},
		async putSnapshot(workspace, document, upTo, bytes) {
			const said = { n: upTo, bytes: Buffer.from(bytes) };
			await db
				.insertInto('document_snapshot')
				.values({ workspace, document, ...said })
				.onConflict((conflict) =>
					conflict
						.columns(['workspace', 'document'])
						.doUpdateSet(said)
						.where('document_snapshot.n', '<', upTo)
				)
				.execute();
		}
	};
}
