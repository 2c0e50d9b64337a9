import type { Fact } from '#lib/domain/fact/fact.ts';
import { addNewFacts, factTables, MovedOn, stillHolds, type Upon } from './facts.ts';
import { subjectsOf } from './filing.ts';
import { sameBytes } from './same-bytes.ts';
import { isOfNewFactsAlone, writeFacts } from './write-facts.ts';
import type {
	Activity,
	Arrival,
	DocumentEntry,
	Draft,
	JournalEntry,
	ProjectedRow,
	WorkspaceDatabase
} from './database.ts';

/**
 * One act of a person is whole in the journal or not at all:
 * 1. updates, facts and the activity go in one strict transaction, the projection with them [S2];
 * 2. "saved" is said after that transaction completed and its entries were read back [S2];
 * 3. the journal is never emptied here, only compacted; what a second safe place has leaves it in `confirmed.ts` [S6].
 */
export interface JournalAct {
	documents: DocumentEntry[];
	entries: JournalEntry[];
	rows: ProjectedRow[];
	facts: Fact[];
	activity: Activity[];
	/** Told the number of the last activity there is, 0 where there is none; numbers this one behind it. */
	comeBehind?: (turnedAt: number) => void;
	/** The draft that the (only) fact was written in. */
	draft?: SaidDraft | undefined;
	/** What the facts were made upon; asked in the transaction that writes them. */
	upon?: Upon | undefined;
}

export interface SaidDraft {
	/** The mark that its words are said. */
	draft: Draft;
	/** Pictures whose photos are in the fact; all others of the draft follow it. */
	ready: readonly string[];
}

/**
 * Throws when the device refused the write or does not give back what was written, and `MovedOn` when the act no longer
 * holds. Says what the facts are about.
 */
export async function writeAct(
	database: WorkspaceDatabase,
	act: JournalAct
): Promise<Required<Arrival> | null> {
	if (isOfNewFactsAlone(act)) return writeFacts(database, act);
	const { journal, rows, activity, documents } = database;
	// Only what this act touches: a fact of the field does not queue behind a programme that is being written.
	const documentTables = act.entries.length > 0 || act.documents.length > 0 ? [journal, rows, documents] : [];
	const draftTables = act.draft ? [database.drafts, database.pictures] : [];
	const scope = [
		...documentTables,
		...draftTables,
		...(act.facts.length > 0 ? factTables(database) : []),
		...(act.upon ? [database.meta] : []),
		activity
	];
	let keys: number[] = [];
	let arrival: Required<Arrival> | null = null;
	await database.transaction('rw', scope, async () => {
		if (act.upon && !(await stillHolds(database, act.upon))) throw new MovedOn();
		if (documentTables.length > 0) {
			await documents.bulkPut(act.documents);
			await rows.bulkPut(act.rows);
			keys = await journal.bulkAdd(act.entries, { allKeys: true });
		}
		const [arrived] = await Promise.all([
			act.facts.length > 0 ? addNewFacts(database, act.facts) : null,
			putActivity(database, act),
			act.draft ? putDraftAway(database, act.draft, act.facts[0]?.id ?? null) : null
		]);
		arrival = arrived;
	});
	await readBack(database, act, keys);
	return arrival;
}

/**
 * Both are asked at once: it is nearly always the last already. What was numbered anew since it was asked, by this act or
 * by one before it, is put again.
 */
async function putActivity({ activity }: WorkspaceDatabase, act: JournalAct): Promise<void> {
	if (act.activity.length === 0) return;
	const asked = act.activity.map(({ turnedAt }) => turnedAt);
	const [last] = await Promise.all([activity.orderBy('turnedAt').lastKey(), activity.bulkPut(act.activity)]);
	act.comeBehind?.(typeof last === 'number' ? last : 0);
	if (act.activity.some(({ turnedAt }, at) => turnedAt !== asked[at])) await activity.bulkPut(act.activity);
}

async function putDraftAway(
	{ drafts, pictures }: WorkspaceDatabase,
	{ draft, ready }: SaidDraft,
	fact: string | null
): Promise<void> {
	// Words typed while these were being written are newer than the mark, and stay.
	const [kept] = await Promise.all([drafts.get(draft.key), pictures.bulkDelete([...ready])]);
	await Promise.all([
		!kept || kept.at <= draft.at ? drafts.put(draft) : null,
		pictures.where('draft').equals(draft.key).modify({ draft: null, fact })
	]);
}

async function readBack(database: WorkspaceDatabase, act: JournalAct, keys: number[]): Promise<void> {
	const [entries, stand] = await Promise.all([
		keys.length > 0 ? database.journal.bulkGet(keys) : [],
		factsStand(database, act.facts)
	]);
	const same = entries.every((entry, at) => sameBytes(entry?.update, act.entries[at]?.update));
	if (!same || !stand) throw new Error('what was written could not be read back');
}

/** Whether these very facts are stored; an act with facts is whole where they are. */
export async function factsStand(database: WorkspaceDatabase, facts: readonly Fact[]): Promise<boolean> {
	const stored = await database.facts.bulkGet(facts.map(({ id }) => id));
	return stored.every((fact, at) => sameBytes(fact?.bytes, facts[at]?.bytes));
}

/** The notice that facts came with, for who did not hear its number: the last one there is, about all they are about. */
export async function arrivalOf(
	{ facts, arrivals }: WorkspaceDatabase,
	written: readonly Fact[]
): Promise<Required<Arrival>> {
	const [stored, last] = await Promise.all([
		facts.bulkGet(written.map(({ id }) => id)),
		arrivals.toCollection().last()
	]);
	return { about: subjectsOf(stored.filter((fact) => fact !== undefined)), n: last?.n ?? 0 };
}

export async function journalAfter(database: WorkspaceDatabase, n: number): Promise<JournalEntry[]> {
	return database.journal.where('n').above(n).toArray();
}

/** Replaces all entries of one document by its whole state; in one transaction, so a kill leaves one or the other. */
export async function compactJournal(
	database: WorkspaceDatabase,
	doc: string,
	upTo: number,
	state: Uint8Array
): Promise<void> {
	await database.transaction('rw', database.journal, async () => {
		const old = await database.journal.where('doc').equals(doc).primaryKeys();
		await database.journal.add({ doc, update: state });
		await database.journal.bulkDelete(old.filter((n) => n <= upTo));
	});
}
