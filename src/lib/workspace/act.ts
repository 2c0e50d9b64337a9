import type { Fact, FactPayload } from '#lib/domain/fact/fact.ts';
import type { PersonId } from '#lib/domain/id.ts';
import type { DocumentKind } from '#lib/domain/programme/shape.ts';
import type { StepLabel } from '#lib/domain/step.ts';
import type { Activity, PlaceChange } from '#lib/local/database.ts';
import { MovedOn } from '#lib/local/facts.ts';
import { arrivalOf, factsStand, writeAct, type JournalAct, type SaidDraft } from '#lib/local/journal.ts';
import { noteActivity, numberForGood } from './activity.ts';
import { chainFacts } from './chain-facts.ts';
import type { Change } from './documents/change.ts';
import type * as Documents from './documents/index.ts';
import type { Inside } from './handle.ts';
import { actWritten } from './together/state.ts';
import { began, stood, untilItStands } from './safety.ts';
import { followArrivalsLater, takeIn } from './summaries.ts';
import { patchTables } from './table.ts';

/**
 * Every change a person makes goes through `act`:
 * 1. the documents change and the screen's rows are patched at once, before anything is written: from the second act
 *    on before the call returns, so that a screen shows it in the same stroke as what the hand does next;
 * 2. the act is then written whole, one after another, and is called saved only after it was read back [S2];
 * 3. a refused write is said at once and tried again until it stands; nothing in memory is given up [S6];
 * 4. an act of facts alone waits for no document: a tablet records while its programme still loads.
 */
export interface Act extends Change {
	label: StepLabel;
	/** Documents to make first, by id. */
	newDocuments?: { kind: DocumentKind; id: string }[];
	payloads?: FactPayload[];
	/** When the facts happened and who says so, where that is not now and me; one per payload, milliseconds. */
	said?: { at: number; person: PersonId | null }[];
	/** The draft that the fact was written in. */
	draft?: SaidDraft;
	/** As soon as the facts are safe here and were read back, before anything else follows [S2]. */
	onSafe?: (facts: readonly Fact[]) => void;
	/** Turns an earlier activity instead of adding one: undo and redo. */
	turns?: Step;
	undoable?: boolean;
	/** Belongs to an act that was logged already: the later rounds of filling the demo. */
	isContinued?: boolean;
}

/** Its numbers follow when it is noted. */
type Step = Omit<Activity, 'turnedAt' | 'clockAt'>;

export async function act(workspace: Inside, { newDocuments = [], ...rest }: Act): Promise<Activity | null> {
	const isOfFacts = rest.writes.length === 0 && newDocuments.length === 0;
	// Not waited for where it is there: what the hand did is then one change of the screen, not two.
	const documents = isOfFacts ? null : (workspace.atHand ??= await workspace.opened);
	const { changes, rows, ...written } = documents
		? changeDocuments(documents, workspace, rest, newDocuments)
		: { documents: [], entries: [], changes: [], rows: [] };
	const payloads = rest.payloads ?? [];
	if (written.entries.length === 0 && payloads.length === 0 && !rest.turns) return null;
	patchTables(workspace.tables, rows);
	const activity: Activity = { ...(rest.turns ?? newActivity(workspace, rest, changes)), turnedAt: 0 };
	const noted = rest.isContinued ? [] : noteActivity(workspace, activity, !rest.turns);
	const earlier = activity.facts;
	if (payloads.length > 0) workspace.log.saying.add(activity.id);
	const make = async () => {
		// A write that was called off numbered nothing.
		for (const one of noted) workspace.log.pending.add(one);
		const comeBehind = (turnedAt: number) => numberForGood(workspace.log, noted, turnedAt);
		const { facts, upon } = await chainFacts(workspace, payloads, rest.said);
		// Anew at each attempt: a fact of a refused write was never there.
		activity.facts = [...earlier, ...facts.map((fact) => fact.id)];
		return { ...written, rows, facts, activity: noted, comeBehind, draft: rest.draft, upon };
	};
	// Whoever turns a step back waits for what is being said: also when something behind the write fails.
	await save(workspace, make, isOfFacts && payloads.length > 0, rest.onSafe).finally(() =>
		workspace.log.saying.delete(activity.id)
	);
	if (newDocuments.length > 0) {
		const { attachStore } = await workspace.opened;
		await Promise.all(newDocuments.map(({ id }) => attachStore(workspace, id)));
	}
	return activity;
}

function changeDocuments(
	documents: typeof Documents,
	workspace: Inside,
	change: Change,
	fresh: { kind: DocumentKind; id: string }[]
) {
	const made = fresh.map(({ kind, id }) => documents.makeDocument(workspace, kind, id));
	const { changes, entries, rows } = documents.changeDocuments(workspace, change);
	return { documents: made, entries, changes, rows };
}

const idsKept = 50;

function newActivity(workspace: Inside, { label, undoable = true }: Act, changes: PlaceChange[]): Step {
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
		undoable
	};
}

type JournalActMaker = () => Promise<JournalAct>;

/** Writes acts one after another: what was said first stands first, in this tab and in the chain [S1]. */
function save(
	workspace: Inside,
	make: JournalActMaker,
	isOfFacts: boolean,
	onSafe?: Act['onSafe']
): Promise<void> {
	const { saving } = workspace;
	began(workspace);
	const run = async () => {
		const { entries, facts, arrival } = await write(workspace, make, isOfFacts);
		stood(workspace);
		actWritten(workspace, facts.length > 0);
		for (const { doc, update } of entries)
			for (const { shared, store } of workspace.documents.values())
				if (shared.name === doc) store?.keep(update);
		if (onSafe) {
			onSafe(facts);
			// What follows from a fact may take a while on a measure with a thousand of them: the tick is painted first.
			await workspace.platform.painted();
		}
		try {
			if (arrival) await takeIn(workspace, facts, arrival);
		} catch {
			// It stands; only its reading failed, and whoever follows the arrivals tries that again.
			followArrivalsLater(workspace);
		}
		workspace.tabs.ping();
	};
	const done = saving.tail.then(run);
	// Whoever asked hears of it; what is said next is written all the same.
	saving.tail = done.catch((error: unknown) => void workspace.storeFaults.push(error));
	return done;
}

/** Another tab that says something at the same moment comes before us once, not for ever. */
const mostMovedOn = 8;

/**
 * 1. A write whose transaction completed may still be reported as refused: the connection went before it was read back.
 *    The next attempt first looks whether its facts stand, or they would be said twice.
 * 2. The lock keeps acts of several tabs apart. A fact that presumes where its chain ends does not wait for it: the
 *    transaction itself asks whether it does [S1.2].
 */
function write(workspace: Inside, make: JournalActMaker, isOfFacts: boolean) {
	const { platform, databaseName } = workspace;
	let before: JournalAct | null = null;
	const once = async () => {
		const database = await workspace.stored;
		if (before && before.facts.length > 0 && (await factsStand(database, before.facts)))
			return { ...before, arrival: await arrivalOf(database, before.facts) };
		before = await make();
		return { ...before, arrival: await writeAct(database, before) };
	};
	const unlessMovedOn = (error: unknown) => {
		workspace.writer = null;
		// Another tab was before us, or this device goes on under another name.
		if (!(error instanceof MovedOn)) throw error;
		return null;
	};
	const inTurn = async () => {
		for (let times = 1; times < mostMovedOn; times++) {
			const written = await once().catch(unlessMovedOn);
			if (written) return written;
		}
		return once();
	};
	return untilItStands(workspace, 'acts', async () => {
		const written = isOfFacts && workspace.writer ? await once().catch(unlessMovedOn) : null;
		return written ?? platform.lock(`journal:${databaseName}`, inTurn);
	});
}
