import type { MeasureId } from '../id.ts';
import { checklistFrom } from './checklist.ts';
import type { Fact, SignalColour, Status } from './fact.ts';
import { progressFrom, type SaidProgress } from './progress.ts';
import { settle, standing } from './settle.ts';
import { statusFrom, type SaidStatus } from './status.ts';

export type LastProgress = Pick<SaidProgress, 'at' | 'person' | 'activity' | 'count' | 'unit' | 'text'>;

/** What a list shows of a measure without reading its facts again. */
export interface MeasureSummary {
	measureId: MeasureId;
	/** More than one: a person has to choose (P3). */
	statusHeads: SaidStatus[];
	status: Status | null;
	colour: SignalColour | null;
	lastProgress: LastProgress | null;
	progressCount: number;
	/** By check item; what nobody ticked is not there. */
	ticks: Record<string, boolean | 'disputed'>;
	/** What stands: without withdrawn facts, withdrawals and corrections. */
	factCount: number;
	/** Of the newest that stands, milliseconds. */
	lastAt: number | null;
	/** What this version cannot read. */
	unknownCount: number;
}

/**
 * Always from all facts of the measure. Adding one fact to a summary would need the facts again: a status may be
 * seen by one that came before it, and a withdrawal may arrive before what it withdraws.
 */
export function summarise(measureId: MeasureId, facts: readonly Fact[]): MeasureSummary {
	const settled = settle(facts);
	const stand = standing(settled);
	const { heads, current } = statusFrom(settled);
	const progress = progressFrom(stand);
	const ticks = [...checklistFrom(settled)].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		measureId,
		statusHeads: heads,
		status: current?.status ?? null,
		colour: current?.colour ?? null,
		lastProgress: progress[0] ? lastOf(progress[0]) : null,
		progressCount: progress.length,
		ticks: Object.fromEntries(
			ticks.map(([item, tick]) => [item, tick.isDisputed ? 'disputed' : tick.isDone])
		),
		factCount: stand.length,
		lastAt: stand.at(-1)?.fact.occurredAt ?? null,
		unknownCount: settled.filter(({ payload }) => payload.kind === 'unknown').length
	};
}

function lastOf({ at, person, activity, count, unit, text }: SaidProgress): LastProgress {
	return { at, person, activity, count, unit, text };
}
