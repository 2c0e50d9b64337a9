import type { ProjectedRow, WorkspaceDatabase } from './database.ts';
import type { CatalogueEntry, ConfirmedUpdate } from './server-tables.ts';

/**
 * The journal holds what is nowhere else; `confirmed` holds what the server has too, until the document's own store has
 * it and other tabs could read it:
 * 1. an update goes from the one to the other in one transaction, only after a durable answer [S5] [S6.6];
 * 2. what others wrote is put here before it counts as heard;
 * 3. what is taken away here leaves its number (`confirmedCut`): a tab that had not read it reads the stores again.
 */
const cutKey = 'confirmedCut';

/** Own updates up to and including `upTo` of this document are safe on the server. */
export async function confirmJournal(
	database: WorkspaceDatabase,
	doc: string,
	upTo: number,
	patch: Partial<CatalogueEntry>
): Promise<void> {
	const { journal, confirmed, catalogue } = database;
	await database.transaction('rw', [journal, confirmed, catalogue], async () => {
		const entries = (await journal.where('doc').equals(doc).toArray()).filter(({ n = 0 }) => n <= upTo);
		await confirmed.bulkAdd(entries.map(({ update }) => ({ doc, update })));
		await journal.bulkDelete(entries.map(({ n = 0 }) => n));
		await patchWhenQuiet(database, doc, patch);
	});
}

/** Updates of others, with the rows that follow from them. */
export async function keepIncoming(
	database: WorkspaceDatabase,
	doc: string,
	updates: readonly Uint8Array[],
	rows: readonly ProjectedRow[],
	patch: Partial<CatalogueEntry>
): Promise<void> {
	const { journal, confirmed, catalogue } = database;
	await database.transaction('rw', [journal, confirmed, catalogue, database.rows], async () => {
		await confirmed.bulkAdd(updates.map((update) => ({ doc, update })));
		await database.rows.bulkPut(rows);
		await patchWhenQuiet(database, doc, patch);
	});
}

/** Device and server are equal only where nothing of the document is still to go. */
async function patchWhenQuiet(
	database: WorkspaceDatabase,
	doc: string,
	{ equal, ...patch }: Partial<CatalogueEntry>
): Promise<void> {
	const isQuiet = (await database.journal.where('doc').equals(doc).count()) === 0;
	await patchCatalogue(database, doc, isQuiet && equal !== undefined ? { ...patch, equal } : patch);
}

const unknownYet: Omit<CatalogueEntry, 'name'> = {
	change: 0,
	isCurrent: true,
	confidentiality: 'internal',
	pulled: 0,
	equal: null,
	refused: null,
	heardAt: null
};

export async function patchCatalogue(
	{ catalogue }: WorkspaceDatabase,
	name: string,
	patch: Partial<CatalogueEntry>
): Promise<void> {
	await catalogue.put({ ...unknownYet, ...(await catalogue.get(name)), ...patch, name });
}

export async function confirmedAfter(
	{ confirmed }: WorkspaceDatabase,
	n: number
): Promise<ConfirmedUpdate[]> {
	return confirmed.where('n').above(n).toArray();
}

/** The highest number that was taken away. */
export async function confirmedCut({ meta }: WorkspaceDatabase): Promise<number> {
	return Number((await meta.get(cutKey))?.value ?? 0);
}

/** Of documents whose store has them, up to what this tab has read. */
export async function cutConfirmed(
	database: WorkspaceDatabase,
	docs: readonly string[],
	upTo: number
): Promise<void> {
	const { confirmed, meta } = database;
	await database.transaction('rw', [confirmed, meta], async () => {
		const keys = await confirmed.where('doc').anyOf(docs).primaryKeys();
		const gone = keys.filter((n) => n <= upTo);
		if (gone.length === 0) return;
		await confirmed.bulkDelete(gone);
		await meta.put({ key: cutKey, value: Math.max(await confirmedCut(database), ...gone) });
	});
}
