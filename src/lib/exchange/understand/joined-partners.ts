import type { ReadItem, ReadMeasure, ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';
import { namesIn } from './review.ts';
import { sameKey } from './token.ts';

/** "OM en jongerenwerk": two partners, or the one that is called so ("Zorg en Welzijn", "MO/RO"). */
const joint = /\s+en\s+|\s*[/&]\s*/;

/** The pieces, where the words allow parting: "zorg- en jeugdteam" is one, and brackets explain. */
function piecesOf(name: string): string[] {
	if (/[()]|-\s+en\s/.test(name)) return [];
	const pieces = name.split(joint).map((piece) => piece.trim());
	return pieces.length > 1 && pieces.every((piece) => /\p{L}/u.test(piece)) ? pieces : [];
}

type Verdict = 'two' | 'likelyTwo' | 'likelyOne' | 'one';

function judge(pieces: readonly string[], known: ReadonlySet<string>, endsList: boolean): Verdict {
	const strangers = pieces.filter((piece) => !known.has(sameKey(piece)));
	if (strangers.length === 0) return 'two';
	const some = strangers.length < pieces.length;
	// "a, b en c": the last of a list is joined to it by "en".
	if (endsList && (some || pieces.every((piece) => !piece.includes(' ')))) return 'likelyTwo';
	return some ? 'likelyOne' : 'one';
}

function ask(name: string, pieces: readonly string[], verdict: Verdict, line: number, build: Build): void {
	const parted = pieces.join('; ');
	const two = verdict === 'likelyTwo';
	build.ask({
		line,
		what: 'joinedPartners',
		about: name,
		guess: two ? parted : name,
		alternatives: [two ? name : parted],
		target: null
	});
}

function giveSides(name: string, pieces: readonly string[], build: Build): void {
	const side = build.partnerSides[name];
	if (side !== undefined) build.sides(Object.fromEntries(pieces.map((piece) => [piece, side])));
}

function partNames(
	one: ReadItem | ReadMeasure,
	known: ReadonlySet<string>,
	asked: ReadonlySet<string>,
	build: Build
): void {
	const last = one.partners.at(-1);
	const parted = one.partners.flatMap((name) => {
		const pieces = asked.has(name) ? [] : piecesOf(name);
		if (pieces.length === 0) return [name];
		const endsList = name === last && one.partners.length > 1 && /\sen\s/.test(name);
		const verdict = judge(pieces, known, endsList);
		if (verdict === 'likelyTwo' || verdict === 'likelyOne') ask(name, pieces, verdict, one.line, build);
		if (verdict === 'one' || verdict === 'likelyOne') return [name];
		giveSides(name, pieces, build);
		return pieces;
	});
	one.partners = [...new Set(parted)];
}

/** Partners that the document names by themselves as well are parted; where only one of them is, it is asked. */
export function partJoinedPartners(themes: readonly ReadTheme[], build: Build): void {
	const items = themes.flatMap((theme) => theme.items);
	const all = items.flatMap((item) => [item, ...item.measures]);
	const names = all.flatMap((one) => [...one.partners, one.lead ?? '']);
	const known = new Set(names.map(sameKey).filter((key) => key !== ''));
	// Names that another question is about stay as that question has them.
	const asked = new Set(
		build.questions.flatMap(({ what, guess }) => (what === 'fullStopForComma' ? namesIn(guess) : []))
	);
	for (const one of all) partNames(one, known, asked, build);
}
