import type { Kysely, Selectable } from 'kysely';
import type { Grant } from '#lib/domain/access/grant.ts';
import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import { mustBeInside } from './inside.ts';
import type { Schema } from './schema.ts';
import type { CatalogueEntry, Documents, DocumentVersion } from './store.ts';

type Catalogue = Omit<Documents, 'create' | 'append' | 'read' | 'history' | 'putSnapshot'>;

/** What is known about documents beside their updates: what changed when, whose client ids, versions [S7]. */
export function sqlCatalogue(db: Kysely<Schema>): Catalogue {
	const entries = (workspace: WorkspaceId) =>
		db
			.selectFrom('document_status')
			.innerJoin('document', (join) =>
				join
					.onRef('document.workspace', '=', 'document_status.workspace')
					.onRef('document.name', '=', 'document_status.document')
			)
			.select(['name', 'subject', 'change', 'confidentiality', 'is_current', 'quarantined', 'last_n'])
			.where('document_status.workspace', '=', workspace);
	const versions = (workspace: WorkspaceId) =>
		db.selectFrom('document_version').where('workspace', '=', workspace);
	return {
		async find(workspace, name) {
			const row = await entries(workspace).where('document.name', '=', name).executeTakeFirst();
			return row ? entryOf(row) : null;
		},
		async generations(workspace, subject) {
			const rows = await entries(workspace).where('subject', '=', subject).orderBy('change').execute();
			return rows.map(entryOf);
		},
		async changedSince(workspace, change, atMost) {
			const rows = entries(workspace).where('change', '>', change).orderBy('change').limit(atMost);
			return (await rows.execute()).map(entryOf);
		},
		async supersede(workspace, name) {
			mustBeInside(db);
			await noteChange(db, workspace, name, { is_current: 0 });
		},
		async quarantine(workspace, name, reason) {
			mustBeInside(db);
			await noteChange(db, workspace, name, { quarantined: reason });
		},
		async bindClients(workspace, document, bindings) {
			mustBeInside(db);
			for (const { client, account } of bindings)
				await db
					.insertInto('document_client')
					.values({ workspace, document, client, account })
					.onConflict((conflict) =>
						conflict
							.columns(['workspace', 'document', 'client'])
							.doUpdateSet({ account })
							.where('document_client.account', 'is', null)
					)
					.execute();
		},
		async clients(workspace, document) {
			const rows = db.selectFrom('document_client').select(['client', 'account']);
			const found = rows.where('workspace', '=', workspace).where('document', '=', document);
			return (await found.execute()).map(({ client, account }) => ({
				client,
				account: account as AccountId | null
			}));
		},
		async addVersion(workspace, { name, madeAt, madeBy, ...rest }, bytes) {
			const said = { ...rest, document: name, made_at: madeAt, made_by: madeBy };
			await db
				.insertInto('document_version')
				.values({ workspace, ...said, bytes: Buffer.from(bytes) })
				.execute();
		},
		async versions(workspace, subject) {
			const found = versions(workspace).where('subject', '=', subject);
			const columns = found.select(['id', 'document', 'subject', 'n', 'made_at', 'made_by', 'reason']);
			const rows = await columns.orderBy('made_at', 'desc').orderBy('n', 'desc').execute();
			return rows.map((row) => ({
				...{ id: row.id, name: row.document, subject: row.subject, n: row.n, madeAt: row.made_at },
				...{ madeBy: row.made_by as AccountId, reason: row.reason as DocumentVersion['reason'] }
			}));
		},
		async versionBytes(workspace, id) {
			const row = await versions(workspace).select('bytes').where('id', '=', id).executeTakeFirst();
			return row?.bytes ?? null;
		}
	};
}

/** The next change number of the workspace. Writing the counter holds it until the end: numbers follow commits. */
export async function nextChange(db: Kysely<Schema>, workspace: string): Promise<number> {
	const { last_change } = await db
		.insertInto('document_counter')
		.values({ workspace, last_change: 1 })
		.onConflict((conflict) =>
			conflict
				.column('workspace')
				.doUpdateSet((one) => ({ last_change: one('document_counter.last_change', '+', 1) }))
		)
		.returning('last_change')
		.executeTakeFirstOrThrow();
	return last_change;
}

export async function noteChange(
	db: Kysely<Schema>,
	workspace: string,
	document: string,
	more: Partial<Pick<Schema['document_status'], 'is_current' | 'quarantined'>> = {}
): Promise<void> {
	const change = await nextChange(db, workspace);
	await db
		.updateTable('document_status')
		.set({ change, ...more })
		.where('workspace', '=', workspace)
		.where('document', '=', document)
		.execute();
}

type Row = Pick<Selectable<Schema['document']>, 'name' | 'confidentiality' | 'last_n'> &
	Pick<Selectable<Schema['document_status']>, 'subject' | 'change' | 'is_current' | 'quarantined'>;

function entryOf({ confidentiality, is_current, last_n, ...rest }: Row): CatalogueEntry {
	return {
		...rest,
		confidentiality: confidentiality as Grant['ceiling'],
		isCurrent: is_current === 1,
		lastN: last_n
	};
}
