import * as Y from 'yjs';
import type { Confidentiality } from '#lib/domain/access/grant.ts';
import type { AccountId } from '#lib/domain/id.ts';
import type { Store } from '../store/store.ts';
import { isDeeper, standsDeeper, valuesIn } from './inspect.ts';
import type { DocumentLimits } from './limits.ts';
import type { DocumentName } from './name.ts';
import type { Writer } from './trial.ts';

/**
 * One document in the memory of the server.
 * 1. `trial` holds what is logged and what is being logged; nobody reads it before that is on disk [S5.1].
 * 2. `live` is what sockets read: it only ever holds what is logged.
 * 3. `underway` are the updates in `trial` that are not in `live` yet, in the order in which they came.
 */
export interface Room {
	readonly name: DocumentName;
	readonly confidentiality: Confidentiality;
	isCurrent: boolean;
	/** Null after an update spoilt it, until it is made anew. */
	trial: Y.Doc | null;
	remaking: Promise<Y.Doc> | null;
	live: Y.Doc | null;
	underway: Map<Uint8Array, Promise<number>>;
	clients: Map<number, AccountId | null>;
	/** The number of the last update that is logged, and of the last one in the snapshot. */
	n: number;
	snapshotN: number;
	/** About the size of the document as one update; made exact before anything is refused for it. */
	bytes: number;
	usedAt: number;
	/** Of those who write by HTTP, as a socket has its own. */
	writers: Map<AccountId, Writer>;
	/** Requests that hold it now; sockets hold it by `live`. */
	holders: number;
}

/** Why a document cannot be opened: words for the log, never content. */
export type Poison = 'it is too large' | 'it cannot be read' | 'it has a gap' | 'it goes too deep';

/** Null: there is no such document. */
export async function loadState(
	{ documents }: Pick<Store, 'documents'>,
	{ workspace, name }: DocumentName,
	limits: DocumentLimits
): Promise<{ doc: Y.Doc; bytes: number; snapshotN: number } | { poison: Poison } | null> {
	const state = await documents.read(workspace, name);
	if (!state) return null;
	const all = state.updates.map(({ bytes }) => bytes);
	if (state.snapshot) all.unshift(state.snapshot.bytes);
	const bytes = all.reduce((sum, one) => sum + one.length, 0);
	// The log of a document is larger than the document; what came in was held to half of this.
	if (bytes > 2 * limits.documentBytes + limits.updateBytes) return { poison: 'it is too large' };
	const doc = merged(all);
	if (!doc) return { poison: 'it cannot be read' };
	if (doc.store.pendingStructs || doc.store.pendingDs) return { poison: 'it has a gap' };
	if (goesDeeper(doc, limits.depth)) return { poison: 'it goes too deep' };
	return { doc, bytes, snapshotN: state.snapshot?.upTo ?? 0 };
}

/** Through a document, not by merging bytes: 10,000 updates take 2 s that way (measured). Null where one cannot be read. */
export function merged(updates: Iterable<Uint8Array>): Y.Doc | null {
	const doc = new Y.Doc();
	try {
		doc.transact(() => {
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		return doc;
	} catch {
		doc.destroy();
		return null;
	}
}

function goesDeeper(doc: Y.Doc, most: number): boolean {
	for (const structs of doc.store.clients.values())
		for (const struct of structs) {
			if (!(struct instanceof Y.Item)) continue;
			if (struct.content instanceof Y.ContentType && standsDeeper(doc, struct.id, most)) return true;
			if (valuesIn(struct.content).some((value) => isDeeper(value, most))) return true;
		}
	return false;
}

/** Characters and values that stand in it now. */
export function livingIn(doc: Y.Doc): number {
	let count = 0;
	for (const structs of doc.store.clients.values())
		for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted) count += struct.length;
	return count;
}
