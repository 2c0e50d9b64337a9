import * as Y from 'yjs';
import type { DeviceId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import { canonicalText } from '#lib/domain/fact/canonical.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { collections, type Collection } from '#lib/domain/step.ts';
import type { RowOf } from '#lib/domain/programme/shape.ts';
import { allRefs, touchedRows } from '#lib/collab/shared-document.ts';
import { WorkspaceDatabase, type DocumentEntry, type WorkspaceEntry } from '#lib/local/database.ts';
import { compactJournal, journalAfter } from '#lib/local/journal.ts';
import { patchTables, projected, say } from './act.ts';
import { journalOrigin, loadStore, storeName } from './documents.ts';
import { FactTable } from './facts.ts';
import { historyOf } from './history.ts';
import type { Inside, OpenDocument } from './handle.ts';
import { live } from './live.ts';
import type { Platform } from './platform.ts';
import { RowTable } from './table.ts';
import { visitOf } from './visit.ts';

/**
 * Opening a workspace:
 * 1. the projection is read first, so that a screen can be shown before any document is loaded;
 * 2. each document is its store plus the journal, in any order and as often as one likes [S6];
 * 3. the projection is then held against the documents and mended where it differs [D6];
 * 4. other tabs only ping; this tab reads what it missed from the journal [D6].
 */
export async function openEntry(platform: Platform, entry: WorkspaceEntry): Promise<Inside> {
	const database = new WorkspaceDatabase(entry.database);
	const tables = makeTables();
	const meta = new Map((await database.meta.toArray()).map(({ key, value }) => [key, value]));
	const log: Inside['log'] = { entries: [], live: live() };
	const saving: Inside['saving'] = {
		safety: { state: 'here', waiting: 0, reason: null },
		live: live(),
		tail: Promise.resolve()
	};
	const workspace: Inside = {
		id: entry.id as WorkspaceId,
		municipality: entry.municipality,
		isDemo: entry.isDemo,
		platform,
		database,
		device: String(meta.get('device')) as DeviceId,
		meId: (meta.get('me') ?? null) as PersonId | null,
		registerId: String(meta.get('register')),
		get me() {
			return workspace.meId === null ? null : (tables.people.get(workspace.meId) ?? null);
		},
		rows: tables,
		tables,
		facts: new FactTable(),
		get factTable() {
			return workspace.facts as FactTable;
		},
		get activity() {
			log.live.read();
			return log.entries;
		},
		get history() {
			log.live.read();
			return historyOf(log.entries);
		},
		get safety() {
			saving.live.read();
			return saving.safety;
		},
		previousVisitAt: await visitOf(database, platform.now()),
		documents: new Map(),
		storeFaults: [],
		log,
		saving,
		opened: Promise.resolve(),
		readTo: 0,
		reading: Promise.resolve(),
		closed: false,
		tabs: platform.openChannel(`driehoek:${entry.database}`, () => followOtherTabs(workspace)),
		close: () => closeAll(workspace)
	};
	await readProjection(workspace);
	workspace.opened = loadDocuments(workspace);
	return workspace;
}

function makeTables(): Inside['tables'] {
	const made = Object.fromEntries(collections.map((collection) => [collection, new RowTable()]));
	return made as unknown as { [C in Collection]: RowTable<RowOf[C]> };
}

async function readProjection(workspace: Inside): Promise<void> {
	const { database } = workspace;
	const [rows, facts, activity, waiting] = await Promise.all([
		database.rows.toArray(),
		database.facts.toArray(),
		database.activity.orderBy('turnedAt').reverse().limit(activityKept).toArray(),
		database.activity.count()
	]);
	patchTables(workspace, rows);
	addStored(workspace, facts);
	workspace.log.entries.push(...activity.sort((a, b) => b.at - a.at));
	say(workspace, { state: 'here', waiting, reason: null });
}

/** As many acts as a person would ever scroll back through on a screen; the rest stays in the database. */
const activityKept = 500;

async function loadDocuments(workspace: Inside): Promise<void> {
	const { database } = workspace;
	const entries = await knownDocuments(workspace);
	await Promise.all(entries.map((entry) => loadStore(workspace, entry)));
	await catchUp(workspace);
	await healProjection(workspace);
	await healJournal(workspace, entries);
	workspace.log.live.changed();
	database.on('versionchange', () => {
		void closeAll(workspace);
	});
}

/** The catalogue, and documents whose store is still there though the catalogue lost them. */
async function knownDocuments(workspace: Inside): Promise<DocumentEntry[]> {
	const entries = await workspace.database.documents.toArray();
	const prefix = storeName(workspace, '');
	for (const { name = '' } of await indexedDB.databases()) {
		const document = name.startsWith(prefix) ? name.slice(prefix.length) : null;
		if (document === null || entries.some((entry) => entry.name === document)) continue;
		const [, kind, id] = document.split('/');
		if ((kind === 'plan' || kind === 'programme' || kind === 'register') && id)
			entries.push({ name: document, kind, id });
	}
	await workspace.database.documents.bulkPut(entries);
	return entries;
}

/** One reading after another; a failure is said where the safety word stands, and the next ping tries again. */
function followOtherTabs(workspace: Inside): void {
	workspace.reading = workspace.reading
		.then(() => (workspace.closed ? undefined : catchUp(workspace)))
		.catch((error: unknown) =>
			say(workspace, {
				...workspace.saving.safety,
				state: 'stuck',
				reason: error instanceof Error ? error.name : String(error)
			})
		);
}

/** Reads what other tabs wrote since; also what this tab wrote itself, which changes nothing. */
export async function catchUp(workspace: Inside): Promise<void> {
	const { database } = workspace;
	const entries = await journalAfter(database, workspace.readTo);
	for (const [name, mine] of Map.groupBy(entries, (entry) => entry.doc)) {
		const open = await openNamed(workspace, name);
		if (!open) continue;
		const { shared } = open;
		const rows: ReturnType<typeof projected> = [];
		const look = (transaction: Y.Transaction) =>
			rows.push(...touchedRows(shared, transaction).flatMap((ref) => projected(shared, ref)));
		shared.doc.on('afterTransaction', look);
		shared.doc.transact(() => {
			for (const entry of mine) Y.applyUpdate(shared.doc, entry.update, journalOrigin);
		}, journalOrigin);
		shared.doc.off('afterTransaction', look);
		patchTables(workspace, rows);
	}
	workspace.readTo = entries.at(-1)?.n ?? workspace.readTo;
	await readFactsAndActivity(workspace);
}

async function openNamed(workspace: Inside, name: string): Promise<OpenDocument | null> {
	for (const open of workspace.documents.values()) if (open.shared.name === name) return open;
	const entry = await workspace.database.documents.get(name);
	return entry ? loadStore(workspace, entry) : null;
}

async function readFactsAndActivity(workspace: Inside): Promise<void> {
	const { database, log } = workspace;
	const ids = await database.facts.toCollection().primaryKeys();
	const missing = ids.filter((id) => !workspace.factTable.has(id));
	addStored(workspace, await database.facts.bulkGet(missing));
	const newest = log.entries.reduce((most, entry) => Math.max(most, entry.turnedAt), 0);
	for (const entry of await database.activity.where('turnedAt').aboveOrEqual(newest).toArray()) {
		const at = log.entries.findIndex((known) => known.id === entry.id);
		if (at < 0) log.entries.unshift(entry);
		else if (log.entries[at]?.state !== entry.state) log.entries[at] = entry;
	}
	log.entries.sort((a, b) => b.at - a.at);
	log.live.changed();
}

/** The store keeps facts as they were written; screens get them as this version reads them [S12]. */
function addStored(workspace: Inside, stored: readonly unknown[]): void {
	const facts = stored.map(readFact).filter((fact) => fact !== null);
	workspace.factTable.add(facts);
	if (facts.length < stored.length) workspace.storeFaults.push(new Error('a stored fact has no envelope'));
}

async function healProjection(workspace: Inside): Promise<void> {
	for (const { shared } of workspace.documents.values()) {
		const wrong = allRefs(shared)
			.flatMap((ref) => projected(shared, ref))
			.filter(({ collection, id, row }) => {
				const shown = workspace.tables[collection].get(id);
				return !shown || canonicalText(shown) !== canonicalText(row);
			});
		if (wrong.length === 0) continue;
		patchTables(workspace, wrong);
		await workspace.database.rows.bulkPut(wrong);
	}
}

/** More entries than this for one document make opening slow; one state takes their place. */
const compactAfter = 200;

async function healJournal(workspace: Inside, entries: DocumentEntry[]): Promise<void> {
	const { database, platform } = workspace;
	for (const { name, id } of entries) {
		const count = await database.journal.where('doc').equals(name).count();
		const shared = workspace.documents.get(id)?.shared;
		if (!shared || (count > 0 && count <= compactAfter)) continue;
		await platform.lock(`journal:${database.name}`, async () => {
			await catchUp(workspace);
			await compactJournal(database, name, workspace.readTo, Y.encodeStateAsUpdate(shared.doc));
		});
	}
}

async function closeAll(workspace: Inside): Promise<void> {
	workspace.closed = true;
	workspace.tabs.close();
	await workspace.opened;
	await workspace.saving.tail;
	await workspace.reading;
	await Promise.all([...workspace.documents.values()].flatMap(({ store }) => store?.destroy() ?? []));
	workspace.database.close();
}
