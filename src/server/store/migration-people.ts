import type { Columns, Type } from './migration-columns.ts';
import type { Schema } from './schema.ts';

/** Step `0002-people`: how people sign in, how they are invited, and what was decided on what came too late. */
type TableOf<T extends keyof Schema> = {
	columns: Record<keyof Schema[T], Columns[string]>;
	key: string[];
};
type Made = 'setup' | 'session' | 'passkey' | 'recovery_code' | 'invite';

export const people: { [T in Made]: TableOf<T> } = {
	setup: { columns: { only: 'integer', account: 'text', at: 'bigint' }, key: ['only'] },
	session: {
		columns: {
			token_hash: 'text',
			id: 'text',
			account: 'text',
			device_name: 'text?',
			created_at: 'bigint',
			seen_at: 'bigint',
			ended_at: 'bigint?'
		},
		key: ['token_hash']
	},
	passkey: {
		columns: {
			credential: 'text',
			account: 'text',
			public_key: 'bytea',
			counter: 'bigint',
			transports: 'text',
			created_at: 'bigint',
			used_at: 'bigint?'
		},
		key: ['credential']
	},
	recovery_code: {
		columns: { lookup: 'text', account: 'text', hash: 'text', made_at: 'bigint', used_at: 'bigint?' },
		key: ['lookup']
	},
	invite: {
		columns: {
			workspace: 'text',
			id: 'text',
			token_hash: 'text',
			grants: 'text',
			person: 'text?',
			created_at: 'bigint',
			created_by: 'text',
			expires_at: 'bigint',
			used_at: 'bigint?',
			used_by: 'text?',
			withdrawn_at: 'bigint?'
		},
		key: ['workspace', 'id']
	}
};

/** Columns that tables of the first step get. */
export const added: Partial<Record<keyof Schema, Record<string, Type>>> = {
	workspace: { register: 'text' },
	device: { name: 'text' },
	fact: { late: 'text' },
	quarantine: { decision: 'text', decided_at: 'bigint' }
};
