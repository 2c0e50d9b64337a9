import type { ProgrammeId } from '#lib/domain/id.ts';
import type {
	ActionItemRow,
	GoalRow,
	Lead,
	MeasureRow,
	ProgrammeRow,
	ThemeRow
} from '#lib/domain/programme/row.ts';
import { id, type Seed } from './seed.ts';

/** A theme as it is read in a programme: its goals, its action items and under each the measures. */
export interface ProgrammeChapter {
	theme: Seed<ThemeRow>;
	goals: Seed<GoalRow>[];
	items: (Seed<ActionItemRow> & { measures: Seed<MeasureRow>[] })[];
}

export const person = (name: string): Lead => ({ kind: 'person', id: id<'person'>(name) });
export const unit = (name: string): Lead => ({ kind: 'unit', id: id<'unit'>(`unit-${name}`) });
export const partner = (name: string): Lead => ({ kind: 'partner', id: id<'partner'>(name) });

export interface ProgrammeSeeds {
	programme: Seed<ProgrammeRow>;
	themes: Seed<ThemeRow>[];
	goals: Seed<GoalRow>[];
	items: Seed<ActionItemRow>[];
	measures: Seed<MeasureRow>[];
}

/** Rows as the store wants them: each child knows its programme, theme and action item. */
export function flatten(
	programme: Seed<ProgrammeRow> & { id: ProgrammeId },
	chapters: ProgrammeChapter[]
): ProgrammeSeeds {
	const parent = programme.id;
	return {
		programme,
		themes: chapters.map(({ theme }) => ({ ...theme, parent })),
		goals: chapters.flatMap(({ theme, goals }) =>
			goals.map((goal) => ({ ...goal, parent, themeId: theme.id }))
		),
		items: chapters.flatMap(({ theme, items }) =>
			items.map(({ measures: _, ...item }) => ({ ...item, parent, themeId: theme.id }))
		),
		measures: chapters.flatMap(({ theme, items }) =>
			items.flatMap((item) =>
				item.measures.map((measure) => ({ ...measure, parent, themeId: theme.id, itemId: item.id }))
			)
		)
	};
}
