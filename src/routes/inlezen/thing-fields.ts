import type { ReadItem, ReadMeasure, ReadTheme } from '#lib/workspace/reading.ts';
import type { Field } from './steps.ts';

/** One field of a thing that was read, as it is written in the form. */
export interface ThingField {
	readonly field: Field;
	readonly written: string;
	readonly long: boolean;
	readonly required: boolean;
}

const plain = (field: Field, value: string | null): ThingField => ({
	field,
	written: value ?? '',
	long: false,
	required: false
});
const long = (field: Field, value: string | null, required = true): ThingField => ({
	...plain(field, value),
	long: true,
	required
});
/** Names are parted by a semicolon: a comma may stand inside a name. */
const list = (field: Field, value: readonly string[]): ThingField => plain(field, value.join('; '));

export function themeFields(theme: ReadTheme): ThingField[] {
	return [long('title', theme.title), plain('code', theme.code)];
}
export function goalFields(goal: { text: string }): ThingField[] {
	return [long('text', goal.text)];
}
/** An action item may stand without a title: a table without that column has measures only. */
export function itemFields(item: ReadItem): ThingField[] {
	return [long('title', item.title, item.title !== null), ...ofAction(item)];
}
export function measureFields(measure: ReadMeasure): ThingField[] {
	return [long('text', measure.text), ...ofAction(measure)];
}
function ofAction(thing: ReadItem | ReadMeasure): ThingField[] {
	return [
		plain('lead', thing.lead),
		plain('planning', thing.planning),
		plain('budget', thing.budget),
		list('portfolioHolders', thing.portfolioHolders),
		list('partners', thing.partners)
	];
}

export function changedFields(fields: readonly ThingField[], draft: readonly string[]) {
	return fields.flatMap((field, at) => {
		const value = (draft[at] ?? '').trim();
		return value === field.written.trim() ? [] : [{ field: field.field, value }];
	});
}
