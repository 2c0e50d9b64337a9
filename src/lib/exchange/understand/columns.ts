import { columnOf, plainHeader, type Column, type ColumnName } from './column-words.ts';
import { namesRole } from './people.ts';
import { sameKey, type Token } from './token.ts';

export type { Column, ColumnName } from './column-words.ts';

// These head a column and stand in no row.
const plainField =
	/^(?:trekkers?|verantwoordelijken?|actiehouders?|eigenaar|(?:door |met )?wie|planning|wanneer|termijn|periode|deadline|budget|kosten|begroting|dekking|partners|partijen|betrokkenen|status|voortgang|ph|portefeuillehouders?)$/;

/** "Burgemeester" in a row is who holds the portfolio; only another word makes it a header. */
function isName(cell: string): boolean {
	return namesRole(cell) && !/portefeuille|verantwoordelijk|bestuur/i.test(cell);
}

/** Years and quarters head columns where they follow each other; a lone year is a cell. */
function timesIn(columns: readonly Column[]): number {
	const times = columns.filter((column) => column.name === 'time').map((column) => column.header);
	const climbs = times.every((time, at) => at === 0 || time > (times[at - 1] ?? ''));
	return climbs && times.length > 1 ? times.length : 0;
}

/** Headers are short labels; a row of data holds at most one such word by accident. */
function headerLike(cells: readonly string[], columns: readonly Column[]): boolean {
	const filled = cells.filter((cell) => cell !== '');
	const known = new Set(
		columns
			.filter(({ name, header }) => name !== 'unknown' && name !== 'time' && !isName(header))
			.map((column) => column.name)
	);
	if (
		filled.length < 2 ||
		filled.some((cell) => cell.length > 60 || (cell.length > 12 && /[.;]$/.test(cell)))
	)
		return false;
	const times = timesIn(columns);
	const numbers = filled.filter((cell) => /^\d+(?:[.,]\d+)?\s*%?$/.test(cell));
	if (numbers.some((cell) => times === 0 || columnOf(cell) !== 'time')) return false;
	const fields = filled.filter((cell) => plainField.test(plainHeader(cell))).length;
	const says = ['item', 'measure', 'goal'].some((name) => [...known].some((found) => found === name));
	return (says || fields >= 2) && known.size >= 2 && known.size >= (filled.length - times) / 2;
}

/** A header without a word for what is done: "Omschrijving" says it, else the first column that says nothing else. */
function nameWork(columns: Column[]): Column[] {
	const works = (name: ColumnName): boolean => name === 'measure';
	if (columns.some(({ name }) => works(name))) return columns;
	const described = columns.findIndex(({ header }) => /^(?:om|be)schrijving$/.test(plainHeader(header)));
	const said = columns.some(({ name }) => name === 'item' || name === 'goal');
	const first = columns.findIndex(({ name, header }) => name === 'unknown' && header !== '');
	const at = described !== -1 || said ? described : first;
	return columns.map((column, index) =>
		index === at ? { ...column, name: 'measure', guessed: index !== described } : column
	);
}

/** Begin and end, two years of money, a percentage beside a word: these are told in more than one column. */
export const toldTwice: readonly ColumnName[] = ['planning', 'budget', 'status', 'time'];

/** "Trekker" beside "Verantwoordelijke afdeling": of two that may lead, the one that says so plainest does. */
function keepPlainestLead(names: ColumnName[], columns: readonly Column[]): void {
	const leads = names.flatMap((name, index) => (name === 'lead' ? [index] : []));
	const wordsOf = (index: number): string => plainHeader(columns[index]?.header ?? '');
	const length = (index: number): number => wordsOf(index).split(' ').length;
	const said = leads.filter((index) => wordsOf(index).includes('trekker'));
	const [plainest] = (said.length > 0 ? said : leads).sort((a, b) => length(a) - length(b));
	for (const index of leads) if (index !== plainest) names[index] = 'unknown';
}

/** One name per column: the first keeps it, a second "maatregel"-like column gives way to what is still free. */
function settle(columns: Column[]): Column[] {
	const names = columns.map((column) => column.name);
	// Beside a status, a result is what came of it and not what is aimed at.
	if (names.includes('status'))
		for (const [index, column] of columns.entries())
			if (/^(?:resultaat|resultaten|effect(?:en)?)$/i.test(column.header.trim())) names[index] = 'unknown';
	keepPlainestLead(names, columns);
	const free = (name: ColumnName): boolean => !names.includes(name);
	// Two columns for items beside one for measures: the first gathers the second.
	const items = names.flatMap((name, index) => (name === 'item' ? [index] : []));
	if (items.length === 2 && free('theme') && !free('measure')) names[items[0] ?? 0] = 'theme';
	for (const [index, name] of names.entries()) {
		if (name === 'unknown' || names.indexOf(name) === index) continue;
		if (name === 'measure' && free('item')) names[names.indexOf(name)] = 'item';
		else if (name === 'item' && free('measure')) names[index] = 'measure';
		else if (!toldTwice.includes(name)) names[index] = 'unknown';
	}
	if (free('measure')) {
		const last = names.indexOf('item') !== -1 ? names.indexOf('item') : names.indexOf('goal');
		if (last !== -1) names[last] = 'measure';
	}
	return columns.map((column, index) => ({ ...column, name: names[index] ?? 'unknown' }));
}

// Every step asks it of every row again.
const known = new WeakMap<Token, { columns: Column[] | null }>();

export function headerColumns(row: Token): Column[] | null {
	const asked = known.get(row);
	if (asked !== undefined) return asked.columns;
	const columns = readHeader(row);
	known.set(row, { columns });
	return columns;
}

/** Most of its cells are those of the header above, or say plainly what their columns hold. */
function headsAgain(row: Token, header: Token): boolean {
	const filled = row.cells.filter((cell) => cell !== '');
	const above = new Set(header.cells.map(sameKey));
	const same = filled.filter((cell) => above.has(sameKey(cell))).length;
	const fields = filled.filter((cell) => plainField.test(plainHeader(cell))).length;
	return same * 2 >= filled.length || fields >= 2;
}

/**
 * "Maatregelen buitengebied", "Projectleider", "eigen middelen": right below the rows of a table that has its header,
 * such words are a row. Invariant: a row that once was found to be none is no header in any later step.
 */
export function settleHeaders(tokens: readonly Token[]): void {
	let header: Token | null = null;
	let lastLine = 0;
	for (const token of tokens) {
		if (token.kind !== 'row' || token.line !== lastLine + 1) header = null;
		lastLine = token.line;
		if (token.kind !== 'row' || headerColumns(token) === null) continue;
		if (header !== null && !headsAgain(token, header)) known.set(token, { columns: null });
		else header = token;
	}
}

function readHeader(row: Token): Column[] | null {
	const columns = row.cells.map((cell) => ({ name: columnOf(cell), header: cell }));
	return headerLike(row.cells, columns) ? settle(nameWork(columns)) : null;
}

/** What italics mean under this header: "partijen <i>intern</i>/extern" says so, both or none says nothing. */
export function italicSideOf(header: Token, index: number): 'internal' | 'external' | null {
	const slanted = (header.italics[index] ?? []).join(' ').toLowerCase();
	const inside = slanted.includes('intern');
	const outside = slanted.includes('extern');
	if (inside === outside) return null;
	return inside ? 'internal' : 'external';
}
