import type { ReadItem, ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';
import { addSection, type Filling } from './fill.ts';
import { entriesOf } from './lists.ts';
import type { OutlineNode } from './outline.ts';
import { partsOf, type Part } from './parts.ts';
import { readHolders, readPartners } from './people.ts';
import { askFullStop, valueOf } from './table.ts';

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

function takeHolders(told: Told, item: ReadItem, build: Build): void {
	const found = readHolders(told.value);
	item.portfolioHolders = found.names;
	if (found.doubtful) askHolders(told.value, found.names, told.line, item.key, build);
}

function takePartners(told: Told, side: 'internal' | 'external' | null, item: ReadItem, build: Build): void {
	const found = readPartners(told.value, [], null);
	if (side !== null) for (const name of found.names) found.sides[name] = side;
	build.sides(found.sides);
	for (const about of found.fullStops) askFullStop(about, told.line, item.key, build);
	item.partners.push(...found.names.filter((name) => !item.partners.includes(name)));
}

/** Fields that hold for the whole item. Returns false for fields that are not about an item. */
function takeItemField(part: Part, item: ReadItem, build: Build): boolean {
	const told = toldBy(part);
	const value = valueOf(told.value);
	const field = part.field?.field;
	if (field === 'lead') item.lead = value;
	else if (field === 'planning') item.planning = value;
	else if (field === 'budget') item.budget = value;
	else if (field === 'holder') takeHolders(told, item, build);
	else if (field === 'partners') takePartners(told, null, item, build);
	else if (field === 'inside') takePartners(told, 'internal', item, build);
	else if (field === 'outside') takePartners(told, 'external', item, build);
	else return false;
	return true;
}

function addFieldMeasures(part: Part, item: ReadItem, build: Build): void {
	const entries = entriesOf(part.tokens.slice(part.kind === 'field' ? 1 : 0), build);
	const value = part.kind === 'field' ? (part.field?.value ?? '') : '';
	if (value !== '' && entries.length === 0) item.measures.push(build.measure(value, part.line));
	for (const entry of entries) item.measures.push(build.measure(entry.text, entry.line));
	const paragraphs = part.kind === 'field' ? [] : part.tokens.filter((token) => token.kind === 'text');
	if (entries.length === 0)
		for (const token of paragraphs) item.measures.push(build.measure(token.text, token.line));
}

function takeActionPart(part: Part, theme: ReadTheme, item: ReadItem, build: Build): string | null {
	for (const token of part.tokens) build.uses.mark(token.line, 'content');
	if (part.kind !== 'field' && part.heading !== '') build.uses.mark(part.line, 'structure');
	const field = part.field?.field;
	if (part.kind === 'measures' || field === 'measure') addFieldMeasures(part, item, build);
	else if (field === 'goal')
		theme.goals.push(build.goal(toldBy(part).value.replaceAll('\n', ' '), part.line));
	else if (part.kind === 'goals' || part.kind === 'goalList')
		for (const token of part.tokens) theme.goals.push(build.goal(token.text, token.line));
	else if (field === 'status') return valueOf(toldBy(part).value);
	else if (field === 'note') build.unplaced(toldBy(part).value.replaceAll('\n', ' '), part.line);
	else if (field === undefined || !takeItemField(part, item, build))
		addSection(theme, part.heading, part.line, part.tokens, build);
	return null;
}

/** An action with label lines. Without an "Aanpak" the action itself is the measure and carries what is known. */
export function takeAction(node: OutlineNode, theme: ReadTheme, build: Build): void {
	const title = node.heading?.title ?? '';
	const item = build.item(title, node.line);
	build.uses.mark(node.line, 'content');
	let status: string | null = null;
	for (const part of partsOf(node.tokens)) status = takeActionPart(part, theme, item, build) ?? status;
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
	const told = toldBy(part);
	const field = part.field?.field;
	for (const token of part.tokens) build.uses.mark(token.line, 'content');
	if (field === 'goal') theme.goals.push(build.goal(told.value.replaceAll('\n', ' '), part.line));
	else if (field === 'measure') {
		filling.item ??= build.item(null, part.line);
		if (!theme.items.includes(filling.item)) theme.items.push(filling.item);
		addFieldMeasures(part, filling.item, build);
	} else {
		const label = (part.tokens[0]?.text ?? '').split(':')[0] ?? '';
		theme.sections.push({ heading: label.trim(), text: told.value, line: part.line });
	}
}
