import { areas } from './areas.ts';
import { checkItems } from './check-items.ts';
import { decisions } from './decisions.ts';
import { fieldFacts } from './field-facts.ts';
import { observations } from './observations.ts';
import { planGoals, plans, planSections, planThemes } from './plan.ts';
import { current, previous, programmes } from './programmes.ts';
import { covenants, indicators, partners, people, units } from './register.ts';
import { id, type DemoContent } from './seed.ts';
import { statusFacts } from './status-facts.ts';

export type { DemoContent, DemoFact, Seed } from './seed.ts';

/** Wierhaven: a harbour town that does not exist, with a plan, a finished programme and a running one. */
export function demoContent(): DemoContent {
	return {
		municipality: 'Wierhaven',
		meId: id('veldstra'),
		people,
		units,
		partners,
		areas,
		indicators,
		covenants,
		plans,
		programmes,
		themes: [...planThemes, ...current.themes, ...previous.themes],
		sections: planSections,
		goals: [...planGoals, ...current.goals, ...previous.goals],
		items: [...current.items, ...previous.items],
		measures: [...current.measures, ...previous.measures],
		checkItems,
		facts: [...statusFacts, ...observations, ...decisions, ...fieldFacts].sort(
			(a, b) => a.occurredAt - b.occurredAt
		)
	};
}
