import { canonicalText } from '#lib/domain/fact/canonical.ts';
import type { DocumentKind } from '#lib/domain/programme/shape.ts';
import { shape } from '#lib/domain/programme/shape.ts';
import {
	noteSchema,
	readField,
	readRow,
	schemaOf,
	schemaVersion,
	sharedDocument,
	touchedRows,
	writeField,
	type FieldWrite,
	type RowRef,
	type SharedDocument
} from '#lib/collab/shared-document.ts';
import type { DocumentEntry, JournalEntry, PlaceChange, ProjectedRow } from '#lib/local/database.ts';
import type { Inside } from '../handle.ts';
import { Refused } from '../refused.ts';

/** A new row's undo is its removal; there is no value to go back to. */
export const notThere = 'notThere';

export interface Change {
	/** Changes to rows that exist, or every field of rows that do not. */
	writes: FieldWrite[];
	/** Which document new rows live in. */
	homes?: Map<string, string> | undefined;
}

export function makeDocument(workspace: Inside, kind: DocumentKind, id: string): DocumentEntry {
	const name = `${workspace.id}/${kind}/${id}/g1`;
	const open = { shared: sharedDocument(name, kind, id), store: null };
	workspace.documents.set(id, open);
	return { name, kind, id };
}

interface Touched {
	shared: SharedDocument;
	ref: RowRef;
}

/** The documents change at once; what comes back is all there is to write. */
export function changeDocuments(workspace: Inside, { writes, homes }: Change) {
	const changes: PlaceChange[] = [];
	const entries: JournalEntry[] = [];
	const touched: Touched[] = [];
	const byDocument = Map.groupBy(writes, (write) => homeOf(workspace, write, homes));
	refuseNewer(workspace, byDocument.keys());
	for (const [home, mine] of byDocument) {
		const open = workspace.documents.get(home);
		if (!open) throw new Error(`no document ${home}`);
		const { shared } = open;
		const gather = (update: Uint8Array) => entries.push({ doc: shared.name, update });
		const look = (transaction: Parameters<typeof touchedRows>[1]) =>
			touched.push(...touchedRows(shared, transaction).map((ref) => ({ shared, ref })));
		shared.doc.on('update', gather);
		shared.doc.on('afterTransaction', look);
		try {
			shared.doc.transact(() => changes.push(...writeAll(workspace, shared, mine)), localOrigin);
		} finally {
			shared.doc.off('update', gather);
			shared.doc.off('afterTransaction', look);
		}
	}
	return { changes, entries, rows: touched.flatMap(({ shared, ref }) => projected(shared, ref)) };
}

/**
 * What a newer version may have meant is not ours to write over: reading goes on, writing waits for the update [S12].
 * Asked of all documents before any is touched: an act is whole or not at all.
 */
function refuseNewer(workspace: Inside, homes: Iterable<string>): void {
	for (const home of homes) {
		const shared = workspace.documents.get(home)?.shared;
		if (shared && (schemaOf(shared) ?? schemaVersion) > schemaVersion) throw new Refused('newerDocument');
	}
}

/** Origin of what this tab's person did. */
export const localOrigin = Symbol('this tab');

function writeAll(workspace: Inside, shared: SharedDocument, writes: FieldWrite[]): PlaceChange[] {
	noteSchema(shared);
	const changes: PlaceChange[] = [];
	const fresh = new Set<string>();
	for (const write of writes) {
		const isNew = workspace.tables[write.collection].get(write.id) === undefined;
		if (isNew && !fresh.has(write.id)) {
			fresh.add(write.id);
			changes.push({ ...placeOf(write), field: 'removedAt', before: notThere, after: null });
		}
		const kind = shape[write.collection].fields[write.field] ?? 'plain';
		const before = isNew ? null : readField(shared, write, write.field, kind);
		if (!isNew && same(before, write.value)) continue;
		writeField(shared, write, isNew);
		if (!isNew) changes.push({ ...placeOf(write), field: write.field, before, after: write.value });
	}
	return changes;
}

function placeOf({ collection, id }: FieldWrite) {
	return { collection, id };
}

export function same(a: unknown, b: unknown): boolean {
	return a === b || canonicalText(a) === canonicalText(b);
}

export function homeOf(workspace: Inside, ref: RowRef, homes?: Map<string, string>): string {
	const home = homes?.get(ref.id);
	if (home !== undefined) return home;
	const row = workspace.tables[ref.collection].get(ref.id);
	if (!row || !('parent' in row) || typeof row.parent !== 'string')
		throw new Error(`${ref.collection} ${ref.id} is not here`);
	return row.parent;
}

export function projected(shared: SharedDocument, ref: RowRef): ProjectedRow[] {
	const row = readRow(shared, ref);
	return row ? [{ ...ref, doc: shared.name, row }] : [];
}
