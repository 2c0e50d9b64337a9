import { headerColumns } from './columns.ts';
import { headingOf, numberedParts } from './headings.ts';
import { labelOf, sameKey, type Token } from './token.ts';
import { blockLabel, fieldLine, unknownField, type BlockKind, type BlockLabel } from './words.ts';

/**
 * Labels that no list of words knows: a short line that comes back under theme after theme is one. What it opens
 * follows from its place: a list before the measures holds goals, a list after the goals holds measures, and what
 * has neither place is a section in its own words.
 */
interface Line {
	token: Token;
	at: number;
	listBelow: boolean;
}

const longestLabelChars = 80;

function wordsOf(token: Token): string {
	const parts = numberedParts(token.text);
	return parts !== null && parts.code.includes('.') ? parts.title : token.text;
}

/** Known by its words, with or without a number before them. */
function known(token: Token): BlockLabel | null {
	return labelOf(token) ?? blockLabel(wordsOf(token));
}

function mayBeLabel(token: Token, next: Token | undefined): boolean {
	if (token.kind !== 'text' && token.kind !== 'heading') return false;
	if (next === undefined || next.kind === 'row' || token.text.length > longestLabelChars) return false;
	// "Rol gemeente: opdrachtgever" may come twice: that is a field, and opens nothing.
	if (known(token) !== null || unknownField(token.text) !== null || /[.;,!]$/.test(token.text)) return false;
	const heading = headingOf(token);
	if (heading !== null && heading.kind !== 'styled' && !(heading.kind === 'numbered' && heading.depth > 1))
		return false;
	const field = fieldLine(token.text);
	return (field === null || field.value === '') && /^[\p{Lu}\d]/u.test(token.text);
}

function isListed(token: Token | undefined): boolean {
	if (token?.kind === 'bullet') return true;
	return token?.kind === 'text' && /^(?:1|a)$/i.test(numberedParts(token.text)?.code ?? '');
}

/** How many lines before each place open something. */
function opensBefore(length: number, opensAt: readonly number[]): number[] {
	const opens = new Set(opensAt);
	const before = [0];
	for (let at = 0; at < length; at++) before.push((before[at] ?? 0) + (opens.has(at) ? 1 : 0));
	return before;
}

/** Between two of a kind stands other structure: a line that merely comes twice is no label. */
function isApart(lines: readonly Line[], before: readonly number[]): boolean {
	return lines.every((line, index) => {
		const last = lines[index - 1];
		return last === undefined || (before[line.at] ?? 0) > (before[last.at + 1] ?? 0);
	});
}

function groupsOf(tokens: readonly Token[]): Line[][] {
	const lines = [...tokens.entries()].flatMap(([at, token]) => {
		const next = tokens[at + 1];
		return mayBeLabel(token, next) ? [{ token, at, listBelow: isListed(next) }] : [];
	});
	const groups = Map.groupBy(lines, (line) => sameKey(wordsOf(line.token)));
	return [...groups.values()].filter((lines) => lines.length > 1);
}

function mostlyLists(lines: readonly Line[]): boolean {
	return lines.filter((line) => line.listBelow).length * 2 > lines.length;
}

function placesOf(tokens: readonly Token[], kinds: readonly BlockKind[]): number[] {
	return [...tokens.entries()].flatMap(([at, token]) => {
		const kind = token.kind === 'row' || token.kind === 'bullet' ? undefined : known(token)?.kind;
		const table = kinds.includes('measures') && token.kind === 'row' && headerColumns(token) !== null;
		return table || (kind !== undefined && kinds.includes(kind)) ? [at] : [];
	});
}

function precedes(first: readonly number[], second: readonly number[]): boolean {
	return first.length > 0 && second.some((at) => at > (first[0] ?? 0));
}

// More places say no more about a habit.
const enoughPlaces = 100;

/** The list that most often stands right above the work: figures and analyses come before it. */
function nearestBefore<T extends { at: number[] }>(
	lists: readonly T[],
	work: readonly number[]
): T | undefined {
	const before = lists.filter(({ at }) => precedes(at, work));
	const nearest = work.slice(0, enoughPlaces).map((place) => {
		const last = before.map(({ at }) => at.findLast((one) => one < place) ?? -1);
		return before[last.indexOf(Math.max(...last))];
	});
	const times = (list: T): number => nearest.filter((one) => one === list).length;
	return before.sort((a, b) => times(b) - times(a))[0];
}

/** Whether most of these stand below goals that no known work follows: a chapter may use its word for something else. */
function isWorkOf(at: readonly number[], goals: readonly number[], work: readonly number[]): boolean {
	const places = at.slice(0, enoughPlaces);
	const bare = places.filter((place) => {
		const from = goals.findLast((goal) => goal < place) ?? Infinity;
		const before = goals.find((goal) => goal > place) ?? Infinity;
		return from < place && !work.some((known) => known > from && known < before);
	});
	return bare.length > 1 && bare.length * 2 > places.length;
}

/** Goals and measures are learned only where the document's own words name none. */
function kindsOf(groups: readonly Line[][], goals: readonly number[], work: readonly number[]): BlockKind[] {
	const kinds = groups.map((): BlockKind => 'section');
	const lists = [...groups.entries()].filter(([, lines]) => mostlyLists(lines));
	const placed = lists.map(([index, lines]) => ({ index, at: lines.map((line) => line.at) }));
	const set = (found: { index: number } | undefined, kind: BlockKind): void => {
		if (found !== undefined) kinds[found.index] = kind;
	};
	if (goals.length > 0 && work.length === 0)
		set(
			placed.find(({ at }) => precedes(goals, at)),
			'measures'
		);
	else if (goals.length > 0)
		set(
			placed.find(({ at }) => isWorkOf(at, goals, work)),
			'measures'
		);
	else if (goals.length === 0 && work.length > 0) set(nearestBefore(placed, work), 'goals');
	// Two lists under each theme and no word for either: what is aimed at comes before what is done.
	else if (goals.length === 0 && placed.length > 1) {
		set(placed[0], 'goals');
		set(placed[1], 'measures');
	}
	return kinds;
}

/** Gives every such line its label. */
export function learnLabels(tokens: readonly Token[]): Token[] {
	const any: BlockKind[] = ['goals', 'goalList', 'measures', 'topics', 'preconditions', 'section'];
	const groups = groupsOf(tokens);
	const opensAt = [...placesOf(tokens, any), ...groups.flat().map((line) => line.at)];
	const before = opensBefore(tokens.length, opensAt);
	const apart = groups.filter((group) => isApart(group, before));
	const kinds = kindsOf(apart, placesOf(tokens, ['goals', 'goalList']), placesOf(tokens, ['measures']));
	const learned = new Map<Token, BlockKind>();
	for (const [index, lines] of apart.entries())
		for (const line of lines) learned.set(line.token, kinds[index] ?? 'section');
	return tokens.map((token) => {
		const kind = learned.get(token);
		if (kind === undefined) return token;
		return {
			...token,
			label: { kind, heading: wordsOf(token).replace(/[:?]+\s*$/, ''), learned: kind !== 'section' }
		};
	});
}
