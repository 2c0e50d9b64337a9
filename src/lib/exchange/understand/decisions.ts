import type { ReadDecision } from '../reading.ts';
import type { Build } from './build.ts';
import { dateIn } from './dates.ts';
import { planNamedIn } from './plan-names.ts';
import type { Token } from './token.ts';
import { periodIn, shown, type Period } from './years.ts';

const bodies: [string, string][] = [
	['council', String.raw`(?:gemeente)?ra(?:ad(?:s(?:vergadering|besluit))?|den)`],
	['executive', String.raw`colleges?|burgemeester en wethouders|B\s*&\s*W`],
	['mayor', 'burgemeester'],
	['managementTeam', 'MT|managementteam'],
	['triangle', 'driehoek']
];
const documentNoun = String.raw`[\p{L}-]*(?:plan|programma|beleid|nota|agenda|visie|I(?:VP|VB|VHP))(?![\p{L}])`;
// "dit plan", "het Integraal Veiligheidsplan"; in "de kaders voor het plan" the plan is not what is decided on.
const ownObject = String.raw`(?:dit|deze|het|de|ons|onze)\s+(?:(?!(?:voor|van|bij|uit|in)\s)[\p{L}-]+\s+){0,4}?${documentNoun}`;
const moment = String.raw`(?:(?:op|in)\s+(?:\d{1,2}\s+)?(?:\p{L}+\.?\s+)?[\d./-]*\d{4}\s+)?`;
const someBody = String.raw`(?:(?:de|het)\s+(?:${bodies.map(([, words]) => words).join('|')})\s+)?`;
const kinds: [string, RegExp][] = [
	['adopt', /\bvastgesteld\b/i],
	['adopt', new RegExp(String.raw`\bstelden?\s+${someBody}${moment}${ownObject}.*\bvast\b`, 'iu')],
	[
		'adopt',
		new RegExp(String.raw`\bbesloten\b[\s,]+(?:om\s+)?${moment}${ownObject}.*\bvast te stellen\b`, 'iu')
	],
	[
		'adopt',
		new RegExp(String.raw`\b(?:besloot|besloten)\b.{0,40}\btot (?:de )?vaststelling van ${ownObject}`, 'iu')
	],
	['agree', /\bingestemd\b|\bakkoord\b/i],
	['takeNote', /\bkennis\s*(?:van\s+)?genomen\b|\bter kennisname\b/i],
	['consult', /\bgeconsulteerd\b/i]
];

// "wordt vastgesteld", "zal vaststellen": not yet a decision.
const notYet = /\b(?:word(?:t|en)|zal|zullen|kan|moet|dient|ter vaststelling)\b/i;
// What was decided on a draft or on the plan before this one says nothing about this one.
const otherDocument = new RegExp(
	String.raw`\b(?:vorige?|voorgaande?|eerdere?|voormalige?|vroegere?|oude)\s+(?:[\p{L}-]+\s+){0,3}?${documentNoun}|\bvoorganger\b|\b(?:ontwerp|concept)(?:\b|-?${documentNoun})`,
	'iu'
);
const thisDocument = new RegExp(
	String.raw`\b(?:dit|deze|onderhavige)\s+(?:[\p{L}-]+\s+){0,3}?${documentNoun}`,
	'iu'
);
// Named in the sentence, but not as the one that decides.
const notDeciding =
	/\b(?:aan|naar|namens|gehoord|voorstel van|advies van|overleg met|informeert)\s+(?:(?:de|het)\s+)?$/i;

/** Who decides: the last one named before the verb, else the first after it. */
function bodyOf(sentence: string, verbAt: number): string | null {
	const named = bodies.flatMap(([body, words], rank) =>
		[...sentence.matchAll(new RegExp(String.raw`(?<![\p{L}-])(?:${words})(?![\p{L}])`, 'giu'))]
			.filter((match) => body !== 'managementTeam' || /[MT]{2}|^m/.test(match[0]))
			.map(({ index }) => ({ body, index, rank }))
	);
	// "burgemeester en wethouders" holds a burgemeester; it is named first.
	const deciding = named
		.filter(({ index }) => !notDeciding.test(sentence.slice(0, index)))
		.filter((one, _, all) => !all.some(({ index, rank }) => index === one.index && rank < one.rank));
	const before = deciding.filter(({ index }) => index < verbAt).sort((a, b) => b.index - a.index)[0];
	return (before ?? deciding.sort((a, b) => a.index - b.index)[0])?.body ?? null;
}

/** The decision a sentence tells of, of whatever document. */
export function decisionIn(sentence: string, line: number): ReadDecision | null {
	const found = kinds
		.map(([kind, words]) => ({ kind, at: sentence.search(words) }))
		.find(({ at }) => at !== -1);
	const body = found === undefined ? null : bodyOf(sentence, found.at);
	if (found === undefined || body === null || notYet.test(sentence)) return null;
	const date = dateIn(sentence);
	// Without a date it must be said of the document itself, and it must have happened: "ter kennisname" alone did not.
	if (date === null && (sentence.length > 160 || /\bter kennisname\b/i.test(sentence))) return null;
	return { body, kind: found.kind, date, line };
}

// "Besluit van de raad …" heads the document.
const heading = /^(?:raads)?besluit\s+van\s+(?:de|het)\b/i;
const signature = /^aldus\s+(?:besloten|vastgesteld)\b/i;

function headedBy(tokens: readonly Token[]): string | null {
	const head = tokens.slice(0, 12).find((token) => token.kind !== 'row' && heading.test(token.text));
	return head === undefined ? null : bodyOf(head.text, 0);
}

/** "Aldus besloten in de openbare vergadering van …", with the body that signs on the lines below. */
function signed(tokens: readonly Token[], at: number): ReadDecision | null {
	const { text, line } = tokens[at] ?? { text: '', line: 0 };
	if (!signature.test(text)) return null;
	const below = tokens
		.slice(at + 1, at + 4)
		.filter((token) => token.kind === 'text' && token.text.length < 60);
	const whole = [text, ...below.map((token) => token.text)].join(' ');
	// An "openbare vergadering" is of whoever the heading says.
	const body = bodyOf(text, text.length) ?? bodyOf(whole, text.length) ?? headedBy(tokens);
	return body === null ? null : { body, kind: 'adopt', date: dateIn(whole), line };
}

function sentencesOf(text: string): string[] {
	return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
}

interface Told extends ReadDecision {
	sentence: string;
}

function toldIn(tokens: readonly Token[]): Told[] {
	return tokens.flatMap((token, index) => {
		if (token.kind === 'row') return [];
		const own = signed(tokens, index);
		if (own !== null) return [{ ...own, sentence: token.text }];
		if (index < 12 && heading.test(token.text)) {
			const body = bodyOf(token.text, 0);
			const date = dateIn(token.text);
			return body === null ? [] : [{ body, kind: 'adopt', date, line: token.line, sentence: token.text }];
		}
		return sentencesOf(token.text).flatMap((sentence) => {
			const found = decisionIn(sentence, token.line);
			return found === null ? [] : [{ ...found, sentence }];
		});
	});
}

function same(one: ReadDecision, other: ReadDecision): boolean {
	return one.body === other.body && one.kind === other.kind && one.date === other.date;
}

/** A plan with years of its own that are not those of this document. */
function namesOtherPlan(sentence: string, period: Period | null): boolean {
	const years = periodIn(planNamedIn(sentence) ?? '');
	return years !== null && period !== null && shown(years) !== shown(period);
}

/** What was decided on this document. Where a sentence names another one, beside this one or with its years, it is asked. */
export function findDecisions(tokens: readonly Token[], period: Period | null, build: Build): ReadDecision[] {
	const found: ReadDecision[] = [];
	for (const { sentence, ...decision } of toldIn(tokens)) {
		const other = otherDocument.test(sentence);
		const named = namesOtherPlan(sentence, period);
		if (named || (other && thisDocument.test(sentence))) askWhich(sentence, decision.line, build);
		else if (!other && !found.some((one) => same(one, decision))) found.push(decision);
	}
	// The heading says who decided, the signature when: that is one decision.
	return found.filter(
		(one) => one.date !== null || !found.some((two) => two.date !== null && same({ ...two, date: null }, one))
	);
}

function askWhich(sentence: string, line: number, build: Build): void {
	build.ask({
		line,
		what: 'decision',
		about: sentence,
		guess: 'anderStuk',
		alternatives: ['ditStuk'],
		target: null
	});
}
