import type { FactId, PersonId } from '../id.ts';
import type { Fact, ProgressPayload } from './fact.ts';
import { settle, standing, type StandingFact } from './settle.ts';

/** Progress as it stands now: what was done, when and by whom. */
export interface SaidProgress extends ProgressPayload {
	factId: FactId;
	/** Milliseconds, the writer's clock. */
	at: number;
	person: PersonId | null;
}

/** Newest first, withdrawn ones left out, each as it was corrected. */
export function progressOf(facts: readonly Fact[]): SaidProgress[] {
	return progressFrom(standing(settle(facts)));
}

export function progressFrom(facts: readonly StandingFact[]): SaidProgress[] {
	return facts
		.flatMap(({ fact: { id, occurredAt, person }, payload }) =>
			payload.kind === 'progress' ? [{ ...payload, factId: id, at: occurredAt, person }] : []
		)
		.reverse();
}

/** How often something was done, and what was counted. Never per officer (domain §8). */
export interface Tally {
	facts: number;
	/** Per unit; null where a number was given without one. Numbers of different units are never added up. */
	sums: Map<string | null, number>;
}

/** What to count by; null gathers what has no such thing. */
export type Grouping = (progress: SaidProgress) => string | null;
export const byMeasure: Grouping = ({ measureId }) => measureId;
export const byArea: Grouping = ({ place }) => place?.areaId ?? null;
export const byActivity: Grouping = ({ activity }) => activity;
/** `weekOf` knows the time zone of the municipality, for instance `(ms) => isoWeekOf(dayOf(ms))`. */
export const byWeek =
	(weekOf: (ms: number) => string): Grouping =>
	({ at }) =>
		weekOf(at);

/** The groups in their own order, so that the same facts give the same table. */
export function tally(progress: readonly SaidProgress[], by: Grouping): Map<string | null, Tally> {
	const groups = new Map<string | null, Tally>();
	// Fractions add up differently in another order.
	for (const one of inOrder(progress)) {
		const key = by(one);
		let group = groups.get(key);
		if (!group) groups.set(key, (group = { facts: 0, sums: new Map() }));
		group.facts += 1;
		if (one.count !== null) group.sums.set(one.unit, (group.sums.get(one.unit) ?? 0) + one.count);
	}
	return new Map([...groups].sort(([a], [b]) => byName(a, b)));
}

function inOrder(progress: readonly SaidProgress[]): SaidProgress[] {
	const each = new Map(progress.map((one) => [one.factId, one]));
	return [...each.values()].sort((a, b) => a.at - b.at || byName(a.factId, b.factId));
}

function byName(a: string | null, b: string | null): number {
	if (a === b) return 0;
	if (a === null || b === null) return a === null ? 1 : -1;
	return a < b ? -1 : 1;
}
