import type { Noted, ReadItem, ReadMeasure, Reading, ReadTheme } from './reading.ts';

/**
 * The reading as the command prints it. Here a measure shows what holds for it: what its action item says, unless it
 * says otherwise itself. Money is not repeated: it is counted once, where it stands.
 */
export interface ImportListing {
	kind: Reading['kind'];
	title: string;
	municipality: string | null;
	municipalities: string[];
	period: Reading['period'];
	parentPlan: string | null;
	decisions: Reading['decisions'];
	themes: unknown[];
	questions: { line: number; what: string; guess: string; alternatives: string[] }[];
	notUnderstood: Noted[];
}

function listMeasure(measure: ReadMeasure, item: ReadItem) {
	const own = (names: string[], above: string[]): string[] => (names.length > 0 ? names : above);
	return {
		text: measure.text,
		portfolioHolders: own(measure.portfolioHolders, item.portfolioHolders),
		partners: own(measure.partners, item.partners),
		lead: measure.lead ?? item.lead,
		planning: measure.planning ?? item.planning,
		budget: measure.budget,
		status: measure.status,
		line: measure.line
	};
}

function listItem(item: ReadItem) {
	const { title, line, portfolioHolders, partners, budget } = item;
	const measures = item.measures.map((measure) => listMeasure(measure, item));
	return { title, line, portfolioHolders, partners, budget, measures };
}

function listTheme(theme: ReadTheme) {
	const { title, code, level, line, topics, preconditions, sections } = theme;
	const goals = theme.goals.map((goal) => ({ text: goal.text, line: goal.line }));
	return {
		title,
		code,
		level,
		line,
		topics,
		preconditions,
		sections,
		goals,
		items: theme.items.map(listItem)
	};
}

export function listReading(reading: Reading): ImportListing {
	const { kind, title, municipality, municipalities, period, parentPlan, decisions } = reading;
	const notUnderstood = reading.notUnderstood.map(({ text, line }) => ({ text, line }));
	const questions = reading.questions.map(({ line, what, guess, alternatives }) => ({
		line,
		what,
		guess,
		alternatives
	}));
	const themes = reading.themes.map(listTheme);
	return {
		kind,
		title,
		municipality,
		municipalities,
		period,
		parentPlan,
		decisions,
		themes,
		questions,
		notUnderstood
	};
}
