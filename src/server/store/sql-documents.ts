import type { Kysely } from 'kysely';
import type { AccountId } from '#lib/domain/id.ts';
import { mustBeInside } from './inside.ts';
import type { Schema } from './schema.ts';
import { nextChange, noteChange, sqlCatalogue } from './sql-catalogue.ts';
import type { Documents } from './store.ts';

/** The log of updates and the snapshots over it; what an update says is not known here [S5]. */
export function sqlDocuments(db: Kysely<Schema>): Documents {
	return {
		...sqlCatalogue(db),
		async create(workspace, { name, subject, confidentiality, createdAt, createdBy }) {
			mustBeInside(db);
			const made = await db
				.insertInto('document')
				.values({ workspace, name, confidentiality, created_at: createdAt, created_by: createdBy, last_n: 0 })
				.onConflict((conflict) => conflict.columns(['workspace', 'name']).doNothing())
				.returning('name')
				.executeTakeFirst();
			if (!made) return 'exists';
			const change = await nextChange(db, workspace);
			await db
				.insertInto('document_status')
				.values({ workspace, document: name, subject, change, is_current: 1, quarantined: null })
				.execute();
			return 'created';
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
			await noteChange(db, workspace, document);
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
		async history(workspace, document, n) {
			const log = db.selectFrom('document_update').select('bytes').where('workspace', '=', workspace);
			const before = log.where('document', '=', document).where('n', '<=', n).orderBy('n');
			return (await before.execute()).map(({ bytes }) => bytes);
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
