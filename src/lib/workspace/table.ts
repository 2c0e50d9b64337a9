import type { AnyRow } from '#lib/domain/programme/shape.ts';
import type { Collection } from '#lib/domain/step.ts';
import type { RowOf } from '#lib/domain/programme/shape.ts';
import type { ProjectedRow } from '#lib/local/database.ts';
import { live, liveMany } from './live.svelte.ts';

/**
 * The rows of one collection, read once from the projection and patched per changed row.
 * 1. A row object is never changed, only replaced; who holds one may compare by identity.
 * 2. `all` and `of` leave removed rows out and are in order; `get` finds removed ones too, so that names stay.
 */
export interface Table<R> {
	readonly all: readonly R[];
	get(id: string): R | undefined;
	/** Rows whose `parent` is this plan or programme. */
	of(parentId: string): readonly R[];
}

export class RowTable<R extends AnyRow> implements Table<R> {
	#byId = new Map<string, R>();
	#sorted: readonly R[] | null = null;
	#byParent = new Map<string, readonly R[]>();
	#whole = live();
	#each = liveMany();

	get all(): readonly R[] {
		this.#whole.read();
		this.#sorted ??= [...this.#byId.values()].filter((row) => row.removedAt === null).sort(byOrder);
		return this.#sorted;
	}

	get(id: string): R | undefined {
		this.#each.read(id);
		return this.#byId.get(id);
	}

	of(parentId: string): readonly R[] {
		const all = this.all;
		let mine = this.#byParent.get(parentId);
		if (!mine) {
			mine = all.filter((row) => parentOf(row) === parentId);
			this.#byParent.set(parentId, mine);
		}
		return mine;
	}

	patch(rows: readonly R[]): void {
		if (rows.length === 0) return;
		const stay = rows.every((row) => staysInPlace(row, this.#byId.get(row.id)));
		for (const row of rows) this.#byId.set(row.id, row);
		if (stay) this.#replace(rows);
		else this.#forgetOrder();
		this.#whole.changed();
		for (const row of rows) this.#each.changed(row.id);
	}

	/** An edit rarely moves a row: a thousand others are then not put in order again. */
	#replace(rows: readonly R[]): void {
		const fresh = new Map<string, R>(rows.map((row) => [row.id, row]));
		const replaced = (all: readonly R[]) => all.map((row) => fresh.get(row.id) ?? row);
		this.#sorted &&= replaced(this.#sorted);
		for (const parent of new Set(rows.map(parentOf))) {
			const mine = parent === null ? undefined : this.#byParent.get(parent);
			if (parent !== null && mine) this.#byParent.set(parent, replaced(mine));
		}
	}

	#forgetOrder(): void {
		this.#sorted = null;
		this.#byParent.clear();
	}
}

function staysInPlace(row: AnyRow, old: AnyRow | undefined): boolean {
	return (
		old !== undefined &&
		old.order === row.order &&
		old.removedAt === row.removedAt &&
		parentOf(old) === parentOf(row)
	);
}

function parentOf(row: AnyRow): string | null {
	return 'parent' in row ? row.parent : null;
}

function byOrder(a: AnyRow, b: AnyRow): number {
	return a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1;
}

export type Tables = { readonly [C in Collection]: RowTable<RowOf[C]> };

export function patchTables(tables: Tables, rows: readonly ProjectedRow[]): void {
	for (const [collection, mine] of Map.groupBy(rows, (row) => row.collection)) {
		// One table per collection, filled from rows read with that collection's own shape.
		const table: { patch(rows: readonly AnyRow[]): void } = tables[collection];
		table.patch(mine.map(({ row }) => row));
	}
}
