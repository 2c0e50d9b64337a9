import { filedUnder, linkOf, subjectsOf } from './filing.ts';
import type { Arrival, Draft, Picture, StoredFact, WorkspaceDatabase } from './database.ts';
import { MovedOn } from './facts.ts';
import type { JournalAct, SaidDraft } from './journal.ts';
import { sameBytes } from './same-bytes.ts';

/**
 * What a finger waits for: an act of new facts alone, asked of the browser's store itself. Everything is asked at once
 * and in one transaction, the reading back of it too: it is queued behind the write, and so finds what stands on disk
 * [S2]. By way of Dexie the same took four times as long on a tablet (docs/decisions/a-tick-asks-the-store-itself.md).
 */
export function isOfNewFactsAlone({ documents, entries, rows, facts, upon }: JournalAct): boolean {
	const writesDocuments = documents.length + entries.length + rows.length > 0;
	// What takes something back has to find it first.
	const takesBack = facts.some(({ payload }) => payload.kind === 'withdrawal');
	// A fact that this tab wrote has a link; of one that was read it may have to be made again.
	return upon?.isPresumed === true && !writesDocuments && !takesBack;
}

/**
 * Throws when the device refused the write or does not give back what was written, and `MovedOn` when the act no longer
 * holds. Says what the facts are about.
 */
export async function writeFacts(database: WorkspaceDatabase, act: JournalAct): Promise<Required<Arrival>> {
	const connection = await openConnection(database);
	const filed = filedUnder(act.facts, new Map());
	const scope = ['facts', 'links', 'arrivals', 'activity'];
	if (act.upon) scope.push('meta');
	if (act.draft) scope.push('drafts', 'pictures');
	const writing = connection.transaction(scope, 'readwrite', { durability: 'strict' });
	const done = untilDone(writing);
	const asked = await askAll(writing, done, act, filed);
	const [written, read] = await Promise.allSettled([done, readBehind(connection, filed)]);
	if (written.status === 'rejected') throw asked.holds?.failed() ? new MovedOn() : written.reason;
	if (read.status === 'rejected') throw read.reason;
	const stand = filed.every(({ bytes }, at) => sameBytes(read.value[at]?.bytes, bytes));
	if (!stand) throw new Error('what was written could not be read back');
	return { about: subjectsOf(filed), n: Number(asked.arrival.result) };
}

/** Half an act is none: where one thing cannot be asked, what was asked before it is called off. */
async function askAll(
	writing: IDBTransaction,
	done: Promise<void>,
	act: JournalAct,
	filed: readonly StoredFact[]
) {
	try {
		return ask(writing, act, filed);
	} catch (error) {
		// It may have ended by itself, and then says why.
		if (!writing.error) writing.abort();
		throw await done.then(
			() => error,
			() => writing.error ?? error
		);
	}
}

function ask(writing: IDBTransaction, act: JournalAct, filed: readonly StoredFact[]) {
	const holds = act.upon ? askWhetherItHolds(writing, act.upon) : null;
	const facts = writing.objectStore('facts');
	const links = writing.objectStore('links');
	for (const fact of filed) {
		facts.put(fact);
		links.put(linkOf(fact));
	}
	putActivity(writing.objectStore('activity'), act);
	if (act.draft) putDraftAway(writing, act.draft, act.facts[0]?.id ?? null);
	return { holds, arrival: writing.objectStore('arrivals').add({ about: subjectsOf(filed) }) };
}

/** Dexie opens, renews and closes it, and tells who follows that; one that is gone is opened by a first request. */
async function openConnection(database: WorkspaceDatabase): Promise<IDBDatabase> {
	if (database.isOpen()) await database.open();
	else await database.meta.get('device');
	return database.backendDB();
}

/** Ends the transaction when somebody went on from where this act begins; asked before its own facts are there. */
function askWhetherItHolds(
	writing: IDBTransaction,
	{ device, deviceOffset, deviceSeq, hash }: NonNullable<JournalAct['upon']>
): { failed(): boolean } {
	let hasFailed = false;
	const expect = <T>(request: IDBRequest<T>, isSo: (found: T) => boolean) => {
		request.onsuccess = () => {
			if (hasFailed || isSo(request.result)) return;
			hasFailed = true;
			writing.abort();
		};
	};
	const meta = writing.objectStore('meta');
	const later = IDBKeyRange.bound([device, deviceSeq], [device, Infinity]);
	const valueOf = (row: unknown) => (row as { value: unknown } | undefined)?.value ?? null;
	expect(meta.get('device'), (row) => valueOf(row) === device);
	expect(meta.get('deviceOffset'), (row) => valueOf(row) === deviceOffset);
	expect(
		writing.objectStore('links').index('[device+deviceSeq]').getAllKeys(later),
		(hashes) => hashes.length === 1 && hashes[0] === hash
	);
	return { failed: () => hasFailed };
}

/** As in `journal.ts`. */
function putActivity(store: IDBObjectStore, { activity, comeBehind }: JournalAct): void {
	const asked = activity.map(({ turnedAt }) => turnedAt);
	const putAll = () => activity.forEach((one) => store.put(one));
	const last = store.index('turnedAt').openKeyCursor(null, 'prev');
	last.onsuccess = () => {
		comeBehind?.(Number(last.result?.key ?? 0));
		if (activity.some(({ turnedAt }, at) => turnedAt !== asked[at])) putAll();
	};
	putAll();
}

/** Words typed while this was being written are newer than the mark, and stay. */
function putDraftAway(writing: IDBTransaction, { draft, ready }: SaidDraft, fact: string | null): void {
	const drafts = writing.objectStore('drafts');
	const kept = drafts.get(draft.key) as IDBRequest<Draft | undefined>;
	kept.onsuccess = () => {
		if (!kept.result || kept.result.at <= draft.at) drafts.put(draft);
	};
	const pictures = writing.objectStore('pictures');
	for (const id of ready) pictures.delete(id);
	const follow = pictures.index('draft').getAll(draft.key) as IDBRequest<Picture[]>;
	follow.onsuccess = () => {
		for (const picture of follow.result) pictures.put({ ...picture, draft: null, fact });
	};
}

async function readBehind(
	connection: IDBDatabase,
	filed: readonly StoredFact[]
): Promise<(StoredFact | undefined)[]> {
	const reading = connection.transaction('facts', 'readonly');
	const asked = filed.map(({ id }) => reading.objectStore('facts').get(id));
	await untilDone(reading);
	return asked.map(({ result }) => result as StoredFact | undefined);
}

function untilDone(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () =>
			reject(transaction.error ?? new DOMException('the store ended the write', 'AbortError'));
	});
}
