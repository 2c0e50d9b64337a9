import * as Y from 'yjs';
import { canonicalText } from '#lib/domain/fact/canonical.ts';
import { allRefs, rowExists, touchedRows, type SharedDocument } from '#lib/collab/shared-document.ts';
import type { DocumentEntry } from '#lib/local/database.ts';
import { compactJournal, journalAfter } from '#lib/local/journal.ts';
import { confirmedAfter, confirmedCut } from '#lib/local/confirmed.ts';
import type { Inside, OpenDocument } from '../handle.ts';
import { patchTables } from '../table.ts';
import { projected } from './change.ts';
import { generationOf, newestOf } from './generation.ts';
import { journalOrigin, loadStore, storeName } from './stores.ts';

/**
 * Loading the documents of a workspace:
 * 1. each document is its store plus the journal plus what is confirmed, in any order and as often as one likes [S6];
 * 2. the projection is then held against the documents and mended where it differs [D6];
 * 3. other tabs only ping; this tab reads what it missed from the journal [D6];
 * 4. it is done in strokes: someone taps on the first screen meanwhile.
 */
export async function loadDocuments(workspace: Inside): Promise<void> {
	// Before the stores are read: what another tab takes away meanwhile is then noticed.
	workspace.confirmedTo = Math.max(workspace.confirmedTo, await confirmedCut(await workspace.stored));
	const entries = newestOf(await knownDocuments(workspace));
	// A second attempt finds them loaded.
	const fresh = entries.filter(({ id }) => !workspace.documents.has(id));
	await Promise.all(fresh.map((entry) => loadStore(workspace, entry)));
	await workspace.platform.breathe();
	await catchUp(workspace);
	await healProjection(workspace);
	await healJournal(workspace, entries);
}

/** The catalogue, and documents whose store is still there though the catalogue lost them. */
async function knownDocuments(workspace: Inside): Promise<DocumentEntry[]> {
	const { documents } = await workspace.stored;
	const entries = await documents.toArray();
	const prefix = storeName(workspace, '');
	for (const { name = '' } of await indexedDB.databases()) {
		const document = name.startsWith(prefix) ? name.slice(prefix.length) : null;
		if (document === null || entries.some((entry) => entry.name === document)) continue;
		const [, kind, id] = document.split('/');
		if ((kind === 'plan' || kind === 'programme' || kind === 'register') && id)
			entries.push({ name: document, kind, id });
	}
	await healed(workspace, () => documents.bulkPut(entries));
	return entries;
}

/**
 * Reads what other tabs wrote and heard since; also what this tab wrote itself, which changes nothing. The journal
 * first: an update that is confirmed meanwhile is found behind it.
 */
export async function catchUp(workspace: Inside): Promise<void> {
	const database = await workspace.stored;
	const before = workspace.confirmedTo;
	const entries = await journalAfter(database, workspace.readTo);
	const confirmed = await confirmedAfter(database, before);
	const cut = await confirmedCut(database);
	for (const [name, mine] of Map.groupBy([...entries, ...confirmed], (entry) => entry.doc))
		await applyHere(
			workspace,
			name,
			mine.map(({ update }) => update)
		);
	if (cut > before) await readStoresAgain(workspace);
	workspace.readTo = Math.max(workspace.readTo, entries.at(-1)?.n ?? 0);
	workspace.confirmedTo = Math.max(before, confirmed.at(-1)?.n ?? 0, cut);
}

async function applyHere(workspace: Inside, name: string, updates: readonly Uint8Array[]): Promise<void> {
	const shown = [...workspace.documents.values()];
	const open = await openNamed(workspace, name);
	if (!open) return;
	const { shared } = open;
	const rows: ReturnType<typeof projected> = [];
	const look = (transaction: Y.Transaction) =>
		rows.push(...touchedRows(shared, transaction).flatMap((ref) => projected(shared, ref)));
	shared.doc.on('afterTransaction', look);
	shared.doc.transact(() => {
		for (const update of updates) Y.applyUpdate(shared.doc, update, journalOrigin);
	}, journalOrigin);
	shared.doc.off('afterTransaction', look);
	const before = shown.find((one) => one !== open && one.shared.id === shared.id);
	if (before) rows.push(...onlyIn(before.shared, shared, workspace.platform.now()));
	patchTables(workspace.tables, rows);
	await before?.store?.destroy();
}

/** Another tab heard of a new generation: what only the one before it had leaves the screen here as well (design D13). */
function onlyIn(
	before: SharedDocument,
	now: SharedDocument,
	removedAt: number
): ReturnType<typeof projected> {
	return allRefs(before)
		.filter((ref) => !rowExists(now, ref))
		.flatMap((ref) => projected(before, ref))
		.map((one) => ({ ...one, doc: now.name, row: { ...one.row, removedAt } }));
}

/** What was confirmed went into the stores and away before this tab had read it. */
async function readStoresAgain(workspace: Inside): Promise<void> {
	for (const { shared, store } of workspace.documents.values()) {
		const updates = (await store?.readAll()) ?? [];
		if (updates.length > 0) await applyHere(workspace, shared.name, updates);
	}
}

export async function openNamed(workspace: Inside, name: string): Promise<OpenDocument | null> {
	for (const open of workspace.documents.values()) if (open.shared.name === name) return open;
	const arriving = workspace.arriving.get(name);
	if (arriving) return arriving;
	const entry = await (await workspace.stored).documents.get(name);
	if (!entry) return null;
	const newer = workspace.documents.get(entry.id);
	// Of an old generation: kept where it is, shown no more.
	if (newer && generationOf(newer.shared.name) > generationOf(name)) return null;
	return loadStore(workspace, entry);
}

/** A stroke of this many rows takes a slow tablet some thirty milliseconds. */
const rowsAtOnce = 100;

async function healProjection(workspace: Inside): Promise<void> {
	for (const { shared } of workspace.documents.values()) {
		const refs = allRefs(shared);
		for (let at = 0; at < refs.length; at += rowsAtOnce) {
			await workspace.platform.breathe();
			await healRows(workspace, shared, refs.slice(at, at + rowsAtOnce));
		}
	}
}

async function healRows(
	workspace: Inside,
	shared: SharedDocument,
	refs: ReturnType<typeof allRefs>
): Promise<void> {
	const wrong = refs
		.flatMap((ref) => projected(shared, ref))
		.filter(({ collection, id, row }) => {
			const shown = workspace.tables[collection].get(id);
			return !shown || canonicalText(shown) !== canonicalText(row);
		});
	if (wrong.length === 0) return;
	patchTables(workspace.tables, wrong);
	await healed(workspace, async () => (await workspace.stored).rows.bulkPut(wrong));
}

/** More entries than this for one document make opening slow; one state takes their place. */
const compactAfter = 200;

async function healJournal(workspace: Inside, entries: DocumentEntry[]): Promise<void> {
	const { stored, platform } = workspace;
	const database = await stored;
	for (const { name, id } of entries) {
		const count = await database.journal.where('doc').equals(name).count();
		const shared = workspace.documents.get(id)?.shared;
		if (!shared || (count > 0 && count <= compactAfter)) continue;
		if (count === 0 && (await standsElsewhere(workspace, shared))) continue;
		await healed(workspace, () =>
			platform.lock(`journal:${database.name}`, async () => {
				await catchUp(workspace);
				await compactJournal(database, name, workspace.readTo, Y.encodeStateAsUpdate(shared.doc));
			})
		);
	}
}

/**
 * An empty journal is right where the server has all that is here, deletions included; else it was lost [S6.3]. Where a
 * server is there to ask, journal and store need not be what they were: the next round asks for all that is missing here
 * and hands over all that is missing there.
 */
async function standsElsewhere({ stored }: Inside, { name, doc }: SharedDocument): Promise<boolean> {
	const database = await stored;
	const row = await database.catalogue.get(name);
	// Nobody wrote in it yet, or it has not come.
	if (!row) return doc.store.clients.size === 0;
	const { equal } = row;
	const isOther = equal !== null && !Y.equalSnapshots(Y.decodeSnapshot(equal), Y.snapshot(doc));
	if (isOther) await database.catalogue.update(name, { equal: null, pulled: 0 });
	return true;
}

/** What is mended in passing is mended at the next start when it cannot be written now: a full disk can still be read. */
async function healed(workspace: Inside, mend: () => PromiseLike<unknown>): Promise<void> {
	try {
		await mend();
	} catch (error) {
		workspace.storeFaults.push(error);
	}
}
