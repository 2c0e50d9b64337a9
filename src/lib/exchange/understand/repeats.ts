import type { Build } from './build.ts';
import { headerColumns } from './columns.ts';
import { subtree, type OutlineNode } from './outline.ts';
import { sameKey, type Token } from './token.ts';
import { aboutDocument, fieldLine } from './words.ts';

/**
 * "Overzicht per trekker": a table whose measures nearly all stand in the parts before or after it too. It says again
 * what was said, so it adds no measure. A row that says more than was said stays in the list of what was not understood.
 */
interface Place {
	node: OutlineNode;
	/** The line right above the rows, where there is one. */
	above: string;
	/** Rows of a table, the header first; empty for what a part says in lines and bullets. */
	rows: Token[];
	/** Per measure, number or title in it: all that is said with it. */
	said: Map<string, string[]>;
	size: number;
}

// An overview of four may hold one that the parts forgot; of three, none.
const nearlyAll = 0.75;
const fewestRows = 2;
// A year stands in every row and tells nothing; a measure stands in a few.
const mostSaid = 200;
const mostPlaces = 50;
// In a part that is called nothing like an overview, two alike may be chance.
const fewestRowsUnnamed = 3;

/** A word, or a number that counts measures ("II.3"). */
function isTelling(key: string): boolean {
	return key.length >= 4 || /\d/.test(key);
}

function keysOf(cells: readonly string[]): string[] {
	return cells.map(sameKey).filter((key) => key !== '');
}

function add(place: Place, key: string, said: readonly string[]): void {
	if (!isTelling(key)) return;
	const known = place.said.get(key);
	if (known === undefined) place.said.set(key, said.slice(0, mostSaid));
	else if (known.length < mostSaid) known.push(...said);
}

function tablePlace(node: OutlineNode, above: string, rows: Token[]): Place {
	const place: Place = { node, above, rows, said: new Map(), size: rows.length - 1 };
	const title = keysOf([node.heading?.title ?? '']);
	let before: string[] = [];
	for (const row of rows.slice(1)) {
		// An empty first cell continues the row above, with all that holds for it.
		const cells = keysOf(row.cells);
		const isContinued = (row.cells[0] ?? '') === '';
		for (const key of cells) add(place, key, [...cells, ...title, ...(isContinued ? before : [])]);
		if (!isContinued) before = cells;
	}
	return place;
}

function wordsPlace(node: OutlineNode): Place {
	const words = node.tokens.filter((token) => token.kind !== 'row');
	const place: Place = { node, above: '', rows: [], said: new Map(), size: 1 };
	const values = words.map((token) => fieldLine(token.text)?.value ?? token.text);
	const action = node.heading?.kind === 'action';
	const all = keysOf(action ? values : []);
	const title = node.heading?.title ?? '';
	for (const [index, token] of words.entries()) {
		const measure = token.kind === 'bullet' || (action && fieldLine(token.text)?.field === 'measure');
		if (measure) add(place, sameKey(values[index] ?? ''), [sameKey(values[index] ?? ''), ...all]);
	}
	if (action) add(place, sameKey(title), [sameKey(title), ...all]);
	return place;
}

/** Rows without anything between them, from a header that says where the measures are. */
function tablesIn(node: OutlineNode): Place[] {
	const found: Place[] = [];
	let rows: Token[] = [];
	let above = '';
	const close = (): void => {
		if (rows.length > 1) found.push(tablePlace(node, above, rows));
		rows = [];
	};
	for (const token of node.tokens) {
		if (token.kind !== 'row') {
			close();
			above = token.text;
		} else if (rows.length > 0 && headerColumns(token) === null) rows.push(token);
		else {
			close();
			if (headerColumns(token) !== null) rows = [token];
		}
	}
	close();
	return found;
}

/** The measures of a table; a cell may name several by their numbers ("II.3, III.3"). */
function measuresOf(place: Place): string[][] {
	const columns = place.rows[0] === undefined ? null : headerColumns(place.rows[0]);
	const at = columns?.findIndex((column) => column.name === 'measure') ?? -1;
	return place.rows.slice(1).map((row) => {
		const cell = row.cells[at] ?? '';
		const pieces = cell.split(/[,;]\s*|\s+en\s+/);
		const numbers = pieces.length > 1 && pieces.every((piece) => /\d/.test(piece) && piece.length <= 8);
		return keysOf(numbers ? pieces : [cell]);
	});
}

const overview = /overzicht|bijlage|samengevat|op een rij/i;

/** How many rows it must have to be one; null for the table of a theme. */
function mayRepeat({ node, above }: Place): number | null {
	const heading = node.heading;
	const title = heading?.title ?? '';
	const named = overview.test(title) || (above.length <= 80 && overview.test(above));
	if (named || (heading?.kind !== 'levelled' && aboutDocument(title))) return fewestRows;
	return heading === null || heading.kind === 'levelled' ? null : fewestRowsUnnamed;
}

interface Repeat {
	place: Place;
	/** Rows that say nothing new. */
	old: Token[];
}

type PlacesByKey = ReadonlyMap<string, readonly Place[]>;

function placesByKey(places: readonly Place[]): PlacesByKey {
	const found = new Map<string, Place[]>();
	for (const place of places)
		for (const key of place.said.keys()) {
			const known = found.get(key);
			if (known === undefined) found.set(key, [place]);
			else if (known.length < mostPlaces) known.push(place);
		}
	return found;
}

function repeatIn(place: Place, places: PlacesByKey, gone: ReadonlySet<Place>): Repeat | null {
	const fewest = mayRepeat(place);
	if (fewest === null || place.size < fewest) return null;
	const measures = measuresOf(place);
	// Where it is gathered from holds fewer measures each: so an overview is told from what it is an overview of.
	const isSource = (one: Place): boolean =>
		one !== place && !gone.has(one) && (one.size < place.size || fewest === fewestRows);
	const used = new Set<Place>();
	const old: Token[] = [];
	const named = measures.filter((keys) => keys.length > 0).length;
	let found = 0;
	for (const [index, keys] of measures.entries()) {
		const holders = keys.map((key) => (places.get(key) ?? []).filter(isSource));
		if (keys.length === 0 || holders.some((all) => all.length === 0)) continue;
		found += 1;
		for (const [holder] of holders) if (holder !== undefined) used.add(holder);
		const row = place.rows[index + 1];
		const said = keys.flatMap((key, at) => (holders[at] ?? []).flatMap((one) => one.said.get(key) ?? []));
		const others = keysOf(row?.cells ?? []).filter((cell) => cell !== keys.join(''));
		if (row !== undefined && others.every((cell) => said.some((one) => one.includes(cell)))) old.push(row);
	}
	const gathered = used.size >= 2 || fewest === fewestRows;
	return gathered && found >= Math.ceil(named * nearlyAll) && found > 0 ? { place, old } : null;
}

/** Takes such tables out of the outline, so that no measure is counted twice. */
export function takeRepeats(root: OutlineNode, build: Build): void {
	const nodes = subtree(root);
	const tables = nodes.flatMap(tablesIn);
	if (tables.length === 0) return;
	const places = placesByKey([...tables, ...nodes.map(wordsPlace)]);
	const repeats = new Set<Place>();
	for (const table of tables) {
		const repeat = repeatIn(table, places, repeats);
		if (repeat === null) continue;
		const gone = new Set(repeat.place.rows);
		const { node } = repeat.place;
		node.tokens = node.tokens.filter((token) => !gone.has(token));
		for (const token of [...repeat.place.rows.slice(0, 1), ...repeat.old])
			build.uses.mark(token.line, 'structure');
		repeats.add(table);
	}
}
