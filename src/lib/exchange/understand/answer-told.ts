import type {
	LineUse,
	Noted,
	Question,
	ReadGoal,
	ReadMeasure,
	ReadSection,
	ReadTheme,
	Reading
} from '../reading.ts';
import { changed } from './review.ts';

/** What a person says of words that may be goals, measures or conditions, or a story about them. */
function withUses(reading: Reading, lines: readonly number[], use: LineUse): Reading {
	const marked = new Set(lines);
	return { ...reading, uses: reading.uses.map((old, index) => (marked.has(index + 1) ? use : old)) };
}

function paragraphsOf(section: ReadSection): Noted[] {
	const texts = section.text.split('\n\n');
	// Readings kept from before lines were.
	const lines = section.lines ?? [];
	return lines.length === texts.length
		? texts.map((text, index) => ({ text, line: lines[index] ?? section.line }))
		: [{ text: section.text, line: lines[0] ?? section.line }];
}

function measureOf({ text, line }: Noted, key: string): ReadMeasure {
	const nothing = {
		portfolioHolders: [],
		partners: [],
		lead: null,
		planning: null,
		budget: null,
		status: null
	};
	return { key, text, ...nothing, line };
}

function withTold(theme: ReadTheme, told: readonly Noted[], choice: string, key: string): ReadTheme {
	const keyed = told.map((one, index) => ({
		...one,
		key: `${theme.key}${key}${index === 0 ? '' : index + 1}`
	}));
	if (choice === 'doel') return { ...theme, goals: [...theme.goals, ...keyed] };
	if (choice === 'randvoorwaarden') return { ...theme, preconditions: [...theme.preconditions, ...told] };
	const { portfolioHolders, partners, lead, planning, budget } = measureOf({ text: '', line: 0 }, '');
	const measures = keyed.map((one) => measureOf(one, one.key));
	const line = told[0]?.line ?? theme.line;
	const item = {
		key: `${theme.key}${key}i`,
		title: null,
		line,
		portfolioHolders,
		partners,
		lead,
		planning,
		budget
	};
	return { ...theme, items: [...theme.items, { ...item, measures }] };
}

const takenAs = ['doel', 'maatregelen', 'randvoorwaarden'];

/** Paragraphs under "Dit willen we bereiken door:" or "Maatregelen" that turn out to be what their label promises. */
export function answerTold(reading: Reading, question: Question, choice: string): Reading {
	const theme = reading.themes.find((one) => one.key === question.target);
	const section = theme?.sections.find((one) => one.text.startsWith(question.about));
	if (section === undefined || !takenAs.includes(choice)) return reading;
	const told = paragraphsOf(section).map((one, index) =>
		index === 0 ? { ...one, line: question.line } : one
	);
	const used = withUses(
		reading,
		told.map((one) => one.line),
		'content'
	);
	return changed(used, {
		theme: (one) => {
			if (one.key !== question.target) return one;
			const rest = { ...one, sections: one.sections.filter((other) => other !== section) };
			return withTold(rest, told, choice, question.key);
		}
	});
}

/** Under a label that no word knows stood a story after all, in every theme. */
export function answerLearned(reading: Reading, question: Question, choice: string): Reading {
	if (choice !== 'toelichting') return reading;
	const moved: number[] = [];
	const isUnder = (one: ReadGoal | ReadMeasure): boolean => one.under === question.about;
	const themes = reading.themes.map((theme) => {
		const measures = theme.items.flatMap((item) => item.measures);
		const told = [...theme.goals, ...measures].filter(isUnder);
		if (told.length === 0) return theme;
		moved.push(...told.map((one) => one.line));
		const text = told.map((one) => one.text).join('\n\n');
		const items = theme.items
			.map((item) => ({ ...item, measures: item.measures.filter((one) => !isUnder(one)) }))
			.filter((item) => item.title !== null || item.measures.length > 0);
		const section = { heading: question.about, text, line: told[0]?.line ?? theme.line };
		return {
			...theme,
			goals: theme.goals.filter((one) => !isUnder(one)),
			items,
			sections: [...theme.sections, section]
		};
	});
	return withUses({ ...reading, themes }, moved, 'prose');
}
