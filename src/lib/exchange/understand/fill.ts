import type { ReadItem, ReadTheme } from '../reading.ts';
import { takeBracketed } from './bracketed-fields.ts';
import { noted, type Build } from './build.ts';
import { askBroken, entriesOf, paragraphsOf, type Entry } from './lists.ts';
import { rowsBelow } from './divider-rows.ts';
import { asAbove } from './ditto.ts';
import { groupingRows } from './grouping-rows.ts';
import { workBeside } from './work-beside.ts';
import type { Part } from './parts.ts';
import { newTable, takeRow, type TableState } from './table.ts';
import { takeThemeField } from './fields.ts';
import { sameKey, type Token } from './token.ts';
import { weighs } from './words.ts';
import { guessColumns } from './guess-columns.ts';

/** What a theme's lines become. `item` gathers measures that stand under no action item of their own. */
export interface Filling {
	theme: ReadTheme;
	item: ReadItem | null;
	/** Title for that item: the heading of a paragraph inside the theme. */
	itemTitle: string | null;
	itemLine: number;
	/** Tables further on in the document without a header use the last one seen. */
	lastTable: TableState | null;
}

export function markAll(tokens: readonly Token[], use: 'prose' | 'content', build: Build): void {
	for (const token of tokens) build.uses.mark(token.line, use);
}

function textOf(tokens: readonly Token[]): string {
	return tokens.map((token) => (token.kind === 'row' ? token.cells.join(' | ') : token.text)).join('\n\n');
}

export function addSection(
	theme: ReadTheme,
	heading: string,
	line: number,
	tokens: readonly Token[],
	build: Build
): void {
	markAll(tokens, 'prose', build);
	if (heading !== '' || tokens.length > 0) theme.sections.push({ heading, text: textOf(tokens), line });
}

function gatheringItem(filling: Filling, line: number, build: Build): ReadItem {
	filling.item ??= build.item(filling.itemTitle, filling.itemTitle === null ? line : filling.itemLine);
	if (!filling.theme.items.includes(filling.item)) filling.theme.items.push(filling.item);
	return filling.item;
}

/** A bullet with deeper bullets under it is an action item; the deeper ones are its measures. */
function itemOfEntry(
	entry: Entry,
	next: Entry | undefined,
	filling: Filling,
	current: ReadItem | null,
	build: Build
) {
	if (next !== undefined && next.level > entry.level) {
		const item = build.item(entry.text.replace(/:$/, ''), entry.line);
		filling.theme.items.push(item);
		return { item, measure: false };
	}
	return { item: current ?? gatheringItem(filling, entry.line, build), measure: true };
}

/** Goals and measures that no word names are asked once for every place that carries their label. */
function askLearned(part: Part, guess: string, build: Build): void {
	if (part.learned !== true) return;
	build.ask({
		line: part.line,
		what: 'other',
		about: part.heading,
		guess,
		alternatives: ['toelichting'],
		target: null
	});
}

function underLearned<T extends { under?: string }>(part: Part, one: T): T {
	return part.learned === true ? { ...one, under: part.heading } : one;
}

function addMeasures(part: Part, filling: Filling, build: Build): void {
	const entries = entriesOf(part.tokens, build);
	let group: Token | null = null;
	let nested: { item: ReadItem; level: number } | null = null;
	let grouped: ReadItem | null = null;
	const grouping = entries.some((entry) => entry.group !== null && entry.group !== entries[0]?.group);
	askLearned(part, 'maatregelen', build);
	for (const [index, entry] of entries.entries()) {
		if (entry.group !== group && grouping && entry.group !== null) {
			grouped = build.item(entry.group.text.replace(/:$/, ''), entry.group.line);
			build.uses.mark(entry.group.line, 'content');
			filling.theme.items.push(grouped);
		}
		group = entry.group;
		if (nested !== null && entry.level <= nested.level) nested = null;
		const place = itemOfEntry(entry, entries[index + 1], filling, nested?.item ?? grouped, build);
		if (!place.measure) nested = { item: place.item, level: entry.level };
		else {
			const measure = underLearned(part, build.measure(entry.text, entry.line));
			place.item.measures.push(measure);
			askBroken(entry, measure.key, build);
			takeBracketed(measure, build);
		}
	}
}

function describe(tokens: readonly Token[], theme: ReadTheme, build: Build): void {
	markAll(tokens, 'prose', build);
	for (const token of tokens) if (token.kind === 'row') build.uses.mark(token.line, 'structure');
	for (const token of tokens) if (token.kind !== 'row') theme.description.push(noted(token.text, token.line));
}

/** Goals: the bullets where there are any, else the paragraphs; nothing at all is named, not filled in. */
function addGoals(part: Part, theme: ReadTheme, build: Build): void {
	const bulleted = part.tokens.some((token) => token.kind === 'bullet');
	if (part.tokens.length === 0)
		build.ask({
			line: part.line,
			what: 'emptyGoal',
			about: part.heading,
			guess: '',
			alternatives: [],
			target: theme.key
		});
	if (part.kind === 'goalList' && !bulleted && part.tokens.length > 0)
		return addTold(part, 'doel', theme, build);
	askLearned(part, 'doelen', build);
	if (!bulleted) {
		for (const entry of paragraphsOf(part.tokens)) {
			const goal = underLearned(part, build.goal(entry.text, entry.line));
			theme.goals.push(goal);
			askBroken(entry, goal.key, build);
		}
		return markAll(part.tokens, 'content', build);
	}
	for (const entry of entriesOf(part.tokens, build)) {
		const goal = underLearned(part, build.goal(entry.text, entry.line));
		theme.goals.push(goal);
		askBroken(entry, goal.key, build);
	}
	const first = part.tokens.findIndex((token) => token.kind === 'bullet');
	describe(part.tokens.slice(0, first), theme, build);
}

/** A label that promises a list, and paragraphs below it: they may be what it promises or a story about it. */
function addTold(part: Part, choice: string, theme: ReadTheme, build: Build): void {
	addSection(theme, part.heading, part.line, part.tokens, build);
	const section = theme.sections.at(-1);
	const first = part.tokens.find((token) => token.kind !== 'row');
	if (section === undefined || first === undefined) return;
	section.lines = part.tokens.map((token) => token.line);
	build.ask({
		line: first.line,
		what: 'other',
		about: first.text,
		guess: 'toelichting',
		alternatives: [choice],
		target: theme.key
	});
}

function addNoted(part: Part, list: ReadTheme['topics'], theme: ReadTheme, build: Build): void {
	if (!part.tokens.some((token) => token.kind === 'bullet')) {
		if (part.kind === 'preconditions') return addTold(part, 'randvoorwaarden', theme, build);
		return addSection(theme, part.heading, part.line, part.tokens, build);
	}
	const entries = entriesOf(part.tokens, build);
	for (const entry of entries) {
		list.push(noted(entry.text, entry.line));
		askBroken(entry, theme.key, build);
	}
	const first = part.tokens.findIndex((token) => token.kind === 'bullet');
	describe(part.tokens.slice(0, first), theme, build);
}

/** Inside a theme, a theme column with other names divides that theme: those are its items. */
function dividedByTheme(header: TableState, rows: readonly Token[], theme: ReadTheme): TableState {
	const at = header.columns.findIndex((column) => column.name === 'theme');
	if (at === -1 || header.columns.some((column) => column.name === 'item')) return header;
	const title = sameKey(theme.title);
	const others = rows.some((row) => {
		const cell = sameKey(row.cells[at] ?? '');
		return (
			row.line !== header.header?.line &&
			cell !== '' &&
			!weighs(row.cells[at] ?? '') &&
			!cell.includes(title) &&
			!title.includes(cell)
		);
	});
	if (!others) return header;
	const columns = header.columns.map((column, index) =>
		index === at ? { ...column, name: 'item' as const } : column
	);
	return { ...header, columns };
}

function startTable(header: TableState, current: TableState | null, filling: Filling): TableState {
	filling.lastTable = { ...header, item: null };
	// A header that comes back after a page break goes on with the same item.
	return { ...header, item: current?.item ?? null };
}

function addTable(part: Part, filling: Filling, build: Build): void {
	const at: { table: TableState | null; guessed: boolean } = { table: null, guessed: false };
	let before: Token | null = null;
	for (const [index, token] of part.tokens.entries()) {
		const header = newTable(token);
		if (header !== null) {
			build.uses.mark(token.line, 'structure');
			const rows = rowsBelow(part.tokens, index);
			const groups = groupingRows(token, rows, filling.lastTable);
			const told = workBeside(header, rows, filling.lastTable);
			const divided = dividedByTheme(told, part.tokens, filling.theme);
			at.table = { ...startTable({ ...divided, groups }, at.table, filling) };
			continue;
		}
		if (!at.guessed) at.table ??= guessColumns(part.tokens, filling.lastTable, build);
		at.guessed = true;
		if (at.table === null) continue;
		const row: Token = asAbove(token, before, at.table.columns);
		before = row;
		takeRow(row, at.table, filling.theme, build);
	}
}

/** Bullets after the last block belong to nothing: they stay `notUnderstood`, the lines around them are prose. */
function addAfter(part: Part, theme: ReadTheme, build: Build): void {
	describe(
		part.tokens.filter((token) => token.kind !== 'bullet'),
		theme,
		build
	);
}

export function takePart(part: Part, filling: Filling, build: Build): void {
	const { theme } = filling;
	if (part.heading !== '') build.uses.mark(part.line, 'structure');
	if (part.kind === 'prose') describe(part.tokens, theme, build);
	// Figures are no work: their lines are listed.
	else if (part.kind === 'figures') return;
	else if (part.kind === 'after') addAfter(part, theme, build);
	else if (part.kind === 'goals' || part.kind === 'goalList') addGoals(part, theme, build);
	else if (part.kind === 'topics') addNoted(part, theme.topics, theme, build);
	else if (part.kind === 'preconditions') addNoted(part, theme.preconditions, theme, build);
	else if (part.kind === 'table') addTable(part, filling, build);
	else if (part.kind === 'field') takeThemeField(part, theme, filling, build);
	else if (part.kind === 'section') addSection(theme, part.heading, part.line, part.tokens, build);
	else if (part.tokens.some((token) => token.kind === 'bullet')) addMeasures(part, filling, build);
	else addTold(part, 'maatregelen', theme, build);
}
