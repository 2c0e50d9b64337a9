import type { LineUse, Noted, ReadItem, ReadMeasure, ReadTheme, Reading } from '../reading.ts';

/** What the review screen does with a reading: count, answer, correct, drop. Everything returns a new reading. */
export interface Counts {
	priorities: number;
	themes: number;
	items: number;
	measures: number;
	goals: number;
	topics: number;
	preconditions: number;
	questions: number;
	notUnderstood: number;
}

/** The live figures above the review. An item without a title is only a place for its measures and is not counted. */
export function count(reading: Reading): Counts {
	const items = reading.themes.flatMap((theme) => theme.items);
	const sum = (of: (theme: ReadTheme) => number): number =>
		reading.themes.reduce((total, theme) => total + of(theme), 0);
	return {
		priorities: reading.themes.filter((theme) => theme.level === 'priority').length,
		themes: reading.themes.length,
		items: items.filter((item) => item.title !== null).length,
		measures: items.reduce((total, item) => total + item.measures.length, 0),
		goals: sum((theme) => theme.goals.length),
		topics: sum((theme) => theme.topics.length),
		preconditions: sum((theme) => theme.preconditions.length),
		questions: reading.questions.length,
		notUnderstood: reading.notUnderstood.length
	};
}

export interface Change {
	theme?: (theme: ReadTheme) => ReadTheme | null;
	item?: (item: ReadItem) => ReadItem | null;
	measure?: (measure: ReadMeasure) => ReadMeasure | null;
	goal?: (goal: ReadTheme['goals'][number]) => ReadTheme['goals'][number] | null;
}

function kept<T>(list: readonly T[], change: ((one: T) => T | null) | undefined): T[] {
	return list.map((one) => (change === undefined ? one : change(one))).filter((one) => one !== null);
}

function changeItem(item: ReadItem, change: Change): ReadItem | null {
	const whole = { ...item, measures: kept(item.measures, change.measure) };
	return change.item === undefined ? whole : change.item(whole);
}

/** Walks the reading and gives back a new one; null drops the thing with all that stands under it. */
export function changed(reading: Reading, change: Change): Reading {
	const themes = kept(reading.themes, (theme) => {
		const whole = {
			...theme,
			goals: kept(theme.goals, change.goal),
			items: kept(theme.items, (item) => changeItem(item, change))
		};
		return change.theme === undefined ? whole : change.theme(whole);
	});
	return { ...reading, themes };
}

interface Freed {
	said: Noted[];
	/** Lines of prose that stand under a theme and went with it. */
	prose: [from: number, before: number] | null;
}

function saidByItem(item: ReadItem): Noted[] {
	const own = item.title === null ? [] : [{ text: item.title, line: item.line }];
	return [...own, ...item.measures];
}

function saidByTheme(theme: ReadTheme): Noted[] {
	const sections = theme.sections.map((section) => ({
		text: section.text || section.heading,
		line: section.line
	}));
	return [
		...(theme.title === '' ? [] : [{ text: theme.title, line: theme.line }]),
		...theme.description,
		...theme.topics,
		...theme.preconditions,
		...theme.goals,
		...theme.items.flatMap(saidByItem),
		...sections
	];
}

/** What the thing under this key says, with its lines. */
function freedBy(reading: Reading, key: string): Freed {
	const theme = reading.themes.find((one) => one.key === key);
	if (theme !== undefined) {
		const starts = [...reading.themes, ...reading.chapters].map((one) => one.line);
		const next = Math.min(...starts.filter((line) => line > theme.line), Infinity);
		return { said: saidByTheme(theme), prose: [theme.line, next] };
	}
	const items = reading.themes.flatMap((one) => one.items);
	const item = items.find((one) => one.key === key);
	if (item !== undefined) return { said: saidByItem(item), prose: null };
	const small = [...items.flatMap((one) => one.measures), ...reading.themes.flatMap((one) => one.goals)];
	return { said: small.filter((one) => one.key === key), prose: null };
}

/** Lines that nothing else uses are not understood again, and their words are listed. */
function released(
	before: Reading,
	rest: Reading,
	{ said, prose }: Freed
): Pick<Reading, 'uses' | 'notUnderstood'> {
	const kept = new Set(rest.themes.flatMap(saidByTheme).map((one) => one.line));
	const free = said.filter((one) => !kept.has(one.line));
	const lines = new Set(free.map((one) => one.line));
	const uses = before.uses.map((use, index): LineUse => {
		const line = index + 1;
		const told = prose !== null && use === 'prose' && line >= prose[0] && line < prose[1];
		return lines.has(line) || told ? 'notUnderstood' : use;
	});
	const listed = free.map(({ text, line }) => ({ text, line }));
	return { uses, notUnderstood: [...before.notUnderstood, ...listed].sort((a, b) => a.line - b.line) };
}

function keysUnder(reading: Reading, key: string): Set<string> {
	const keys = new Set([key]);
	for (const theme of reading.themes) {
		const whole = theme.key === key;
		if (whole) for (const goal of theme.goals) keys.add(goal.key);
		for (const item of theme.items) {
			if (whole || item.key === key) {
				keys.add(item.key);
				for (const measure of item.measures) keys.add(measure.key);
			}
		}
	}
	return keys;
}

/** Drops a theme, item, goal or measure, and the questions about it. Its lines show as not understood again. */
export function dropThing(reading: Reading, key: string): Reading {
	const gone = keysUnder(reading, key);
	const freed = freedBy(reading, key);
	const drop = <T extends { key: string }>(one: T): T | null => (one.key === key ? null : one);
	const rest = changed(reading, { theme: drop, item: drop, measure: drop, goal: drop });
	const questions = reading.questions.filter(
		(question) => question.target === null || !gone.has(question.target)
	);
	return { ...rest, ...released(reading, rest, freed), questions };
}

export type EditableField =
	| 'title'
	| 'text'
	| 'code'
	| 'level'
	| 'portfolioHolders'
	| 'partners'
	| 'lead'
	| 'planning'
	| 'budget'
	| 'status';

/** Names in one field are parted by a semicolon: a comma may stand inside a name. */
export function namesIn(value: string): string[] {
	return value
		.split(';')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

const nullable = new Set<string>(['code', 'level', 'lead', 'planning', 'budget', 'status']);
const lists = new Set<string>(['portfolioHolders', 'partners']);

function edited<T extends { key: string }>(one: T, key: string, field: EditableField, value: string): T {
	if (one.key !== key || !(field in one)) return one;
	const text = value.trim();
	if (lists.has(field)) return { ...one, [field]: namesIn(value) };
	return { ...one, [field]: nullable.has(field) && text === '' ? null : text };
}

/** Corrects one field. A field that the thing does not have changes nothing. */
export function editThing(reading: Reading, key: string, field: EditableField, value: string): Reading {
	const edit = <T extends { key: string }>(one: T): T => edited(one, key, field, value);
	return changed(reading, { theme: edit, item: edit, measure: edit, goal: edit });
}
