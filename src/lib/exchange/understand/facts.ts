import type { Reading } from '../reading.ts';
import type { Build } from './build.ts';
import { findDecisions } from './decisions.ts';
import { headingOf } from './headings.ts';
import { findPlaces } from './places.ts';
import { labelOf, sameKey, type Token } from './token.ts';
import { periodIn, rangeIn, type Period } from './years.ts';

/** What the document says about itself, before any theme. */
export interface Facts extends Pick<
	Reading,
	'kind' | 'title' | 'municipality' | 'municipalities' | 'period' | 'parentPlan' | 'decisions'
> {
	titleLine: number;
	parentPeriod: Period | null;
}

const programmeWords =
	/uitvoerings\S*|programma(?![\p{L}])|jaar(?:plan|programma|werkplan)|actie(?:plan|programma|agenda)|werkprogramma|voortgangs\S*|status(?:rapport|overzicht)/iu;
const planWords =
	/veiligheids?\S*plan|veiligheidsbeleid|integra\S+\s+veiligheid\S*|kadernota|beleids(?:plan|nota|kader)|veiligheidsnota|veiligheid\b.{0,40}\b20\d\d|\bI(?:VP|VB|VHP)\b/i;
// What a web page or a file viewer puts around a published document.
const chrome =
	/^(?:https?:|www\.|permanente link|naar de |geldend van|intitulé|print|download|toon|zoek|externe bijlagen?|ziet u een fout)/i;

function saysKind(text: string): boolean {
	return programmeWords.test(text) || planWords.test(text);
}

function opensPart(token: Token): boolean {
	const kind = headingOf(token)?.kind;
	return kind === 'levelled' || kind === 'action' || kind === 'numbered' || labelOf(token) !== null;
}

function titleToken(tokens: readonly Token[]): Token | null {
	const top = tokens
		.slice(0, 25)
		.filter((token) => token.kind !== 'row' && token.text.length < 220 && !chrome.test(token.text));
	// A pasted piece of a plan begins with a theme or with its work: that names no document, nor does what follows.
	const part = top.findIndex(opensPart);
	const before = part === -1 ? top : top.slice(0, part);
	const said = top.find((token) => !opensPart(token) && !/[.!?]$/.test(token.text) && saysKind(token.text));
	return said ?? before.find((token) => token.kind !== 'bullet') ?? null;
}

// Each word can be taken in one way only, so that a hostile line cannot make this slow.
const planName =
	/((?:Integra(?:al|le)|Lokaal|Lokale|Regionaal|Gezamenlijk|Kadernota|Meerjaren|Beleidsplan|Veiligheids|IVP|IVB|IVHP)[\p{L}-]*(?:\s+(?:en|van|de|gemeente|\p{Lu}[\p{L}-]*[’'”",]?|[‘'“"][^‘’'“”"]{3,60}[’'”"]))*\s+(?:19|20)\d\d\s*(?:[-–—]|t\/m|tot en met)\s*(?:19|20)\d\d)/u;

/** The plan that a programme works out: named with its years, and not the programme itself. */
function parentOf(tokens: readonly Token[], title: string): string | null {
	const counts = new Map<string, { name: string; count: number }>();
	for (const token of tokens) {
		const name = planName.exec(token.text)?.[1]?.replace(/\s+/g, ' ');
		if (name === undefined || programmeWords.test(name) || sameKey(title).includes(sameKey(name))) continue;
		const known = counts.get(sameKey(name));
		counts.set(sameKey(name), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
	}
	const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
	return best?.name ?? null;
}

function kindOf(title: string, tokens: readonly Token[]): Reading['kind'] {
	if (programmeWords.test(title)) return 'programme';
	if (planWords.test(title)) return 'plan';
	return tokens.some((token) => token.kind === 'row') ? 'programme' : 'plan';
}

function periodOf(title: string, tokens: readonly Token[], build: Build): Reading['period'] {
	const own = periodIn(title);
	if (own !== null) return own;
	const top = tokens.slice(0, 40).find((token) => token.kind !== 'row' && rangeIn(token.text) !== null);
	const found = top === undefined ? null : rangeIn(top.text);
	if (top !== undefined && found !== null)
		build.ask({
			line: top.line,
			what: 'period',
			about: top.text.slice(0, 200),
			guess: `${found.from}-${found.to}`,
			alternatives: [],
			target: null
		});
	return found;
}

export function findFacts(tokens: readonly Token[], build: Build): Facts {
	const token = titleToken(tokens);
	const title = token?.text ?? '';
	if (token !== null) build.uses.mark(token.line, 'content');
	const kind = kindOf(title, tokens);
	const parentPlan = kind === 'programme' ? parentOf(tokens, title) : null;
	return {
		kind,
		title,
		...findPlaces(tokens, token, build),
		period: periodOf(title, tokens, build),
		parentPlan,
		decisions: findDecisions(tokens),
		titleLine: token?.line ?? 0,
		parentPeriod: parentPlan === null ? null : periodIn(parentPlan)
	};
}
