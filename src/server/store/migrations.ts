import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { documentsMigration } from './migration-documents.ts';
import { people, added } from './migration-people.ts';
import { withColumns, type Columns } from './migration-columns.ts';
import type { Schema } from './schema.ts';

/**
 * Named steps that are never changed after a release. They keep to what SQLite and PostgreSQL both read in the same
 * words (tests/contracts/migrations.test.ts): `bytea` is a name that SQLite takes for any column and stores bytes in.
 */
type Tables = Record<string, { columns: Columns; key: string[] }>;

const first = {
	server: { columns: { only: 'integer', epoch: 'text' }, key: ['only'] },
	workspace: {
		columns: { id: 'text', municipality: 'text', created_at: 'bigint', last_seq: 'bigint' },
		key: ['id']
	},
	account: {
		columns: { id: 'text', name: 'text', created_at: 'bigint', ended_at: 'bigint?' },
		key: ['id']
	},
	membership: {
		columns: { workspace: 'text', account: 'text', person: 'text?' },
		key: ['workspace', 'account']
	},
	grant_given: {
		columns: {
			workspace: 'text',
			id: 'text',
			account: 'text',
			role: 'text',
			document: 'text?',
			team: 'text?',
			area: 'text?',
			ceiling: 'text',
			valid_from: 'bigint',
			valid_to: 'bigint?',
			ground: 'text'
		},
		key: ['workspace', 'id']
	},
	device: {
		columns: {
			workspace: 'text',
			id: 'text',
			account: 'text',
			public_key: 'text',
			registered_at: 'bigint',
			revoked_at: 'bigint?'
		},
		key: ['workspace', 'id']
	},
	fact: {
		columns: {
			workspace: 'text',
			id: 'text',
			seq: 'bigint',
			device: 'text',
			device_seq: 'bigint',
			hash: 'text',
			previous_hash: 'text?',
			is_linked: 'integer',
			kind: 'text',
			wire: 'text',
			received_at: 'bigint',
			account: 'text',
			carrier: 'text',
			is_own_name: 'integer'
		},
		key: ['workspace', 'id']
	},
	fact_photo: {
		columns: { workspace: 'text', sha256: 'text', fact: 'text' },
		key: ['workspace', 'sha256', 'fact']
	},
	branch: {
		columns: { workspace: 'text', device: 'text', hash: 'text', up_to: 'bigint' },
		key: ['workspace', 'device', 'hash']
	},
	quarantine: {
		columns: {
			workspace: 'text',
			id: 'text',
			hash: 'text',
			wire: 'text',
			reason: 'text',
			received_at: 'bigint',
			carrier: 'text'
		},
		key: ['workspace', 'hash']
	},
	document: {
		columns: {
			workspace: 'text',
			name: 'text',
			confidentiality: 'text',
			created_at: 'bigint',
			created_by: 'text',
			last_n: 'bigint'
		},
		key: ['workspace', 'name']
	},
	document_update: {
		columns: {
			workspace: 'text',
			document: 'text',
			n: 'bigint',
			bytes: 'bytea',
			account: 'text',
			carrier: 'text',
			received_at: 'bigint'
		},
		key: ['workspace', 'document', 'n']
	},
	document_snapshot: {
		columns: { workspace: 'text', document: 'text', n: 'bigint', bytes: 'bytea' },
		key: ['workspace', 'document']
	},
	audit_head: { columns: { log: 'text', n: 'bigint', hash: 'text' }, key: ['log'] },
	audit: {
		columns: {
			log: 'text',
			n: 'bigint',
			at: 'bigint',
			actor: 'text?',
			action: 'text',
			object: 'text',
			result: 'text',
			origin: 'text',
			reason: 'text?',
			previous_hash: 'text?',
			hash: 'text'
		},
		key: ['log', 'n']
	}
} satisfies Tables;

/** Looked up otherwise than by key; what is unique may not be said twice. */
interface Index {
	table: keyof Schema;
	columns: string[];
	unique: boolean;
}
const indexes: Index[] = [
	{ table: 'fact', columns: ['workspace', 'seq'], unique: true },
	{ table: 'fact', columns: ['workspace', 'device', 'device_seq'], unique: false },
	{ table: 'fact', columns: ['workspace', 'hash'], unique: true },
	{ table: 'grant_given', columns: ['account', 'workspace'], unique: false }
];

const peopleIndexes: Index[] = [
	{ table: 'session', columns: ['id'], unique: true },
	{ table: 'session', columns: ['account'], unique: false },
	{ table: 'passkey', columns: ['account'], unique: false },
	{ table: 'recovery_code', columns: ['account'], unique: false },
	{ table: 'invite', columns: ['token_hash'], unique: true },
	{ table: 'membership', columns: ['account'], unique: false }
];

export const migrations: Record<string, Migration> = {
	'0001-meeting-point': {
		async up(db: Kysely<unknown>) {
			await make(db, first, indexes);
		}
	},
	'0002-people': {
		async up(db: Kysely<unknown>) {
			await make(db, people, []);
			for (const [table, columns] of Object.entries(added))
				for (const [name, type] of Object.entries(columns))
					// Empty in the rows that are there.
					await db.schema.alterTable(table).addColumn(name, type).execute();
			await make(db, {}, peopleIndexes);
		}
	},
	'0003-documents': documentsMigration
};

async function make(db: Kysely<unknown>, tables: Tables, indexed: readonly Index[]): Promise<void> {
	for (const [name, { columns, key }] of Object.entries(tables))
		await withColumns(db.schema.createTable(name), columns)
			.addPrimaryKeyConstraint(`${name}_key`, key)
			.execute();
	for (const { table, columns, unique } of indexed) {
		const index = db.schema
			.createIndex([table, ...columns].join('_'))
			.on(table)
			.columns(columns);
		await (unique ? index.unique() : index).execute();
	}
}
