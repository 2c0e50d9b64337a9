import type { ReadItem, ReadMeasure, ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';

const fields = ['lead', 'planning', 'budget'] as const;
type Field = (typeof fields)[number];

// Fewer rows than this say nothing about a habit.
const enoughItems = 3;
const enoughContinuations = 4;

/** Filled on every first row and on no row below it: then it stands at the item and holds for all its measures. */
function standsAtItem(items: readonly ReadItem[], field: Field): boolean {
	const several = items.filter((item) => item.measures.length > 1);
	const below = several.flatMap((item) => item.measures.slice(1));
	if (several.length < enoughItems || below.length < enoughContinuations) return false;
	return (
		several.every((item) => item.measures[0]?.[field] != null) &&
		below.every((measure) => measure[field] === null)
	);
}

function lift(item: ReadItem, field: Field): void {
	const first: ReadMeasure | undefined = item.measures[0];
	if (first === undefined || first[field] === null) return;
	item[field] = first[field];
	first[field] = null;
}

/**
 * Some tables write lead, planning and money once per action item. They are moved to the item, asked once, and money
 * is then counted once, where it stands.
 */
export function holdForItems(themes: readonly ReadTheme[], build: Build): void {
	const items = themes.flatMap((theme) => theme.items).filter((item) => item.title !== null);
	for (const field of fields) {
		if (!standsAtItem(items, field)) continue;
		const several = items.filter((item) => item.measures.length > 1);
		build.ask({
			line: several[0]?.line ?? 1,
			what: 'column',
			about: field,
			guess: 'actiepunt',
			alternatives: ['maatregel'],
			target: null
		});
		for (const item of several) lift(item, field);
	}
}
