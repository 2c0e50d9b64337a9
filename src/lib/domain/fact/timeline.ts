import type { DeviceId, FactId, PersonId } from '../id.ts';
import type { Fact, FactPayload } from './fact.ts';
import { settle, type Ignored, type SettledFact } from './settle.ts';

export interface TimelineEntry {
	factId: FactId;
	/** Milliseconds, the writer's clock. */
	at: number;
	person: PersonId | null;
	device: DeviceId;
	kind: FactPayload['kind'];
	/** As it stands now. */
	payload: FactPayload;
	/** What it said before, oldest first; empty where it was never corrected. */
	correctedFrom: FactPayload[];
	isWithdrawn: boolean;
	/** Why this withdrawal or correction changes nothing. */
	ignored: Ignored | null;
}

/**
 * The dated history of a measure, newest first. A withdrawal or correction that holds shows in the entry it is about;
 * one that does not hold, and a correction that was itself withdrawn, are entries of their own: nothing is out of sight.
 */
export function timelineOf(facts: readonly Fact[]): TimelineEntry[] {
	return timelineFrom(settle(facts));
}

export function timelineFrom(settled: readonly SettledFact[]): TimelineEntry[] {
	return settled.filter(isEntry).map(entryOf).reverse();
}

function isEntry({ payload, ignored, isWithdrawn }: SettledFact): boolean {
	const isAmendment = payload.kind === 'withdrawal' || payload.kind === 'correction';
	return !isAmendment || ignored !== null || isWithdrawn;
}

function entryOf({ fact, payload, corrections, isWithdrawn, ignored }: SettledFact): TimelineEntry {
	const said = [fact.payload, ...corrections.map((correction) => saidBy(correction))];
	return {
		factId: fact.id,
		at: fact.occurredAt,
		person: fact.person,
		device: fact.device,
		kind: payload.kind,
		payload,
		correctedFrom: said.slice(0, -1),
		isWithdrawn,
		ignored
	};
}

function saidBy({ payload }: Fact): FactPayload {
	return payload.kind === 'correction' ? payload.payload : payload;
}
