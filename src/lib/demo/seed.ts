import type { FactPayload } from '#lib/domain/fact/fact.ts';
import type { FactId, Id, PersonId } from '#lib/domain/id.ts';
import type {
	AreaRow,
	CovenantRow,
	IndicatorRow,
	PartnerRow,
	PersonRow,
	UnitRow
} from '#lib/domain/programme/register.ts';
import type {
	ActionItemRow,
	CheckItemRow,
	GoalRow,
	MeasureRow,
	PlanRow,
	ProgrammeRow,
	SectionRow,
	ThemeRow
} from '#lib/domain/programme/row.ts';

/** A row as far as the demo says something; whoever places it fills the rest with null or empty. Array order is the order. */
export type Seed<R extends { id: string }> = Partial<Omit<R, 'id' | 'order' | 'removedAt'>> & Pick<R, 'id'>;

/** A fact before it has an id: `seen` in its payload names demo keys, which the placer swaps for the ids it gave. */
export interface DemoFact {
	key: FactId;
	person: PersonId;
	/** Fixed milliseconds in 2026, rising through the array. */
	occurredAt: number;
	payload: FactPayload;
}

export interface DemoContent {
	municipality: string;
	/** Who the newcomer is in the demo. */
	meId: PersonId;
	people: Seed<PersonRow>[];
	units: Seed<UnitRow>[];
	partners: Seed<PartnerRow>[];
	areas: Seed<AreaRow>[];
	indicators: Seed<IndicatorRow>[];
	covenants: Seed<CovenantRow>[];
	plans: Seed<PlanRow>[];
	programmes: Seed<ProgrammeRow>[];
	themes: Seed<ThemeRow>[];
	sections: Seed<SectionRow>[];
	goals: Seed<GoalRow>[];
	items: Seed<ActionItemRow>[];
	measures: Seed<MeasureRow>[];
	checkItems: Seed<CheckItemRow>[];
	facts: DemoFact[];
}

/** The one edge where a readable name becomes a branded id: the kind follows from where it is used. */
export function id<Kind extends string>(name: string): Id<Kind> {
	return `demo-${name}` as Id<Kind>;
}
