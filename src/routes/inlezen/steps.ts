/**
 * The review of an import as a list of steps over the reading that came out of the worker.
 * 1. The reading itself never changes: what is shown is `fold(source, steps)`.
 * 2. Taking one step out of the list takes back exactly that decision; the others stay.
 * 3. A step about something that is no longer there does nothing.
 */
import {
	answer,
	dropThing,
	editThing,
	type Reading,
	type ReadMeasure,
	type ReadTheme
} from '#lib/workspace/reading.ts';

export type Made = 'theme' | 'goal' | 'measure';
/** What the core lets a person correct. */
export type Field = Parameters<typeof editThing>[2];

export type Step =
	| { readonly what: 'answer'; readonly key: string; readonly choice: string }
	| { readonly what: 'drop'; readonly key: string }
	| { readonly what: 'edit'; readonly key: string; readonly field: Field; readonly value: string }
	| {
			readonly what: 'head';
			readonly patch: Partial<Pick<Reading, 'kind' | 'title' | 'municipality' | 'period'>>;
	  }
	| { readonly what: 'make'; readonly line: number; readonly as: Made }
	| { readonly what: 'leaveOut'; readonly line: number };

/** With what was dropped still in its place, so that the screen can offer to put it back. */
export function foldShown(source: Reading, steps: readonly Step[]): Reading {
	return steps.reduce(applied, source);
}

export function withoutDropped(shown: Reading, dropped: ReadonlySet<string>): Reading {
	const rest = [...dropped].reduce((reading, key) => dropThing(reading, key), shown);
	// A person left it out and can put it back where it stands: it needs no second decision in the list below.
	return { ...rest, notUnderstood: shown.notUnderstood };
}

function applied(reading: Reading, step: Step): Reading {
	switch (step.what) {
		case 'answer':
			return reading.questions.some((question) => question.key === step.key)
				? answer(reading, step.key, step.choice)
				: reading;
		case 'edit':
			return editThing(reading, step.key, step.field, step.value);
		case 'head':
			return { ...reading, ...step.patch };
		case 'leaveOut':
			return withoutLine(reading, step.line);
		case 'make':
			return made(reading, step.line, step.as);
		case 'drop':
			return reading;
	}
}

function withoutLine(reading: Reading, line: number): Reading {
	return { ...reading, notUnderstood: reading.notUnderstood.filter((noted) => noted.line !== line) };
}

/** The theme a line stands under, as the document is read from above. */
export function themeAbove(reading: Reading, line: number): ReadTheme | null {
	return reading.themes.filter((theme) => theme.line <= line).at(-1) ?? null;
}

function made(reading: Reading, line: number, as: Made): Reading {
	const noted = reading.notUnderstood.find((each) => each.line === line);
	if (!noted) return reading;
	const text = noted.text.replace(/^[\s•➢\-–*]+/u, '').trim() || noted.text;
	const rest = withoutLine(reading, line);
	if (as === 'theme') return { ...rest, themes: inOrder([...rest.themes, emptyTheme(text, line)]) };
	const home = themeAbove(rest, line);
	if (!home) return reading;
	const grown = as === 'goal' ? withGoal(home, text, line) : withMeasure(home, text, line);
	return { ...rest, themes: rest.themes.map((theme) => (theme === home ? grown : theme)) };
}

function inOrder<T extends { line: number }>(things: T[]): T[] {
	return things.toSorted((one, other) => one.line - other.line);
}

function emptyTheme(title: string, line: number): ReadTheme {
	return {
		key: `own-${line}`,
		title,
		code: null,
		level: null,
		line,
		description: [],
		topics: [],
		preconditions: [],
		sections: [],
		goals: [],
		items: []
	};
}

function withGoal(theme: ReadTheme, text: string, line: number): ReadTheme {
	return { ...theme, goals: inOrder([...theme.goals, { key: `own-${line}`, text, line }]) };
}

function withMeasure(theme: ReadTheme, text: string, line: number): ReadTheme {
	const blank = { portfolioHolders: [], partners: [], lead: null, planning: null, budget: null, line };
	const measure: ReadMeasure = { ...blank, key: `own-${line}`, text, status: null };
	const above = theme.items.filter((item) => item.line <= line).at(-1);
	if (!above) {
		const item = { ...blank, key: `own-item-${line}`, title: null, measures: [measure] };
		return { ...theme, items: [item, ...theme.items] };
	}
	const grown = { ...above, measures: inOrder([...above.measures, measure]) };
	return { ...theme, items: theme.items.map((item) => (item === above ? grown : item)) };
}

/** Every key that is in the reading, with the line it was read from. */
export function linesOfThings(reading: Reading): Map<string, number> {
	const lines = new Map<string, number>();
	for (const theme of reading.themes) {
		lines.set(theme.key, theme.line);
		for (const goal of theme.goals) lines.set(goal.key, goal.line);
		for (const item of theme.items) {
			lines.set(item.key, item.line);
			for (const measure of item.measures) lines.set(measure.key, measure.line);
		}
	}
	return lines;
}
