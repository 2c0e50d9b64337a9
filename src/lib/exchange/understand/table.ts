import type { ReadItem, ReadMeasure, ReadTheme } from '../reading.ts';
import { addsUp } from './amounts.ts';
import type { Build } from './build.ts';
import { askParagraphs, measureTexts } from './cell-measures.ts';
import { headerColumns, italicSideOf, toldTwice, type Column, type ColumnName } from './columns.ts';
import { itemOfGroup } from './grouping-rows.ts';
import { endsInBareRole, namesRole, readHolders, readPartners } from './people.ts';
import { placeCell } from './time-columns.ts';
import { sameKey, type Token } from './token.ts';

/** The table that is being read: its columns, and the item that an empty first cell continues. */
export interface TableState {
	columns: Column[];
	header: Token | null;
	item: ReadItem | null;
	/** Rows that hold nothing but a title, above the rows that are its measures. */
	groups: ReadonlySet<Token>;
	/** Themes named in a column of their own. */
	themeTitle: string | null;
}

interface Row {
	token: Token;
	get: (name: ColumnName) => string;
	italics: (name: ColumnName) => string[];
	italicSide: (name: ColumnName) => 'internal' | 'external' | null;
}

function rowOf(token: Token, state: TableState): Row {
	const at = (name: ColumnName): number => state.columns.findIndex((column) => column.name === name);
	return {
		token,
		get: (name) => {
			// Two columns of one kind (voortgang and percentage) are both kept.
			const said = state.columns
				.map((column, index) => placeCell(column, token.cells[index] ?? '', state.columns))
				.flatMap((placed) => (placed.name === name && placed.text !== '' ? [placed.text] : []));
			// A status in words says more than the percentage beside it, whichever column comes first.
			if (name === 'status') said.sort((a, b) => Number(/^\d/.test(a)) - Number(/^\d/.test(b)));
			// It begins and ends in the same month.
			return (name === 'planning' ? [...new Set(said)] : said).join(between);
		},
		italics: (name) => token.italics[at(name)] ?? [],
		italicSide: (name) => (state.header === null ? null : italicSideOf(state.header, at(name)))
	};
}

/** Between what two columns say of one thing. */
export const between = ' · ';

function oneLine(text: string): string {
	return text.replaceAll('\n', ' ');
}

/** Text of a cell, or null when it says nothing. A dash in a cell is how people write "nothing". */
export function valueOf(cell: string): string | null {
	const text = oneLine(cell).trim().replace(/^•\s+/, '');
	return text === '' || /^[-–—]+$/.test(text) ? null : text;
}

function holdersOf(row: Row, target: string, build: Build): string[] {
	const cell = oneLine(row.get('holder'));
	const found = readHolders(row.get('holder'));
	if (found.doubtful)
		build.ask({
			line: row.token.line,
			what: 'twoPortfolioHolders',
			about: cell,
			guess: found.names.join('; '),
			alternatives: [cell],
			target
		});
	return found.names;
}

function partnersOf(row: Row, target: string, build: Build): string[] {
	const names: string[] = [];
	for (const column of ['partners', 'inside', 'outside'] as const) {
		const cell = row.get(column);
		if (cell === '') continue;
		const found = readPartners(cell, row.italics(column), row.italicSide(column));
		if (column !== 'partners')
			for (const name of found.names) found.sides[name] = column === 'inside' ? 'internal' : 'external';
		build.sides(found.sides);
		for (const about of found.fullStops) askFullStop(about, row.token.line, target, build);
		names.push(...found.names.filter((name) => !names.includes(name)));
	}
	return names;
}

export function askFullStop(about: string, line: number, target: string, build: Build): void {
	build.ask({
		line,
		what: 'fullStopForComma',
		about,
		guess: about.replace(/\.\s+/g, '; '),
		alternatives: [about],
		target
	});
}

/** A wethouder at the end of the cell above whose portfolio stands one row lower. */
function joinSplitHolder(row: Row, item: ReadItem, build: Build): boolean {
	const rest = oneLine(row.get('holder')).trim();
	if (rest === '' || namesRole(rest) || !endsInBareRole(item.portfolioHolders)) return false;
	const before = item.portfolioHolders.join('; ');
	const last = item.portfolioHolders.at(-1) ?? '';
	item.portfolioHolders = [...item.portfolioHolders.slice(0, -1), `${last} ${rest}`];
	build.ask({
		line: row.token.line,
		what: 'twoPortfolioHolders',
		about: `${last} | ${rest}`,
		guess: item.portfolioHolders.join('; '),
		alternatives: [before, `${before}; ${rest}`],
		target: item.key
	});
	return true;
}

function fillMeasure(measure: ReadMeasure, row: Row): void {
	measure.lead = valueOf(row.get('lead'));
	measure.planning = valueOf(row.get('planning'));
	measure.budget = valueOf(row.get('budget'));
	measure.status = valueOf(row.get('status'));
}

function differs(own: readonly string[], above: readonly string[]): boolean {
	return own.length > 0 && own.join('\n') !== above.join('\n');
}

function addMeasures(row: Row, item: ReadItem, starts: boolean, build: Build): void {
	const texts = measureTexts(row.get('measure'));
	for (const [index, text] of texts.entries()) {
		const measure = build.measure(text, row.token.line);
		if (texts.length === 1) askParagraphs(row.get('measure'), measure, build);
		fillMeasure(measure, row);
		// Money counts once, where it stands.
		if (index > 0) measure.budget = null;
		item.measures.push(measure);
		if (starts || joinSplitHolder(row, item, build)) continue;
		const holders = holdersOf(row, measure.key, build);
		if (differs(holders, item.portfolioHolders)) measure.portfolioHolders = holders;
		const partners = partnersOf(row, measure.key, build);
		if (differs(partners, item.partners)) measure.partners = partners;
	}
}

function fillItem(row: Row, item: ReadItem, build: Build): void {
	if (item.portfolioHolders.length === 0) item.portfolioHolders = holdersOf(row, item.key, build);
	if (item.partners.length === 0) item.partners = partnersOf(row, item.key, build);
	if (row.get('measure') !== '') return;
	item.lead ??= valueOf(row.get('lead'));
	item.planning ??= valueOf(row.get('planning'));
	item.budget ??= valueOf(row.get('budget'));
}

/** A row without a measure below its item: holders are added and asked; what the item has already is listed. */
function continueItem(row: Row, item: ReadItem, state: TableState, build: Build): void {
	const before = [...item.portfolioHolders];
	const more = readHolders(row.get('holder')).names.filter((name) => !before.includes(name));
	fillItem(row, item, build);
	if (before.length > 0 && more.length > 0) {
		item.portfolioHolders = [...before, ...more];
		build.ask({
			line: row.token.line,
			what: 'twoPortfolioHolders',
			about: `${before.join('; ')} | ${oneLine(row.get('holder'))}`,
			guess: item.portfolioHolders.join('; '),
			alternatives: [before.join('; ')],
			target: item.key
		});
	}
	const told = new Set([item.lead, item.planning, item.budget]);
	for (const [index, { name, header }] of state.columns.entries()) {
		const said = valueOf(row.token.cells[index] ?? '');
		if (said === null) continue;
		const news = partnerColumns.includes(name)
			? readPartners(said, [], null).names.some((partner) => !item.partners.includes(partner))
			: itemColumns.includes(name) && !told.has(said);
		if (news) build.unplaced(said, row.token.line, header);
	}
}

const partnerColumns: readonly ColumnName[] = ['partners', 'inside', 'outside'];
const itemColumns: readonly ColumnName[] = ['lead', 'planning', 'budget', 'status'];

/** The item a row belongs to; a table without an item column gathers its measures under one item without a title. */
function itemFor(
	row: Row,
	state: TableState,
	theme: ReadTheme,
	build: Build
): { item: ReadItem; starts: boolean } {
	const title = valueOf(row.get('item'));
	const named = state.groups.size > 0 || state.columns.some((column) => column.name === 'item');
	// Some tables repeat the item in every row instead of leaving its cell empty.
	if (title !== null && state.item?.title === title) return { item: state.item, starts: false };
	if (title === null && state.item !== null && (named || state.item.title === null))
		return { item: state.item, starts: false };
	const item = build.item(title, row.token.titleLine ?? row.token.line);
	theme.items.push(item);
	state.item = item;
	return { item, starts: named };
}

const answers: [string, readonly ColumnName[]][] = [
	['lead', ['lead']],
	['planning', ['planning']],
	['budget', ['budget']],
	['partners', ['partners', 'inside', 'outside']],
	['portfolioHolders', ['holder']],
	['status', ['status']]
];

/** What an unknown column may turn out to hold: what no column of this table holds, or may hold beside another. */
function freeFields(state: TableState): string[] {
	const taken = new Set(
		state.columns.map((column) => column.name).filter((name) => !toldTwice.includes(name))
	);
	return answers.filter(([, names]) => !names.some((name) => taken.has(name))).map(([field]) => field);
}

/** A theme column that names this theme has said what it had to say. */
function isUnplaced(column: Column, cell: string, state: TableState, theme: ReadTheme): boolean {
	if (column.name !== 'theme') return placeCell(column, cell, state.columns).name === 'unknown';
	return !sameKey(cell).includes(sameKey(theme.title));
}

/** The header has no word for what is done: what was taken for it is shown. */
function askGuessed(state: TableState, build: Build): void {
	const column = state.columns.find(({ guessed, name }) => guessed === true && name === 'measure');
	if (column === undefined || state.header === null) return;
	build.ask({
		line: state.header.line,
		what: 'column',
		about: column.header,
		guess: 'measure',
		alternatives: [],
		target: null
	});
}

function noteUnknownCells(row: Row, state: TableState, theme: ReadTheme, build: Build): void {
	for (const [index, column] of state.columns.entries()) {
		const cell = valueOf(row.token.cells[index] ?? '');
		if (cell === null || !isUnplaced(column, cell, state, theme)) continue;
		build.unplaced(oneLine(cell), row.token.line, column.header);
		build.ask({
			line: state.header?.line ?? row.token.line,
			what: 'column',
			about: column.header,
			guess: 'niet gebruikt',
			alternatives: freeFields(state),
			target: null
		});
	}
	for (const cell of row.token.cells.slice(state.columns.length)) {
		const text = valueOf(cell);
		if (text !== null) build.unplaced(text, row.token.line);
	}
}

/** One row of data under a known header. */
export function takeRow(token: Token, state: TableState, theme: ReadTheme, build: Build): void {
	// Its money stands in the rows above; the line itself is listed.
	if (addsUp(token)) return;
	const row = rowOf(token, state);
	build.uses.mark(token.line, 'content');
	if (state.groups.has(token)) {
		state.item = itemOfGroup(token, theme, build);
		return;
	}
	askGuessed(state, build);
	noteUnknownCells(row, state, theme, build);
	const goal = valueOf(row.get('goal'));
	const told = theme.goals.some((one) => one.text === goal);
	if (goal !== null && !told) theme.goals.push(build.goal(goal, token.line));
	const says = (
		['item', 'measure', 'holder', 'partners', 'inside', 'outside', 'lead', 'planning', 'budget'] as const
	).some((name) => row.get(name) !== '');
	if (!says) return;
	const { item, starts } = itemFor(row, state, theme, build);
	if (starts) fillItem(row, item, build);
	if (valueOf(row.get('measure')) !== null) addMeasures(row, item, starts, build);
	else if (!starts && !joinSplitHolder(row, item, build)) continueItem(row, item, state, build);
}

export function newTable(token: Token): TableState | null {
	const columns = headerColumns(token);
	return columns === null
		? null
		: { columns, header: token, item: null, groups: new Set(), themeTitle: null };
}
