import type { CheckItemId, FactId, PersonId } from '../id.ts';
import type { Fact, TickPayload } from './fact.ts';
import { headsOf } from './heads.ts';
import { settle, type SettledFact } from './settle.ts';

/** A tick as it was said: what, when and by whom. */
export interface SaidTick extends TickPayload {
	factId: FactId;
	/** Milliseconds, the writer's clock. */
	at: number;
	person: PersonId | null;
}

export interface DerivedTick {
	/** Newest first. More than one: said apart from each other; a new tick names them all as seen. */
	heads: SaidTick[];
	/** Only when every head says so. */
	isDone: boolean;
	/** The heads say different things: both are shown, a person chooses (P3). */
	isDisputed: boolean;
}

/** The check items that anyone ticked, from the facts of one measure in any order; others are not done. */
export function deriveChecklist(facts: readonly Fact[]): Map<CheckItemId, DerivedTick> {
	return checklistFrom(settle(facts));
}

export function checklistFrom(settled: readonly SettledFact[]): Map<CheckItemId, DerivedTick> {
	const said = new Map<FactId, SaidTick>();
	const live: SaidTick[] = [];
	for (const { fact, payload, isWithdrawn } of settled) {
		if (payload.kind !== 'tick') continue;
		const tick = { ...payload, factId: fact.id, at: fact.occurredAt, person: fact.person };
		said.set(fact.id, tick);
		if (!isWithdrawn) live.unshift(tick);
	}
	const byItem = Map.groupBy(live, (tick) => tick.checkItemId);
	return new Map([...byItem].map(([item, ticks]) => [item, derived(headsOf(ticks, ofItem(said, item)))]));
}

/** A tick speaks for its own item only, whatever it says that it had seen. */
function ofItem(said: ReadonlyMap<FactId, SaidTick>, item: CheckItemId): Map<FactId, SaidTick> {
	return new Map([...said].filter(([, tick]) => tick.checkItemId === item));
}

function derived(heads: SaidTick[]): DerivedTick {
	const isDone = heads.length > 0 && heads.every((head) => head.isDone);
	return { heads, isDone, isDisputed: !isDone && heads.some((head) => head.isDone) };
}
