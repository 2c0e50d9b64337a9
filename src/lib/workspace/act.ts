import type { Fact, FactPayload } from '#lib/domain/fact/fact.ts';
import type { PersonId } from '#lib/domain/id.ts';
import { canonicalText } from '#lib/domain/fact/canonical.ts';
import { chainFact, chainStart, type ChainEnd } from '#lib/domain/fact/chain.ts';
import type { AnyRow, DocumentKind } from '#lib/domain/programme/shape.ts';
import { shape } from '#lib/domain/programme/shape.ts';
import type { StepLabel } from '#lib/domain/step.ts';
import {
	noteSchema,
	readField,
	readRow,
	sharedDocument,
	touchedRows,
	writeField,
	type FieldWrite,
	type RowRef,
	type SharedDocument
} from '#lib/collab/shared-document.ts';
import type {
	Activity,
	DocumentEntry,
	JournalEntry,
	PlaceChange,
	ProjectedRow
} from '#lib/local/database.ts';
import { writeAct } from '#lib/local/journal.ts';
import { attachStore } from './documents.ts';
import type { Inside } from './handle.ts';

/**
 * Every change a person makes goes through `act`:
 * 1. the documents change and the screen's rows are patched at once, before anything is awaited;
 * 2. the act is then written whole, one after another, and is called saved only after it was read back [S2];
 * 3. a refused write is said at once and tried again until it stands; nothing in memory is given up [S6].
 */
export interface Act {
	label: StepLabel;
	/** Changes to rows that exist, or every field of rows that do not. */
	writes: FieldWrite[];
	/** Documents to make first, by id. */
	newDocuments?: { kind: DocumentKind; id: string }[];
	/** Which document new rows live in. */
	homes?: Map<string, string>;
	payloads?: FactPayload[];
	/** When the facts happened and who says so, where that is not now and me; one per payload, milliseconds. */
	said?: { at: number; person: PersonId }[];
	/** Turns an earlier activity instead of adding one: undo and redo. */
	turns?: Activity;
	undoable?: boolean;
	/** Belongs to an act that was logged already: the later rounds of filling the demo. */
	isContinued?: boolean;
}

/** A new row's undo is its removal; there is no value to go back to. */
export const notThere = 'notThere';

export async function act(workspace: Inside, { newDocuments = [], ...rest }: Act): Promise<Activity | null> {
	await workspace.opened;
	const documents = newDocuments.map(({ kind, id }) => makeDocument(workspace, kind, id));
	const { changes, entries, touched } = changeDocuments(workspace, rest);
	const payloads = rest.payloads ?? [];
	if (entries.length === 0 && payloads.length === 0 && !rest.turns) return null;
	const rows = touched.flatMap(({ shared, ref }) => projected(shared, ref));
	patchTables(workspace, rows);
	const activity = rest.turns ?? newActivity(workspace, rest, changes);
	const replaced = rest.turns ? [] : clearRedo(workspace);
	if (!rest.isContinued) noteActivity(workspace, activity);
	await save(workspace, async () => {
		const facts = await recordFacts(workspace, payloads, rest.said);
		activity.facts = [...activity.facts, ...facts.map((fact) => fact.id)];
		return { documents, entries, rows, facts, activity: rest.isContinued ? [] : [activity, ...replaced] };
	});
	await Promise.all(newDocuments.map(({ id }) => attachStore(workspace, id)));
	return activity;
}

function makeDocument(workspace: Inside, kind: DocumentKind, id: string): DocumentEntry {
	const name = `${workspace.id}/${kind}/${id}/g1`;
	const open = { shared: sharedDocument(name, kind, id), store: null };
	workspace.documents.set(id, open);
	return { name, kind, id };
}

interface Touched {
	shared: SharedDocument;
	ref: RowRef;
}

function changeDocuments(workspace: Inside, { writes, homes }: Omit<Act, 'newDocuments'>) {
	const changes: PlaceChange[] = [];
	const entries: JournalEntry[] = [];
	const touched: Touched[] = [];
	const byDocument = Map.groupBy(writes, (write) => homeOf(workspace, write, homes));
	for (const [home, mine] of byDocument) {
		const open = workspace.documents.get(home);
		if (!open) throw new Error(`no document ${home}`);
		const { shared } = open;
		const gather = (update: Uint8Array) => entries.push({ doc: shared.name, update });
		const look = (transaction: Parameters<typeof touchedRows>[1]) =>
			touched.push(...touchedRows(shared, transaction).map((ref) => ({ shared, ref })));
		shared.doc.on('update', gather);
		shared.doc.on('afterTransaction', look);
		try {
			shared.doc.transact(() => changes.push(...writeAll(workspace, shared, mine)), localOrigin);
		} finally {
			shared.doc.off('update', gather);
			shared.doc.off('afterTransaction', look);
		}
	}
	return { changes, entries, touched };
}

/** Origin of what this tab's person did. */
export const localOrigin = Symbol('this tab');

function writeAll(workspace: Inside, shared: SharedDocument, writes: FieldWrite[]): PlaceChange[] {
	noteSchema(shared);
	const changes: PlaceChange[] = [];
	const fresh = new Set<string>();
	for (const write of writes) {
		const isNew = workspace.tables[write.collection].get(write.id) === undefined;
		if (isNew && !fresh.has(write.id)) {
			fresh.add(write.id);
			changes.push({ ...placeOf(write), field: 'removedAt', before: notThere, after: null });
		}
		const kind = shape[write.collection].fields[write.field] ?? 'plain';
		const before = isNew ? null : readField(shared, write, write.field, kind);
		if (!isNew && same(before, write.value)) continue;
		writeField(shared, write, isNew);
		if (!isNew) changes.push({ ...placeOf(write), field: write.field, before, after: write.value });
	}
	return changes;
}

function placeOf({ collection, id }: FieldWrite) {
	return { collection, id };
}

export function same(a: unknown, b: unknown): boolean {
	return a === b || canonicalText(a) === canonicalText(b);
}

export function homeOf(workspace: Inside, ref: RowRef, homes?: Map<string, string>): string {
	const home = homes?.get(ref.id);
	if (home !== undefined) return home;
	const row = workspace.tables[ref.collection].get(ref.id);
	if (!row || !('parent' in row) || typeof row.parent !== 'string')
		throw new Error(`${ref.collection} ${ref.id} is not here`);
	return row.parent;
}

export function projected(shared: SharedDocument, ref: RowRef): ProjectedRow[] {
	const row = readRow(shared, ref);
	return row ? [{ ...ref, doc: shared.name, row }] : [];
}

export function patchTables(workspace: Inside, rows: readonly ProjectedRow[]): void {
	for (const [collection, mine] of Map.groupBy(rows, (row) => row.collection)) {
		// One table per collection, filled from rows read with that collection's own shape.
		const table: { patch(rows: readonly AnyRow[]): void } = workspace.tables[collection];
		table.patch(mine.map(({ row }) => row));
	}
}

const idsKept = 50;

function newActivity(workspace: Inside, { label, undoable = true }: Act, changes: PlaceChange[]): Activity {
	const at = workspace.platform.now();
	return {
		id: workspace.platform.newId(),
		at,
		label,
		person: workspace.meId,
		ids: [...new Set(changes.map((change) => change.id))].slice(0, idsKept),
		changes,
		facts: [],
		state: 'done',
		turnedAt: at,
		undoable
	};
}

/** A new act ends the road forward: what was undone stays undone. */
function clearRedo(workspace: Inside): Activity[] {
	const undone = workspace.log.entries.filter((entry) => entry.state === 'undone');
	for (const entry of undone) entry.state = 'replaced';
	return undone;
}

export function noteActivity(workspace: Inside, activity: Activity): void {
	const { entries } = workspace.log;
	const at = entries.findIndex((entry) => entry.id === activity.id);
	if (at >= 0) entries[at] = activity;
	else entries.unshift(activity);
	workspace.log.live.changed();
}

async function recordFacts(workspace: Inside, payloads: FactPayload[], said?: Act['said']): Promise<Fact[]> {
	if (payloads.length === 0) return [];
	const { platform, database, device } = workspace;
	const last = await database.facts
		.where('[device+deviceSeq]')
		.between([device, 0], [device, Infinity])
		.last();
	let end: ChainEnd = last ?? chainStart;
	const facts: Fact[] = [];
	for (const [at, payload] of payloads.entries()) {
		const occurredAt = said?.[at]?.at ?? platform.now();
		const person = said?.[at]?.person ?? workspace.meId;
		const fact = await chainFact(platform, end, { device, person, payload, occurredAt });
		facts.push(fact);
		end = fact;
	}
	return facts;
}

/** Long enough not to press a full disk, short enough that a passing fault heals before anyone looks. */
const retryMs = 1000;

type JournalActMaker = () => Promise<Parameters<typeof writeAct>[1]>;

/** Writes acts one after another, also across tabs: the number of a fact is taken and used under one lock [S1]. */
function save(workspace: Inside, make: JournalActMaker): Promise<void> {
	const { saving, platform, database } = workspace;
	say(workspace, { ...saving.safety, state: saving.safety.state === 'stuck' ? 'stuck' : 'writing' });
	const run = async () => {
		for (;;) {
			try {
				const whole = await platform.lock(`journal:${database.name}`, async () => {
					const ready = await make();
					await writeAct(database, ready);
					return ready;
				});
				workspace.factTable.add(whole.facts);
				say(workspace, { state: 'here', waiting: saving.safety.waiting + 1, reason: null });
				workspace.tabs.ping();
				return;
			} catch (error) {
				say(workspace, { ...saving.safety, state: 'stuck', reason: nameOf(error) });
				await new Promise((resolve) => setTimeout(resolve, retryMs));
			}
		}
	};
	const done = saving.tail.then(run);
	saving.tail = done;
	return done;
}

function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : String(error);
}

export function say(workspace: Inside, safety: Inside['safety']): void {
	workspace.saving.safety = safety;
	workspace.saving.live.changed();
}
