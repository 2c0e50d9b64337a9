import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Schema } from './schema.ts';

/** The catalogue with its change numbers, whose client id is whose, versions, documents set aside. */
export const documentsMigration: Migration = {
	async up(db: Kysely<unknown>) {
		const { schema } = db;
		await schema
			.createTable('document_counter')
			.addColumn('workspace', 'text', (column) => column.notNull())
			.addColumn('last_change', 'bigint', (column) => column.notNull())
			.addPrimaryKeyConstraint('document_counter_key', ['workspace'])
			.execute();
		await schema
			.createTable('document_status')
			.addColumn('workspace', 'text', (column) => column.notNull())
			.addColumn('document', 'text', (column) => column.notNull())
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('change', 'bigint', (column) => column.notNull())
			.addColumn('is_current', 'integer', (column) => column.notNull())
			.addColumn('quarantined', 'text')
			.addPrimaryKeyConstraint('document_status_key', ['workspace', 'document'])
			.execute();
		await schema
			.createTable('document_client')
			.addColumn('workspace', 'text', (column) => column.notNull())
			.addColumn('document', 'text', (column) => column.notNull())
			.addColumn('client', 'bigint', (column) => column.notNull())
			.addColumn('account', 'text')
			.addPrimaryKeyConstraint('document_client_key', ['workspace', 'document', 'client'])
			.execute();
		await schema
			.createTable('document_version')
			.addColumn('workspace', 'text', (column) => column.notNull())
			.addColumn('id', 'text', (column) => column.notNull())
			.addColumn('document', 'text', (column) => column.notNull())
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('n', 'bigint', (column) => column.notNull())
			.addColumn('made_at', 'bigint', (column) => column.notNull())
			.addColumn('made_by', 'text', (column) => column.notNull())
			.addColumn('reason', 'text', (column) => column.notNull())
			.addColumn('bytes', 'bytea', (column) => column.notNull())
			.addPrimaryKeyConstraint('document_version_key', ['workspace', 'id'])
			.execute();
		const indexes = [
			['document_status', 'change'],
			['document_status', 'subject'],
			['document_version', 'subject']
		] as const;
		for (const [table, column] of indexes)
			await schema.createIndex(`${table}_${column}`).on(table).columns(['workspace', column]).execute();
		await enterKnown(db);
	}
};

/** Documents from before there was a catalogue come into it in the order in which they were made. */
async function enterKnown(db: Kysely<Schema>): Promise<void> {
	const known = await db.selectFrom('document').select(['workspace', 'name']).orderBy('created_at').execute();
	const last = new Map<string, number>();
	for (const { workspace, name } of known) {
		const change = (last.get(workspace) ?? 0) + 1;
		last.set(workspace, change);
		const subject = name.split('/').slice(1, 3).join('/');
		await db
			.insertInto('document_status')
			.values({ workspace, document: name, subject, change, is_current: 1, quarantined: null })
			.execute();
	}
	for (const [workspace, last_change] of last)
		await db.insertInto('document_counter').values({ workspace, last_change }).execute();
}
