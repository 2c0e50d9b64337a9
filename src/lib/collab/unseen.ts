import * as Y from 'yjs';
import type { Collection } from '#lib/domain/step.ts';
import type { SharedDocument } from './shared-document.ts';

/**
 * Of two values that were written apart from each other one stands, and not necessarily the later one (design, home of
 * things). Whether the writer of what stands now had seen what stood before is in the document itself: each write of a
 * key names the one it came after.
 */
export function wroteUnseen(
	shared: SharedDocument,
	transaction: Y.Transaction,
	{ collection, id, field }: { collection: Collection; id: string; field: string }
): boolean {
	const now = shared.doc.getMap(collection)._map.get(`${id}.${field}`);
	if (!now || stoodBefore(transaction, now)) return false;
	let before = now.left;
	while (before && !stoodBefore(transaction, before)) before = before.left;
	return before !== null && !descends(shared.doc, now, before);
}

function stoodBefore({ beforeState }: Y.Transaction, { id }: Y.Item): boolean {
	return id.clock < (beforeState.get(id.client) ?? 0);
}

/** Follows what each writer saw, from `later` back. */
function descends(doc: Y.Doc, later: Y.Item, earlier: Y.Item): boolean {
	let at: Y.Item | null = later;
	while (at) {
		if (Y.compareIDs(at.id, earlier.id)) return true;
		const origin: Y.ID | null = at.origin;
		const before: Y.Item | Y.GC | null = origin ? Y.getItem(doc.store, origin) : null;
		at = before instanceof Y.Item ? before : null;
	}
	return false;
}
