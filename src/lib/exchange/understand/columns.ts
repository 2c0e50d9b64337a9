import type { Token } from './token.ts';

export type ColumnName =
	| 'theme'
	| 'item'
	| 'measure'
	| 'goal'
	| 'holder'
	| 'partners'
	| 'inside'
	| 'outside'
	| 'lead'
	| 'planning'
	| 'budget'
	| 'status'
	| 'number'
	| 'unknown';

export interface Column {
	name: ColumnName;
	header: string;
}

/** Words that head a column, most telling first. A header is matched by its words, never by its place. */
const columnWords: [ColumnName, RegExp][] = [
	['number', /^(?:nr|no|nummer|#|code|id)$/],
	[
		'inside',
		/^intern(?:e)?(?: (?:partners|partijen|betrokkenen|afdelingen))?$|^(?:partners|partijen|betrokkenen?) intern(?:e)?$/
	],
	[
		'outside',
		/^extern(?:e)?(?: (?:partners|partijen|betrokkenen|organisaties))?$|^(?:partners|partijen|betrokkenen?) extern(?:e)?$/
	],
	['holder', /^ph$|portefeuille|^bestuurlijk|bestuurder|wethouder|burgemeester|^pfh$|^college(?:lid)?$/],
	[
		'lead',
		/trekker|verantwoordelijk|eigenaar|actiehouder|^(?:door )?wie$|^wie (?:doet|trekt|regelt|voert|gaat)\b|aan zet$|coördinat|projectleider|^regie|uitvoerder|uitvoering door|uitgevoerd door|penvoerder|contactpersoon|aanspreekpunt|^leiding/
	],
	['partners', /partij|partner|betrokken|samenwerk|^samen |^met wie$|actoren|^organisaties?$/],
	[
		'planning',
		/planning|wanneer|termijn|^periode|tijd|deadline|gereed|^start|^eind(?:e|datum)?$|looptijd|kwartaal|datum|opleverin|^jaar$|afgerond/
	],
	['budget', /begroting|kosten|^wat kost|budget|dekking|financi|middelen|bedrag|^geld|euro|€|raming/],
	['status', /status|voortgang|^stand|^fase$|realisatie|percentage|^%|^gerealiseerd/],
	[
		'item',
		/actiepunt|^item|actielijn|^onderwerp|^project|^cluster|^speerpunt|^deelonderwerp|^opgave|^subthema/
	],
	[
		'measure',
		/maatregel|activiteit|^acties?(?: |$)|^concrete|afspraak|afspraken|^aanpak|^inspanning|^wat(?: |$)|^interventie|^werkzaamheden|^uitvoering$/
	],
	['goal', /^(?:sub)?doel|doelstelling|ambitie|^beoogd|^gewenst|^resultaat|^effect/],
	[
		'theme',
		/^(?:veiligheids|hoofd)?thema|^prioriteit|^(?:veiligheids)?veld$|^programmalijn|^pijler|^hoofdstuk$/
	]
];

function plainHeader(cell: string): string {
	return cell
		.toLowerCase()
		.replace(/\b(?:19|20)\d\d\b/g, ' ')
		.replace(/[()*:?.]/g, ' ')
		.replace(/\s*[/|&+,]\s*|\s+-\s+|-?\n/g, ' / ')
		.replace(/\s+/g, ' ')
		.replace(/^(?:de|het|een|beoogde?|geplande?)\s+/, '')
		.trim();
}

export function columnOf(cell: string): ColumnName {
	const header = plainHeader(cell);
	if (header === '' || header.length > 60) return 'unknown';
	const whole = header.replaceAll(' / ', ' ');
	// "partijen intern/extern" names both sides: that is one column of partners.
	if (/intern/.test(whole) && /extern/.test(whole)) return 'partners';
	for (const text of [whole, ...header.split(' / ')])
		for (const [name, words] of columnWords) if (words.test(text.trim())) return name;
	return 'unknown';
}

/** Headers are short labels; a row of data holds at most one such word by accident. */
function headerLike(cells: readonly string[], columns: readonly Column[]): boolean {
	const filled = cells.filter((cell) => cell !== '');
	const known = new Set(columns.filter((column) => column.name !== 'unknown').map((column) => column.name));
	if (
		filled.length < 2 ||
		filled.some((cell) => cell.length > 60 || (cell.length > 12 && /[.;]$/.test(cell)))
	)
		return false;
	if (filled.some((cell) => /^\d+(?:[.,]\d+)?\s*%?$/.test(cell))) return false;
	const says = ['item', 'measure', 'goal'].some((name) => [...known].some((found) => found === name));
	return says && known.size >= 2 && known.size >= filled.length / 2;
}

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
		else if (name !== 'status' && name !== 'planning' && name !== 'budget') names[index] = 'unknown';
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

function readHeader(row: Token): Column[] | null {
	const columns = row.cells.map((cell) => ({ name: columnOf(cell), header: cell }));
	return headerLike(row.cells, columns) ? settle(columns) : null;
}

/** What italics mean under this header: "partijen <i>intern</i>/extern" says so, both or none says nothing. */
export function italicSideOf(header: Token, index: number): 'internal' | 'external' | null {
	const slanted = (header.italics[index] ?? []).join(' ').toLowerCase();
	const inside = slanted.includes('intern');
	const outside = slanted.includes('extern');
	if (inside === outside) return null;
	return inside ? 'internal' : 'external';
}
