import type { LeftOver, Question, ReadItem, ReadMeasure, Reading } from '../reading.ts';
import { readHolders, readPartners } from './people.ts';
import { changed } from './review.ts';
import { between } from './table.ts';

/** What a person says that an unknown column holds. */
const single = ['lead', 'planning', 'budget', 'status'] as const;
type Field = (typeof single)[number] | 'partners' | 'portfolioHolders';

function fieldOf(choice: string): Field | null {
	const fields: readonly Field[] = [...single, 'partners', 'portfolioHolders'];
	return fields.find((field) => field === choice) ?? null;
}

function withNames(before: readonly string[], found: readonly string[]): string[] {
	return [...new Set([...before, ...found])];
}

function filled<T extends ReadItem | ReadMeasure>(one: T, field: Field, text: string): T {
	if (field === 'partners')
		return { ...one, partners: withNames(one.partners, readPartners(text, [], null).names) };
	if (field === 'portfolioHolders')
		return { ...one, portfolioHolders: withNames(one.portfolioHolders, readHolders(text).names) };
	const facts: Partial<Record<Field, unknown>> = one;
	// An item has no status.
	if (!(field in one)) return one;
	const before = facts[field];
	return { ...one, [field]: typeof before === 'string' ? `${before}${between}${text}` : text };
}

/** The first measure of a row takes what its cell says; only a planning holds for each of several in one cell. */
function fillItem(item: ReadItem, field: Field, cells: ReadonlyMap<number, string>): ReadItem {
	const seen = new Set<number>();
	const measures = item.measures.map((measure) => {
		const text = cells.get(measure.line);
		if (text === undefined || (seen.has(measure.line) && field !== 'planning')) return measure;
		seen.add(measure.line);
		return filled(measure, field, text);
	});
	const own = cells.get(item.line);
	const bare = own !== undefined && !seen.has(item.line);
	return bare ? filled({ ...item, measures }, field, own) : { ...item, measures };
}

function linesOf(reading: Reading): Set<number> {
	const items = reading.themes.flatMap((theme) => theme.items);
	return new Set(items.flatMap((item) => [item.line, ...item.measures.map((measure) => measure.line)]));
}

/** The cells of that column go where the answer says, in every table that has it, and are understood from then on. */
export function answerColumn(reading: Reading, question: Question, choice: string): Reading {
	const field = fieldOf(choice);
	if (field === null) return reading;
	const places = linesOf(reading);
	const held = (one: LeftOver): boolean => one.column === question.about && places.has(one.line);
	const cells = new Map(reading.notUnderstood.filter(held).map((one) => [one.line, one.text]));
	const rest = changed(reading, { item: (item) => fillItem(item, field, cells) });
	return { ...rest, notUnderstood: reading.notUnderstood.filter((one) => !held(one)) };
}
