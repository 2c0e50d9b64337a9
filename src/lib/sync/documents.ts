import * as Y from 'yjs';
import type { SharedDocument } from '#lib/collab/shared-document.ts';
import { cutConfirmed, patchCatalogue, confirmJournal } from '#lib/local/confirmed.ts';
import { catalogue as catalogueAnswer, updateAnswer } from '#lib/protocol/documents.ts';
import { askBytes, askJson, pressed, RefusedByServer, sent } from './ask.ts';
import type { SyncContext } from './context.ts';
import { known, meetEpoch, note } from './known.ts';

/**
 * Documents over HTTP, which is the whole road; the socket is only quicker:
 * 1. first the list of what changed, then only documents that changed or have unsent edits [S7.1];
 * 2. what the server has and this device lacks comes by state vector, deletions included, and stands here before the
 *    list is read further;
 * 3. journal entries leave only for an answer that says they are logged [S5] [S6.6];
 * 4. one document that is refused holds up no other [S8.2].
 */
export async function exchangeDocuments(context: SyncContext): Promise<void> {
	await readCatalogue(context);
	await fetchDocuments(context);
	await sendDocuments(context);
	await letConfirmedGo(context);
}

async function readCatalogue(context: SyncContext): Promise<void> {
	const { database } = context;
	for (let hasMore = true; hasMore;) {
		const after = (await known(database, 'documentsCursor')) ?? 0;
		const path = `/w/${context.workspace}/documents?after=${after}`;
		const answer = await askJson(context.road, path, catalogueAnswer);
		await meetEpoch(context, answer.epoch);
		await database.transaction('rw', [database.catalogue, database.server], async () => {
			for (const { name, change, isCurrent, confidentiality } of answer.documents)
				await patchCatalogue(database, name, { change, isCurrent, confidentiality });
			await note(database, { documentsCursor: answer.cursor });
		});
		hasMore = answer.hasMore && answer.cursor > after;
	}
}

async function fetchDocuments(context: SyncContext): Promise<void> {
	const behind = await context.database.catalogue
		.filter(({ change, pulled, isCurrent }) => isCurrent && change > pulled)
		.toArray();
	for (const { name, change, equal } of behind)
		await eachByItself(context, name, async () => {
			const shared = await openOrMake(context, name);
			if (!shared) return;
			// Where it is not known what else is here, having all that the server has is not being equal.
			const isEqual = equal !== null || shared.doc.store.clients.size === 0;
			const vector = Y.encodeStateVector(shared.doc);
			const missing = await askBytes(context.road, `${pathOf(context, name)}/missing`, sent(vector));
			await context.documents.take(name, [missing], change, isEqual);
		});
}

async function openOrMake({ documents }: SyncContext, name: string): Promise<SharedDocument | null> {
	const here = await documents.named(name);
	if (here) return here;
	const [, kind, id] = name.split('/');
	// A kind of a later version is left alone until this one is renewed.
	if (!id || (kind !== 'plan' && kind !== 'programme' && kind !== 'register')) return null;
	return documents.make({ name, kind, id });
}

async function sendDocuments(context: SyncContext): Promise<void> {
	const { database } = context;
	for (const name of await unsentDocuments(context))
		await eachByItself(context, name, () => sendDocument(context, name));
	await note(database, { isHandingBack: false });
}

/** Names of documents with something that the server may not have. */
export async function unsentDocuments({
	database,
	documents
}: Pick<SyncContext, 'database' | 'documents'>): Promise<Set<string>> {
	const [unsent, rows] = await Promise.all([
		database.journal.orderBy('doc').uniqueKeys(),
		database.catalogue.toArray()
	]);
	const there = new Map(rows.map((row) => [row.name, row]));
	const names = new Set(unsent.map(String));
	for (const { name, doc } of documents.all()) {
		const row = there.get(name);
		const isUnsure = !row || (row.isCurrent && row.equal === null);
		if (isUnsure && doc.store.clients.size > 0) names.add(name);
	}
	return names;
}

async function sendDocument(context: SyncContext, name: string): Promise<void> {
	const { database, documents } = context;
	const row = await database.catalogue.get(name);
	// Erased, or gone back to a version: what was written for the old generation is kept, and named (design D13).
	if (row && !row.isCurrent) return patchCatalogue(database, name, { refused: 'notCurrent' });
	const shared = await documents.named(name);
	if (!shared) return;
	const entries = await database.journal.where('doc').equals(name).toArray();
	const upTo = entries.at(-1)?.n ?? 0;
	// Of a document that was never equal, all of it goes: what others gave may be here and not there.
	const isWhole = !row || row.equal === null || entries.length === 0;
	const equal = Y.encodeSnapshot(Y.snapshot(shared.doc));
	const update = isWhole
		? Y.mergeUpdates([Y.encodeStateAsUpdate(shared.doc), ...entries.map((entry) => entry.update)])
		: Y.mergeUpdates(entries.map((entry) => entry.update));
	try {
		await post(context, name, shared, update);
	} catch (error) {
		const mayNotWrite = error instanceof RefusedByServer && error.reason === 'notAllowed';
		if (!mayNotWrite || !(await holdsAll(context, shared))) throw error;
	}
	await confirmJournal(database, name, upTo, { refused: null, equal });
}

/**
 * Whether the server has everything that is here: whole states compared, deletions included [S5.2]. For who reads and
 * does not write, and cannot hand back what the server lost.
 */
async function holdsAll(context: SyncContext, { name, doc }: SharedDocument): Promise<boolean> {
	const there = new Y.Doc();
	const everything = await askBytes(context.road, `${pathOf(context, name)}/missing`, sent(new Uint8Array()));
	Y.applyUpdate(there, everything);
	let hasMore = false;
	there.on('update', () => (hasMore = true));
	Y.applyUpdate(there, Y.encodeStateAsUpdate(doc));
	there.destroy();
	return !hasMore;
}

/** What only hangs on something that the server lacks goes again with all that it hangs on. */
async function post(
	context: SyncContext,
	name: string,
	shared: SharedDocument,
	update: Uint8Array
): Promise<void> {
	const send = async (bytes: Uint8Array) => {
		const path = `${pathOf(context, name)}/updates`;
		const { epoch } = await askJson(context.road, path, updateAnswer, await pressed(sent(bytes)));
		await meetEpoch(context, epoch);
	};
	try {
		await send(update);
	} catch (error) {
		const isGap = error instanceof RefusedByServer && error.reason === 'gap';
		if (!isGap) throw error;
		await send(Y.encodeStateAsUpdate(shared.doc));
	}
}

/** What is said of one document ends with it; what is said of the asker ends the round. */
async function eachByItself(context: SyncContext, name: string, act: () => Promise<void>): Promise<void> {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof RefusedByServer) || error.reason === 'signedOut') throw error;
		await patchCatalogue(context.database, name, { refused: error.reason });
	}
}

async function letConfirmedGo({ database, documents }: SyncContext): Promise<void> {
	const { names, upTo } = await documents.stored();
	await cutConfirmed(database, names, upTo);
}

function pathOf({ workspace }: SyncContext, name: string): string {
	return `/w/${workspace}/documents/${documentPath(name)}`;
}

/** `<workspace>/<kind>/<id>/g<n>` without its workspace. */
function documentPath(name: string): string {
	return name.split('/').slice(1).join('/');
}
