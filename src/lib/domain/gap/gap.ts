import type { GoalId, MeasureId } from '../id.ts';
import type { ActionItemRow, GoalRow, Lead, MeasureRow } from '../programme/row.ts';

/** What is missing and matters (P5). A measure inherits from its action item, so what stands there is not missing. */
export interface Gaps {
	lead: MeasureId[];
	budget: MeasureId[];
	planning: MeasureId[];
	portfolioHolder: MeasureId[];
	measureWithoutGoal: MeasureId[];
	goalWithoutMeasure: GoalId[];
}
export type GapKind = keyof Gaps;

export function leadOf(
	measure: Pick<MeasureRow, 'lead'>,
	item: Pick<ActionItemRow, 'lead'> | undefined
): Lead | null {
	return measure.lead ?? item?.lead ?? null;
}

export function planningOf(measure: MeasureRow, item: ActionItemRow | undefined): string | null {
	return measure.planning ?? item?.planning ?? null;
}

export function budgetOf(measure: MeasureRow, item: ActionItemRow | undefined): string | null {
	return measure.budget ?? item?.budget ?? null;
}

export function holdersOf(measure: MeasureRow, item: ActionItemRow | undefined): readonly string[] {
	return measure.portfolioHolders.length > 0 ? measure.portfolioHolders : (item?.portfolioHolders ?? []);
}

export function partnersOf(measure: MeasureRow, item: ActionItemRow | undefined): MeasureRow['partners'] {
	return measure.partners.length > 0 ? measure.partners : (item?.partners ?? []);
}

/** Goals a measure serves: its own and its action item's. */
export function goalsOf(measure: MeasureRow, item: ActionItemRow | undefined): readonly GoalId[] {
	if (!item || item.goalIds.length === 0) return measure.goalIds;
	return [...new Set([...measure.goalIds, ...item.goalIds])];
}

/** Counts over one programme: its live measures, items and goals. */
export function findGaps(
	measures: readonly MeasureRow[],
	items: ReadonlyMap<string, ActionItemRow>,
	goals: readonly GoalRow[]
): Gaps {
	const gaps: Gaps = {
		lead: [],
		budget: [],
		planning: [],
		portfolioHolder: [],
		measureWithoutGoal: [],
		goalWithoutMeasure: []
	};
	const served = new Set<GoalId>();
	const known = new Set(goals.map((goal) => goal.id));
	for (const measure of measures) {
		const item = items.get(measure.itemId);
		if (!leadOf(measure, item)) gaps.lead.push(measure.id);
		if (!budgetOf(measure, item)) gaps.budget.push(measure.id);
		if (!planningOf(measure, item)) gaps.planning.push(measure.id);
		if (holdersOf(measure, item).length === 0) gaps.portfolioHolder.push(measure.id);
		const serves = goalsOf(measure, item).filter((goal) => known.has(goal));
		if (serves.length === 0) gaps.measureWithoutGoal.push(measure.id);
		for (const goal of serves) served.add(goal);
	}
	gaps.goalWithoutMeasure = goals.filter((goal) => !served.has(goal.id)).map((goal) => goal.id);
	return gaps;
}
