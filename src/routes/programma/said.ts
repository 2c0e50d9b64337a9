import type { MeasureSummary } from '#lib/domain/fact/summary.ts';
import type { Said } from '#lib/domain/programme/outline.ts';
import type { CheckItemRow } from '#lib/domain/programme/row.ts';

const noSteps: readonly CheckItemRow[] = [];

/** What a line of the table shows of the facts; the same answer while neither facts nor steps of the measure changed. */
export class SaidOfMeasures {
	#before = new Map<string, { summary: MeasureSummary | null; steps: readonly CheckItemRow[]; said: Said }>();

	of(id: string, summary: MeasureSummary | null, steps: readonly CheckItemRow[] = noSteps): Said {
		const before = this.#before.get(id);
		if (before?.summary === summary && sameSteps(before.steps, steps)) return before.said;
		const said = say(summary, steps);
		this.#before.set(id, { summary, steps, said });
		return said;
	}
}

function sameSteps(one: readonly CheckItemRow[], other: readonly CheckItemRow[]): boolean {
	return one === other || (one.length === other.length && one.every((step, at) => step === other[at]));
}

function say(summary: MeasureSummary | null, steps: readonly CheckItemRow[]): Said {
	const heads = summary?.statusHeads ?? [];
	// With two heads the one said last, only to have something to show.
	const [current] = heads;
	return {
		status: current?.status ?? 'notStarted',
		colour: current?.colour ?? null,
		conflicting: heads.length > 1,
		progressCount: summary?.progressCount ?? 0,
		lastProgressAt: summary?.lastProgress?.at ?? null,
		stepsDone: steps.filter((step) => summary?.ticks[step.id] === true).length,
		steps: steps.length
	};
}
