import type { ReadItem, ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';
import { addSection, type Filling } from './fill.ts';
import { askBroken, entriesOf, type Entry } from './lists.ts';
import type { OutlineNode } from './outline.ts';
import { partsOf, type Part } from './parts.ts';
import { readHolders, readPartners } from './people.ts';
import { askFullStop, valueOf } from './table.ts';
import type { Token } from './token.ts';

function askHolders(
	about: string,
	names: readonly string[],
	line: number,
	target: string,
	build: Build
): void {
	build.ask({
		line,
		what: 'twoPortfolioHolders',
		about,
		guess: names.join('; '),
		alternatives: [about],
		target
	});
}

interface Told {
	value: string;
	line: number;
}

/** The words after the label, with the lines that go on below it. */
function toldBy(part: Part): Told {
	const more = part.tokens.slice(1).map((token) => token.text);
	return {
		value: [part.field?.value ?? '', ...more].filter((text) => text !== '').join('\n'),
		line: part.line
	};
}

/** What a part is called: by its own words, and in an action by that action's, for a theme has many. */
function headingOf(part: Part, item: ReadItem | null): string {
	const label = part.kind === 'field' ? ((part.tokens[0]?.text ?? '').split(/[:?]/)[0] ?? '') : part.heading;
	return [item?.title ?? '', label.trim()].filter((words) => words !== '').join(': ');
}

function sectionOf(part: Part, item: ReadItem | null): ReadTheme['sections'][number] {
	return { heading: headingOf(part, item), text: toldBy(part).value, line: part.line };
}

function takeHolders(told: Told, item: ReadItem, build: Build): void {
	const found = readHolders(told.value);
	item.portfolioHolders.push(...found.names.filter((name) => !item.portfolioHolders.includes(name)));
	if (found.doubtful) askHolders(told.value, found.names, told.line, item.key, build);
}

function takePartners(told: Told, side: 'internal' | 'external' | null, item: ReadItem, build: Build): void {
	const found = readPartners(told.value, [], null);
	if (side !== null) for (const name of found.names) found.sides[name] = side;
	build.sides(found.sides);
	for (const about of found.fullStops) askFullStop(about, told.line, item.key, build);
	item.partners.push(...found.names.filter((name) => !item.partners.includes(name)));
}

const single = ['lead', 'planning', 'budget'] as const;

/** Fields that hold for the whole item. Returns false for what is not about an item, or was said before. */
function takeItemField(part: Part, item: ReadItem, build: Build): boolean {
	const told = toldBy(part);
	const field = part.field?.field;
	const name = single.find((one) => one === field);
	// "Kosten" and then "Dekking": the first keeps the place, the second is told in its own words.
	if (name !== undefined && item[name] !== null) return false;
	if (name !== undefined) item[name] = valueOf(told.value);
	else if (field === 'holder') takeHolders(told, item, build);
	else if (field === 'partners') takePartners(told, null, item, build);
	else if (field === 'inside') takePartners(told, 'internal', item, build);
	else if (field === 'outside') takePartners(told, 'external', item, build);
	else return false;
	return true;
}

function startsSmall(token: Token): boolean {
	return /^\p{Ll}/u.test(token.text);
}

/** Measures without marks: the words beside the label with the lines right below them, else each line. */
function addToldMeasures(
	part: Part,
	lines: readonly Token[],
	theme: ReadTheme,
	item: ReadItem,
	build: Build
): void {
	const said: { text: string; line: number }[] = [];
	const value = part.field?.value ?? '';
	if (value !== '') said.push({ text: value, line: part.line });
	const apart: Token[] = [];
	for (const token of lines) {
		const last = said.at(-1);
		const goesOn = last !== undefined && token.afterBlank !== true && apart.length === 0;
		if (goesOn && (value !== '' || startsSmall(token))) last.text = `${last.text} ${token.text}`;
		else if (value === '') said.push({ text: token.text, line: token.line });
		else apart.push(token);
	}
	for (const one of said) item.measures.push(build.measure(one.text, one.line));
	if (apart.length > 0) addSection(theme, headingOf(part, item), apart[0]?.line ?? part.line, apart, build);
}

function addFieldMeasures(part: Part, theme: ReadTheme, item: ReadItem, build: Build): void {
	const below = part.tokens.slice(part.kind === 'field' ? 1 : 0);
	const entries = entriesOf(below, build);
	const lines = below.filter((token) => token.kind === 'text');
	if (entries.length === 0) return addToldMeasures(part, lines, theme, item, build);
	for (const entry of entries) {
		const measure = build.measure(entry.text, entry.line);
		item.measures.push(measure);
		askBroken(entry, measure.key, build);
	}
	addAround(part, entries, theme, item);
}

/** What leads a list in or follows it is no entry, and is not lost. */
function addAround(part: Part, entries: readonly Entry[], theme: ReadTheme, item: ReadItem | null): void {
	const first = entries[0]?.line ?? part.line;
	const lines = part.tokens.slice(part.kind === 'field' ? 1 : 0).filter((token) => token.kind === 'text');
	const around = lines
		.filter((token) => token.line < first || !startsSmall(token))
		.map((token) => token.text);
	const text = [part.field?.value ?? '', ...around].filter((words) => words !== '').join('\n');
	if (text !== '') theme.sections.push({ heading: headingOf(part, item), text, line: part.line });
}

/** One goal in a few lines, or a list of goals with the words that lead it in. */
function addFieldGoals(part: Part, theme: ReadTheme, item: ReadItem | null, build: Build): void {
	const entries = entriesOf(part.tokens.slice(1), build);
	if (entries.length === 0) {
		theme.goals.push(build.goal(toldBy(part).value.replaceAll('\n', ' '), part.line));
		for (const token of part.tokens) build.uses.mark(token.line, 'content');
		return;
	}
	for (const entry of entries) {
		const goal = build.goal(entry.text, entry.line);
		theme.goals.push(goal);
		askBroken(entry, goal.key, build);
	}
	addAround(part, entries, theme, item);
}

function takeActionPart(part: Part, theme: ReadTheme, item: ReadItem, build: Build): void {
	for (const token of part.tokens) build.uses.mark(token.line, 'content');
	if (part.kind !== 'field' && part.heading !== '') build.uses.mark(part.line, 'structure');
	const field = part.field?.field;
	if (part.kind === 'measures' || field === 'measure') addFieldMeasures(part, theme, item, build);
	else if (field === 'goal') addFieldGoals(part, theme, item, build);
	else if (part.kind === 'goals' || part.kind === 'goalList')
		for (const token of part.tokens) theme.goals.push(build.goal(token.text, token.line));
	else if (field === 'note') build.unplaced(toldBy(part).value.replaceAll('\n', ' '), part.line);
	else if (field === undefined) addSection(theme, headingOf(part, item), part.line, part.tokens, build);
	else if (!takeItemField(part, item, build)) theme.sections.push(sectionOf(part, item));
}

/** An action with label lines. Without an "Aanpak" the action itself is the measure and carries what is known. */
export function takeAction(node: OutlineNode, theme: ReadTheme, build: Build): void {
	const title = node.heading?.title ?? '';
	const item = build.item(title, node.line);
	build.uses.mark(node.line, 'content');
	let status: string | null = null;
	for (const part of partsOf(node.tokens, true)) {
		const said = part.field?.field === 'status' && status === null;
		if (said) status = valueOf(toldBy(part).value);
		if (said) for (const token of part.tokens) build.uses.mark(token.line, 'content');
		else takeActionPart(part, theme, item, build);
	}
	if (item.measures.length === 0) {
		item.measures.push({
			...build.measure(title, node.line),
			lead: item.lead,
			planning: item.planning,
			budget: item.budget
		});
		Object.assign(item, { title: null, lead: null, planning: null, budget: null });
	}
	for (const measure of item.measures) measure.status = status;
	theme.items.push(item);
}

/** A label line straight under a theme: a goal or a measure, else a section of the theme in its own words. */
export function takeThemeField(part: Part, theme: ReadTheme, filling: Filling, build: Build): void {
	const field = part.field?.field;
	for (const token of part.tokens) build.uses.mark(token.line, 'content');
	if (field === 'goal') addFieldGoals(part, theme, null, build);
	else if (field === 'measure') {
		filling.item ??= build.item(null, part.line);
		if (!theme.items.includes(filling.item)) theme.items.push(filling.item);
		addFieldMeasures(part, theme, filling.item, build);
	} else theme.sections.push(sectionOf(part, null));
}
