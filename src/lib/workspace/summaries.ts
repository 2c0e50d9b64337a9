import type { Fact } from '#lib/domain/fact/fact.ts';
import type { MeasureSummary } from '#lib/domain/fact/summary.ts';
import type { Arrival } from '#lib/local/database.ts';
import type { Inside } from './handle.ts';

/**
 * Summaries on this device follow the facts, a little behind, so that a fact is safe without waiting for them:
 * 1. a tab knows every arrival up to `arrivedTo`, and holds or has stored the summaries that follow from them;
 * 2. `summarisedTo` is the last arrival whose summaries were stored; what came after is summarised again at start;
 * 3. what other tabs brought is read from the arrivals after the last one that is known.
 */
const storeAfterMs = 400;

/** As many arrivals as a tab may sleep through before it reads every summary again. */
const arrivalsKept = 500;

/** What this tab has written itself. */
export async function takeIn(
	workspace: Inside,
	facts: readonly Fact[],
	arrival: Required<Arrival>
): Promise<void> {
	if (arrival.n !== workspace.arrivedTo + 1) return followArrivals(workspace);
	workspace.arrivedTo = arrival.n;
	keep(workspace, await workspace.factTable.arrived(facts, arrival.about));
}

/** What other tabs, a file or an earlier version brought. */
export async function followArrivals(workspace: Inside): Promise<void> {
	const { database, factTable } = workspace;
	const fresh = await database.arrivals.where('n').above(workspace.arrivedTo).toArray();
	const last = fresh.at(-1)?.n;
	if (last === undefined) return;
	if ((fresh[0]?.n ?? 0) > workspace.arrivedTo + 1) factTable.fill(await database.summaries.toArray());
	workspace.arrivedTo = Math.max(workspace.arrivedTo, last);
	keep(workspace, await factTable.readAgain([...new Set(fresh.flatMap(({ about }) => about))]));
}

function keep(workspace: Inside, summaries: readonly MeasureSummary[]): void {
	for (const summary of summaries) workspace.unstored.set(summary.measureId, summary);
	if (workspace.storing !== null) return;
	workspace.storing = workspace.platform.after(storeAfterMs, () => {
		workspace.storing = null;
		// A failure is no loss: the arrivals say at the next start what to summarise again.
		workspace.reading = workspace.reading
			.then(() => storeSummaries(workspace))
			.catch((error: unknown) => void workspace.storeFaults.push(error));
	});
}

export async function storeSummaries(workspace: Inside): Promise<void> {
	const { database, unstored, arrivedTo } = workspace;
	workspace.storing?.();
	workspace.storing = null;
	const ready = [...unstored.values()];
	if (ready.length === 0) return;
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
