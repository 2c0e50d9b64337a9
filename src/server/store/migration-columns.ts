import type { CreateTableBuilder } from 'kysely';

export type Type = 'text' | 'integer' | 'bigint' | 'bytea';
/** `?`: may be empty. */
export type Columns = Record<string, Type | `${Type}?`>;

export function withColumns<T extends string>(
	table: CreateTableBuilder<T>,
	columns: Columns
): CreateTableBuilder<T, string> {
	let made: CreateTableBuilder<T, string> = table;
	for (const [name, said] of Object.entries(columns)) {
		const type = said.replace('?', '') as Type;
		made = made.addColumn(name, type, (column) => (said.endsWith('?') ? column : column.notNull()));
	}
	return made;
}
