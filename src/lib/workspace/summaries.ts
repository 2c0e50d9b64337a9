import type { Fact } from '#lib/domain/fact/fact.ts';
import type { MeasureSummary } from '#lib/domain/fact/summary.ts';
import type { Arrival } from '#lib/local/database.ts';
import { healLinks, subjectsWithFacts } from '#lib/local/facts.ts';
import type { Inside } from './handle.ts';
import { untilItStands } from './safety.ts';

/**
 * Summaries on this device follow the facts, a little behind, so that a fact is safe without waiting for them:
 * 1. a tab knows every arrival up to `arrivedTo`, and holds or has stored the summaries that follow from them;
 * 2. `summarisedTo` is the last arrival whose summaries were stored; what came after is summarised again at start;
 * 3. what other tabs brought is read from the arrivals after the last one that is known.
 */
const storeAfterMs = 800;

/** As many arrivals as a tab may sleep through before it reads every summary again. */
const arrivalsKept = 500;

/** What this tab has written itself; null: what it got from elsewhere, which may have brought more than its facts. */
export async function takeIn(
	workspace: Inside,
	facts: readonly Fact[] | null,
	arrival: Required<Arrival>
): Promise<void> {
	if (arrival.n > workspace.arrivedTo + 1) return followArrivals(workspace);
	// A number that was passed already: another reading was ahead of us, or the arrivals were lost and count anew.
	const isNext = arrival.n === workspace.arrivedTo + 1;
	const { factTable } = workspace;
	keep(
		workspace,
		await (isNext && facts ? factTable.arrived(facts, arrival.about) : factTable.readAgain(arrival.about))
	);
	workspace.arrivedTo = Math.max(workspace.arrivedTo, arrival.n);
}

/** What other tabs, a file or an earlier version brought. */
export async function followArrivals(workspace: Inside): Promise<void> {
	const { stored, factTable } = workspace;
	const database = await stored;
	const fresh = await database.arrivals.where('n').above(workspace.arrivedTo).toArray();
	const last = fresh.at(-1)?.n;
	if (last === undefined) return;
	if ((fresh[0]?.n ?? 0) > workspace.arrivedTo + 1) factTable.fill(await database.summaries.toArray());
	keep(workspace, await factTable.readAgain([...new Set(fresh.flatMap(({ about }) => about))]));
	// Only now: what is stored under this number must hold what came with it.
	workspace.arrivedTo = Math.max(workspace.arrivedTo, last);
}

/** What came from the server into this tab. */
export function takeInLater(workspace: Inside, arrival: Required<Arrival>): void {
	readInTurn(workspace, () => takeIn(workspace, null, arrival));
}

/** After a reading that failed. */
export function followArrivalsLater(workspace: Inside): void {
	readInTurn(workspace, () => followAllArrivals(workspace));
}

/** One after another with what other tabs bring. */
function readInTurn(workspace: Inside, reading: () => Promise<void>): void {
	workspace.reading = workspace.reading
		.then(() => untilItStands(workspace, 'reading', reading))
		.catch((error: unknown) => void workspace.storeFaults.push(error));
}

/** Also those whose number this tab has passed without having read them. */
async function followAllArrivals(workspace: Inside): Promise<void> {
	workspace.arrivedTo = Math.max(0, workspace.arrivedTo - arrivalsKept);
	await followArrivals(workspace);
}

/** Summaries, arrivals or facts that were lost since: everything is summarised again from what is here. */
export async function healSummaries(workspace: Inside): Promise<void> {
	const { stored, factTable, arrivedTo } = workspace;
	const database = await stored;
	const [last, summaries, facts, links] = await Promise.all([
		database.arrivals.toCollection().last(),
		database.summaries.count(),
		database.facts.count(),
		database.links.count()
	]);
	if (facts !== links) await healLinks(database);
	const areArrivalsLost = (last?.n ?? 0) < arrivedTo;
	const areSummariesLost = summaries === 0 && arrivedTo > 0;
	if (!areArrivalsLost && !areSummariesLost && links <= facts) return;
	const subjects = await subjectsWithFacts(database);
	const emptied = factTable.summaries.map(({ measureId }) => measureId);
	keep(workspace, await factTable.readAgain([...new Set([...subjects, ...emptied])]));
	workspace.arrivedTo = last?.n ?? 0;
}

function keep(workspace: Inside, summaries: readonly MeasureSummary[]): void {
	for (const summary of summaries) workspace.unstored.set(summary.measureId, summary);
	if (workspace.storing !== null) return;
	workspace.storing = workspace.platform.after(storeAfterMs, () => {
		workspace.storing = null;
		// A tick does not wait for what is written beside it.
		if (workspace.saving.writing > 0) return keep(workspace, []);
		// A failure is no loss: the arrivals say at the next start what to summarise again.
		workspace.reading = workspace.reading
			.then(() => storeSummaries(workspace))
			.catch((error: unknown) => void workspace.storeFaults.push(error));
	});
}

export async function storeSummaries(workspace: Inside): Promise<void> {
	const { stored, unstored } = workspace;
	workspace.storing?.();
	workspace.storing = null;
	const ready = [...unstored.values()];
	if (ready.length === 0) return;
	const { arrivedTo } = workspace;
	const database = await stored;
	await database.transaction('rw', [database.summaries, database.meta, database.arrivals], async () => {
		await database.summaries.bulkPut(ready);
		await database.meta.put({ key: 'summarisedTo', value: arrivedTo });
		await database.arrivals
			.where('n')
			.below(arrivedTo - arrivalsKept)
			.delete();
	});
	for (const summary of ready)
		if (unstored.get(summary.measureId) === summary) unstored.delete(summary.measureId);
}
