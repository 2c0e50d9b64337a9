import type { Fact } from '#lib/domain/fact/fact.ts';
import { settle, standing } from '#lib/domain/fact/settle.ts';

export interface Observed {
	period: string;
	value: number;
}

/** One value per period of the whole municipality, oldest first: a later observation of the same period corrects the earlier one. */
export function observed(facts: readonly Fact[]): Observed[] {
	const newest = new Map<string, Observed & { at: number }>();
	for (const { payload, fact } of standing(settle(facts))) {
		if (payload.kind !== 'observation' || payload.value === null || payload.areaId !== null) continue;
		const { occurredAt } = fact;
		const known = newest.get(payload.period);
		if (known && known.at > occurredAt) continue;
		newest.set(payload.period, { period: payload.period, value: payload.value, at: occurredAt });
	}
	return [...newest.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

export interface Story {
	factId: string;
	text: string;
	period: string;
	source: string | null;
}

/** What figures do not say, the newest period first. */
export function storiesOf(facts: readonly Fact[]): Story[] {
	return standing(settle(facts))
		.flatMap(({ fact, payload }) =>
			payload.kind === 'observation' && payload.story !== null
				? [{ factId: fact.id, text: payload.story, period: payload.period, source: payload.source }]
				: []
		)
		.sort((a, b) => (a.period < b.period ? 1 : -1));
}
