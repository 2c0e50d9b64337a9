import * as Y from 'yjs';
import type { AnyRow } from '#lib/domain/programme/shape.ts';
import { rowExists, touchedRows, type RowRef, type SharedDocument } from '#lib/collab/shared-document.ts';
import type { DocumentEntry, ProjectedRow } from '#lib/local/database.ts';
import type { CatalogueEntry } from '#lib/local/server-tables.ts';
import { keepIncoming } from '#lib/local/confirmed.ts';
import type { Inside, OpenDocument } from '../handle.ts';
import { untilItStands } from '../safety.ts';
import { patchTables } from '../table.ts';
import { projected } from './change.ts';
import { generationOf } from './generation.ts';
import { catchUp } from './load.ts';
import { isUpdate } from './state.ts';
import { loadStore } from './stores.ts';

/**
 * What others wrote, into the documents of this tab:
 * 1. the screen shows it at once, with the rows that changed and no others;
 * 2. it stands in `confirmed` with its rows before it counts as heard, so other tabs and a restart have it too;
 * 3. what it did to own words is told, before those words are gone from the rows (`Came`).
 */
export interface Came {
	shared: SharedDocument;
	transaction: Y.Transaction;
	/** Rows that changed, as they were shown before; null: new here. */
	rows: { ref: RowRef; before: AnyRow | undefined; after: AnyRow }[];
	/** Milliseconds; when something of this document last came in. */
	heardAt: number | null;
}
export type OnCame = (came: Came) => void;

/** Origin of what came from the server by HTTP. */
const serverOrigin = Symbol('server');

export function openDocumentNames(workspace: Inside): SharedDocument[] {
	return [...workspace.documents.values()].map(({ shared }) => shared);
}

export async function takeUpdates(
	workspace: Inside,
	name: string,
	updates: readonly Uint8Array[],
	{ isEqual, ...patch }: Partial<CatalogueEntry> & { isEqual: boolean },
	onCame: OnCame
): Promise<void> {
	const open = openedNamed(workspace, name);
	if (!open) throw new Error(`no document ${name} is open`);
	if (!updates.every(isUpdate)) throw new Error(`the server gave an update of ${name} that is none`);
	const ears = listen(workspace, open, serverOrigin, onCame);
	try {
		Y.transact(
			open.shared.doc,
			() => updates.forEach((update) => Y.applyUpdate(open.shared.doc, update, serverOrigin)),
			serverOrigin
		);
	} finally {
		ears.stop();
	}
	const heard = ears.take();
	const before = arrive(workspace, open);
	for (const row of await leftBehind(workspace, open)) heard.rows.set(`${row.collection}.${row.id}`, row);
	const equal = isEqual ? { equal: snapshotOf(open) } : {};
	await confirm(workspace, name, heard, { ...patch, ...equal });
	await before?.store?.destroy();
}

/** A new generation has come: it takes the place of the one before it, which is the answer. */
function arrive(workspace: Inside, open: OpenDocument): OpenDocument | null {
	if (!workspace.arriving.delete(open.shared.name)) return null;
	const before = workspace.documents.get(open.shared.id) ?? null;
	workspace.documents.set(open.shared.id, open);
	return before;
}

/** Rows that only an older generation had leave the screen (design D13). */
async function leftBehind(workspace: Inside, { shared }: OpenDocument): Promise<ProjectedRow[]> {
	const { stored, platform, tables } = workspace;
	const database = await stored;
	const known = await database.documents.toArray();
	const older = known.filter(
		({ id, name }) => id === shared.id && generationOf(name) < generationOf(shared.name)
	);
	if (older.length === 0) return [];
	const rows = await database.rows
		.where('doc')
		.anyOf(older.map(({ name }) => name))
		.filter((one) => !rowExists(shared, one))
		.toArray();
	const gone = rows.map((one) => ({
		...one,
		doc: shared.name,
		row: { ...one.row, removedAt: platform.now() }
	}));
	patchTables(tables, gone);
	return gone;
}

/** What comes by the socket under this origin; what was heard is confirmed a moment later, together. */
export function followOrigin(workspace: Inside, name: string, origin: unknown, onCame: OnCame): () => void {
	const open = openedNamed(workspace, name);
	if (!open) return () => undefined;
	let callOff: (() => void) | null = null;
	let tail: Promise<unknown> = Promise.resolve();
	const flush = () => {
		callOff = null;
		const heard = ears.take();
		tail = tail
			.then(() => confirm(workspace, name, heard, { equal: snapshotOf(open) }))
			.catch((error: unknown) => void workspace.storeFaults.push(error));
	};
	const ears = listen(workspace, open, origin, onCame, () => {
		callOff ??= workspace.platform.after(gatherMs, flush);
	});
	return () => {
		ears.stop();
		callOff?.();
		flush();
	};
}

/** Deletions included: what a state vector does not tell. */
function snapshotOf({ shared }: OpenDocument): Uint8Array {
	return Y.encodeSnapshot(Y.snapshot(shared.doc));
}

/** Keystrokes of a colleague in one transaction; what waits in memory is asked for again after a kill. */
const gatherMs = 100;

interface Heard {
	updates: Uint8Array[];
	rows: Map<string, ProjectedRow>;
}

function listen(
	workspace: Inside,
	{ shared }: OpenDocument,
	origin: unknown,
	onCame: OnCame,
	onSome: () => void = () => undefined
) {
	let heard: Heard = { updates: [], rows: new Map() };
	const onUpdate = (update: Uint8Array, from: unknown) => {
		if (from !== origin) return;
		heard.updates.push(update);
		onSome();
	};
	const onTransaction = (transaction: Y.Transaction) => {
		if (transaction.origin !== origin) return;
		const rows = touchedRows(shared, transaction).flatMap((ref) => projected(shared, ref));
		if (rows.length === 0) return;
		const heardAt = workspace.together.heardAt.get(shared.name) ?? null;
		const changed = rows.map(({ collection, id, row }) => ({
			ref: { collection, id },
			before: workspace.tables[collection].get(id),
			after: row
		}));
		try {
			onCame({ shared, transaction, rows: changed, heardAt });
		} catch (error) {
			// An explanation that fails must not keep the edit from being shown.
			workspace.storeFaults.push(error);
		}
		patchTables(workspace.tables, rows);
		for (const row of rows) heard.rows.set(`${row.collection}.${row.id}`, row);
	};
	shared.doc.on('update', onUpdate);
	shared.doc.on('afterTransaction', onTransaction);
	return {
		take(): Heard {
			const taken = heard;
			heard = { updates: [], rows: new Map() };
			return taken;
		},
		stop() {
			shared.doc.off('update', onUpdate);
			shared.doc.off('afterTransaction', onTransaction);
		}
	};
}

async function confirm(
	workspace: Inside,
	name: string,
	{ updates, rows }: Heard,
	patch: Partial<CatalogueEntry>
): Promise<void> {
	if (updates.length === 0 && patch.pulled === undefined) return;
	const heardAt = workspace.platform.now();
	workspace.together.heardAt.set(name, heardAt);
	const merged = updates.length > 1 ? [Y.mergeUpdates(updates)] : updates;
	await untilItStands(workspace, 'reading', async () =>
		keepIncoming(await workspace.stored, name, merged, [...rows.values()], { ...patch, heardAt })
	);
	if (merged.length > 0) workspace.tabs.ping();
}

function openedNamed(workspace: Inside, name: string): OpenDocument | null {
	for (const open of workspace.documents.values()) if (open.shared.name === name) return open;
	return workspace.arriving.get(name) ?? null;
}

/** A document that the server names. A new generation is shown when it has come (design D13). */
export async function makeFromServer(workspace: Inside, entry: DocumentEntry): Promise<SharedDocument> {
	const before = workspace.documents.get(entry.id);
	if (before && generationOf(before.shared.name) > generationOf(entry.name)) return before.shared;
	await untilItStands(workspace, 'reading', async () => (await workspace.stored).documents.put(entry));
	const open =
		workspace.arriving.get(entry.name) ?? (await loadStore(workspace, entry, before !== undefined));
	if (entry.kind === 'register') await isTheRegister(workspace, entry.id);
	return open.shared;
}

/** A device that joined before it could know the register by its id made an empty one of its own: this is the one. */
async function isTheRegister(workspace: Inside, id: string): Promise<void> {
	const own = workspace.documents.get(workspace.registerId)?.shared;
	if (workspace.registerId === id || (own && own.doc.store.clients.size > 0)) return;
	workspace.registerId = id;
	await untilItStands(workspace, 'reading', async () =>
		(await workspace.stored).meta.put({ key: 'register', value: id })
	);
}

/** Documents whose own store has all that was read here, and up to which number of `confirmed` that was. */
export async function storedDocuments(workspace: Inside): Promise<{ names: string[]; upTo: number }> {
	await catchUp(workspace);
	const whole = [...workspace.documents.values()].filter(({ store }) => store?.isWhole === true);
	return { names: whole.map(({ shared }) => shared.name), upTo: workspace.confirmedTo };
}
