import { collections } from '#lib/domain/step.ts';
import { GuardedPersistence } from '#lib/collab/guarded-persistence.ts';
import { learnMembers, sharedDocument } from '#lib/collab/shared-document.ts';
import type { DocumentEntry } from '#lib/local/database.ts';
import type { Inside, OpenDocument } from '../handle.ts';
import { localOrigin } from './change.ts';

/** Origin of what came out of the journal: another tab's edits, or what the store had lost. */
export const journalOrigin = Symbol('journal');

/** Each document has a database of its own, under the workspace's opaque name (design D2). */
export function storeName(workspace: Inside, document: string): string {
	return `${workspace.databaseName}:${document}`;
}

/** `isArriving`: another generation of it is on the screen until this one has come. */
export async function loadStore(
	workspace: Inside,
	entry: DocumentEntry,
	isArriving = false
): Promise<OpenDocument> {
	const shared = sharedDocument(entry.name, entry.kind, entry.id);
	const open: OpenDocument = { shared, store: null };
	if (isArriving) workspace.arriving.set(entry.name, open);
	else workspace.documents.set(entry.id, open);
	await attachTo(workspace, open);
	for (const collection of collections)
		if (shared.doc.share.has(collection))
			learnMembers(shared, collection, shared.doc.getMap(collection).keys());
	return open;
}

/** A store that does not open in time is no reason to wait: the journal holds everything as well [S6]. */
const storeOpensWithinMs = 5000;

export async function attachStore(workspace: Inside, id: string): Promise<void> {
	const open = workspace.documents.get(id);
	if (open && !open.store) await attachTo(workspace, open);
}

async function attachTo(workspace: Inside, open: OpenDocument): Promise<void> {
	const fault = (error: unknown) => workspace.storeFaults.push(error);
	const { name, doc } = open.shared;
	const store = new GuardedPersistence(
		storeName(workspace, name),
		doc,
		(origin) => origin === localOrigin,
		fault,
		() => workspace.platform.freshLog('brokeOff')
	);
	open.store = store;
	let callOff = () => {};
	const late = new Promise<void>((resolve) => {
		callOff = workspace.platform.after(storeOpensWithinMs, resolve);
	});
	const refused = store._db.then(
		() => store.whenSynced,
		() => null
	);
	await Promise.race([refused, late]);
	callOff();
}
