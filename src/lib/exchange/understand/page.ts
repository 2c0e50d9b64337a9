import { headingOf } from './headings.ts';
import { planWords, programmeWords } from './plan-names.ts';
import { labelOf, sameKey, type Token, type Uses } from './token.ts';
import { blockLabel, levelNamed } from './words.ts';

/** What a page prints around its text: numbers, and a line that comes back on every page with another number. */
const alone =
	/^(?:(?:pagina|blz\.?|bladzijde|p\.)\s*\d{1,3}(?:\s*(?:van|\/)\s*\d{1,3})?|[-–|]?\s*\d{1,3}\s*(?:[-–|]|\/\s*\d{1,3})?)$/i;
const numberAtEdge =
	/^(?:(?:pagina|blz\.?)?\s*(\d{1,3})\s*[|–-]?\s+(\D.*)|(.*?\p{L}.*?)\s+[|–-]?\s*(?:pagina|blz\.?)?\s*(\d{1,3})(?:\s*(?:van|\/)\s*\d{1,3})?)$/iu;

// Fewer returns than this may be chance.
const enoughPages = 3;

interface Edge {
	token: Token;
	key: string;
	page: number;
}

function wordsOf(token: Token): string {
	return token.kind === 'row' ? token.cells.filter((cell) => cell !== '').join(' ') : token.text;
}

function edgeOf(token: Token): Edge | null {
	const text = wordsOf(token);
	const match = text.length <= 140 && token.kind !== 'bullet' ? numberAtEdge.exec(text) : null;
	if (match === null) return null;
	const words = (match[2] ?? match[3] ?? '').trim();
	// "Strategisch thema 1", "thema 2": that counts parts of the plan, not pages.
	if (words.split(/\s+/).length < 2 || levelNamed(words) !== null) return null;
	return { token, key: sameKey(words), page: Number(match[1] ?? match[4]) };
}

function climbs(pages: readonly number[]): boolean {
	return pages.every((page, index) => index === 0 || page > (pages[index - 1] ?? 0));
}

function runningLines(tokens: readonly Token[]): Token[] {
	const edges = tokens.map(edgeOf).filter((edge) => edge !== null);
	const groups = Map.groupBy(edges, (edge) => edge.key);
	const running = [...groups.values()].filter(
		(edges) => edges.length >= enoughPages && climbs(edges.map((edge) => edge.page))
	);
	return running.flat().map((edge) => edge.token);
}

/** A line without a number that comes back beside the page numbers, each time: the other half of header or footer. */
function besideNumbers(tokens: readonly Token[], gone: ReadonlySet<Token>): Token[] {
	const lines = [...tokens.entries()].flatMap(([index, token]) => {
		if (token.kind === 'row' || token.kind === 'bullet' || gone.has(token) || token.text.length > 140)
			return [];
		const near = [tokens[index - 1], tokens[index + 1]];
		return [{ token, beside: near.some((one) => one !== undefined && gone.has(one)) }];
	});
	const groups = Map.groupBy(lines, (line) => sameKey(line.token.text));
	const found = [...groups.values()].filter(
		(group) =>
			group.filter((one) => one.beside).length >= enoughPages && group.slice(1).every((one) => one.beside)
	);
	return found.flat().flatMap((one) => (one.beside ? [one.token] : []));
}

// A title page is shorter.
const longestTop = 10;
const fewestReturns = 2;

/** Where a document says what it is called: the lines above its first part. */
function topOf(tokens: readonly Token[]): number {
	const first = tokens.findIndex(
		(token) => token.kind === 'bullet' || token.kind === 'row' || labelOf(token) !== null || opensPart(token)
	);
	return Math.min(longestTop, first === -1 ? tokens.length : first);
}

function opensPart(token: Token): boolean {
	const kind = headingOf(token)?.kind;
	return kind !== undefined && kind !== 'styled';
}

function wordsIn(text: string): string[] {
	return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

function cutsList(tokens: readonly Token[], at: number): boolean {
	return tokens[at - 1]?.kind === 'bullet' && tokens[at + 1]?.kind === 'bullet';
}

/** The name of the document, printed at the edge of every page: it comes back in the middle of lists. */
function namesOfDocument(tokens: readonly Token[]): Token[] {
	const topLines = topOf(tokens);
	const top = new Set(tokens.slice(0, topLines).flatMap((token) => wordsIn(token.text)));
	const named = [...tokens.entries()].slice(topLines).filter(([, token]) => {
		const words = token.kind === 'text' && token.text.length <= 140 ? wordsIn(token.text) : [];
		return words.length >= 2 && words.every((word) => top.has(word)) && blockLabel(token.text) === null;
	});
	const groups = Map.groupBy(named, ([, token]) => sameKey(token.text));
	const found = [...groups.values()].filter((group) => {
		const cuts = group.filter(([at]) => cutsList(tokens, at)).length;
		return cuts >= fewestReturns && cuts * 2 >= group.length;
	});
	return found.flat().map(([, token]) => token);
}

/** A line of the title page that comes back word for word, again and again: the head of every page. */
function titlesOfPages(tokens: readonly Token[]): Token[] {
	const topLines = topOf(tokens);
	// A title page may list the themes as well; those come back as headings.
	const named = tokens
		.slice(0, topLines)
		.filter(({ text }) => programmeWords.test(text) || planWords.test(text));
	const top = new Set(named.map((token) => sameKey(token.text)));
	const back = tokens.slice(topLines).filter(({ kind, text }) => {
		const line = kind === 'text' && text.length <= 140 && text.includes(' ') && /\p{L}{2}/u.test(text);
		// "Gemeente Wierhaven" may as well head what is said of one of several.
		return line && top.has(sameKey(text)) && blockLabel(text) === null && !/^gemeente\s/i.test(text);
	});
	const groups = [...Map.groupBy(back, (token) => sameKey(token.text)).values()];
	return groups.filter((group) => group.length >= fewestReturns).flat();
}

export function withoutPageLines(tokens: readonly Token[], uses: Uses): Token[] {
	const numbers = tokens.filter((token) => token.kind === 'text' && alone.test(token.text));
	const gone = new Set<Token>(runningLines(tokens));
	if (numbers.length >= 2 && climbs(numbers.map((token) => Number(/\d+/.exec(token.text)?.[0]))))
		for (const token of numbers) gone.add(token);
	for (const token of [...namesOfDocument(tokens), ...titlesOfPages(tokens)]) gone.add(token);
	if (gone.size > 0) for (const token of besideNumbers(tokens, gone)) gone.add(token);
	for (const token of gone) uses.mark(token.line, 'structure');
	return tokens.filter((token) => !gone.has(token));
}
