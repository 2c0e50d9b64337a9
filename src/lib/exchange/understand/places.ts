import type { Build } from './build.ts';
import type { Token } from './token.ts';

// A name of one to four words that begin with a capital, with the small words that Dutch place names hold.
const word = String.raw`(?:['’]?\p{Lu}[\p{L}'’-]+|['’]s-\p{Lu}[\p{L}-]+)`;
const name = String.raw`${word}(?:\s+(?:(?:aan|op|in|bij|en)\s+(?:de|den|het|'t)\s+|(?:aan|op|bij)\s+|(?:de|den|het)\s+)?${word}){0,3}`;
const one = new RegExp(String.raw`(?<![\p{L}-])(?:[Gg]emeente|GEMEENTE)\s+(${name})`, 'gu');
const list = new RegExp(
	String.raw`(?<!\p{L})(?:[Gg]emeenten|GEMEENTEN)\s*:?\s+((?:${name})(?:\s*,\s*(?:${name}))*\s*(?:,?\s+(?:en|EN)\s+|\s*&\s*)(?:${name}))`,
	'gu'
);
// "Hof van Twente", "Kaag en Braassem", "Bergen (NH)": in a sentence the small word may as well part two names.
const longName = String.raw`${name}(?:\s+(?:van|en|VAN|EN)\s+(?:(?:de|den|het)\s+)?${name})?(?:\s+\(\p{L}[\p{L}.]{0,19}\)|\s+c\.a\.)?`;
const whole = new RegExp(String.raw`^(?:[Gg]emeente|GEMEENTE)\s+(${longName})$`, 'u');
const goesOn = new RegExp(String.raw`^\s+(?:van|en)\s+(?:(?:de|den|het)\s+)?${name}`, 'u');

/** "Gemeente Wierhaven": the line says whose document it is. */
export function namesPlace(text: string): boolean {
	return whole.test(text) || text.search(list) === 0;
}

/** What is said in one breath: a name does not go on in the next cell. */
function breathsOf(token: Token): string[] {
	return token.kind === 'row' ? token.cells : [token.text];
}

// These begin with a capital after "gemeente" but are no place.
const notPlaces =
	/^(?:De|Het|Een|In|Op|Wij|We|En|Of|Om|Als|Bij|Dit|Dat|Deze|Voor|Tot|Met|Integrale?|Adviseur|Veilig\p{L}*)$/u;

function clean(found: string): string | null {
	const words = found.replace(/[’']s$/, '').split(' ');
	const first = words[0] ?? '';
	// "De Bilt", "Het Hogeland": an article with a capital before a name is part of it.
	if (/^(?:De|Den|Het)$/.test(first) && words.length > 1) return words.join(' ');
	return notPlaces.test(first) ? null : words.join(' ');
}

function listed(text: string): string[] {
	const names: string[] = [];
	for (const match of text.matchAll(list))
		for (const part of (match[1] ?? '').split(/\s*,\s*(?:en\s+)?|\s+en\s+|\s+EN\s+|\s*&\s*/))
			names.push(part.trim());
	return names.filter((part) => part !== '');
}

interface Counted {
	count: number;
	/** The place with "van …" or "en …" behind it, where that follows every time. */
	long: string | null;
}

/** How often each place is named after "gemeente", the beginning of the document first. */
function counted(tokens: readonly Token[]): Map<string, Counted> {
	const counts = new Map<string, Counted>();
	for (const words of tokens.flatMap(breathsOf))
		for (const match of words.slice(0, 4000).matchAll(one)) {
			const place = clean(match[1] ?? '');
			if (place === null) continue;
			const more = goesOn.exec(words.slice(match.index + match[0].length))?.[0];
			const long = more === undefined ? null : `${match[1] ?? ''}${more}`;
			const known = counts.get(place);
			const always = known === undefined || known.long === long;
			counts.set(place, { count: (known?.count ?? 0) + 1, long: always ? long : null });
		}
	return counts;
}

/** Two spellings of one place: "Rozendaal" and "Rozendaal Noord" count as the shorter where it also stands alone. */
function mostNamed(counts: Map<string, Counted>): string | null {
	let best: string | null = null;
	for (const [place, { count }] of counts)
		if (best === null || count > (counts.get(best)?.count ?? 0)) best = place;
	return best;
}

export interface Places {
	municipality: string | null;
	municipalities: string[];
}

/**
 * Whose document this is. Several names count only where the document says so at its start ("de gemeenten A, B en C")
 * or gives each a line of its own; other places are named in passing.
 */
export function findPlaces(tokens: readonly Token[], title: Token | null, build: Build): Places {
	const top = tokens.slice(0, 12).filter((token) => token.kind !== 'row');
	const together = new Set(top.flatMap((token) => (token.text.length < 400 ? listed(token.text) : [])));
	for (const place of listedBelow(tokens.slice(0, 40))) together.add(place);
	for (const token of top) {
		const pair = new Set([...token.text.matchAll(one)].map((match) => clean(match[1] ?? '')));
		if (pair.size > 1 && token.text.length < 200)
			for (const place of pair) if (place !== null) together.add(place);
	}
	const alone = tokens.filter(
		({ kind, text }) => kind !== 'row' && /^gemeente\s/i.test(text) && text.length < 60
	);
	for (const token of alone) {
		const match = whole.exec(token.text);
		const place = clean(match?.[1] ?? '');
		if (match !== null && place !== null) together.add(place);
	}
	const counts = counted(tokens);
	const most = mostNamed(counts);
	if (together.size > 1) return askWhose([...together], top[0]?.line ?? 1, build);
	const only = [...together][0] ?? most;
	if (only === null) return byTitle(title, tokens, build);
	const found = together.size === 0 ? counts.get(only) : undefined;
	if (found?.long != null) return askHowLong(only, found, found.long, tokens, build);
	return { municipality: only, municipalities: [only] };
}

const beside = new RegExp(String.raw`^(?:\s*,\s*${name})*\s+en\s+${name}`, 'u');
const alonePlace = new RegExp(`^${name}$`, 'u');

/** "… voor de gemeenten:" with the names in a list below. */
function listedBelow(tokens: readonly Token[]): string[] {
	const at = tokens.findIndex((token) => /(?<!\p{L})gemeenten\s*:$/iu.test(token.text));
	if (at === -1) return [];
	const rest = tokens
		.slice(at + 1)
		.map((token) => token.text.replace(/[;,.]$/, '').replace(/^gemeente\s+/i, ''));
	const end = rest.findIndex((text) => !alonePlace.test(text));
	return end === -1 ? rest : rest.slice(0, end);
}

/** A title that names a place without saying "gemeente": where the text says "in" that place, it is asked. */
function byTitle(title: Token | null, tokens: readonly Token[], build: Build): Places {
	const names = title?.text.match(new RegExp(`(?<![\\p{L}-])${name}`, 'gu')) ?? [];
	const words = names.flatMap((found) => found.split(' ').map((_, at, all) => all.slice(at).join(' ')));
	const place = words.find((found) =>
		tokens.some(({ line, text }) => {
			const at = ['in', 'uit', 'binnen']
				.map((small) => text.indexOf(` ${small} ${found}`))
				.find((one) => one !== -1);
			return line !== title?.line && at !== undefined;
		})
	);
	if (title === null || place === undefined) return { municipality: null, municipalities: [] };
	const rest = title.text.slice(title.text.indexOf(place) + place.length);
	const more = beside.exec(rest)?.[0].split(/\s*,\s*|\s+en\s+/) ?? [];
	return askWhose([place, ...more.filter((found) => found !== '')], title.line, build);
}

/** "de gemeente Kaag en Braassem" each time it is named: one name most likely; named once it may be two. */
function askHowLong(
	short: string,
	{ count }: Counted,
	long: string,
	tokens: readonly Token[],
	build: Build
): Places {
	const at = tokens.find((token) => breathsOf(token).some((words) => words.includes(long)));
	const [guess = short, other = long] = count > 1 ? [long, short] : [short, long];
	build.ask({
		line: at?.line ?? 1,
		what: 'municipality',
		about: long,
		guess,
		alternatives: [other],
		target: null
	});
	return { municipality: guess, municipalities: [guess] };
}

function askWhose(municipalities: string[], line: number, build: Build): Places {
	const first = municipalities[0] ?? '';
	build.ask({
		line,
		what: 'municipality',
		about: municipalities.join(', '),
		guess: first,
		alternatives: municipalities.slice(1),
		target: null
	});
	return { municipality: first, municipalities };
}
