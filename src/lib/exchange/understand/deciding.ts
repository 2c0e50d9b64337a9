import type { ReadDecision } from '../reading.ts';
import { dateIn } from './dates.ts';

/** What one sentence tells of a decision: who decided, what, and when. */
const bodies: [string, string][] = [
	['council', String.raw`(?:gemeente)?ra(?:ad(?:s(?:vergadering|besluit))?|den)`],
	['executive', String.raw`colleges?|burgemeester en wethouders|B\s*(?:&|en)\s*W`],
	['mayor', 'burgemeester'],
	['managementTeam', 'MT|managementteam'],
	['triangle', 'driehoek']
];
/** A word for a document of policy, alone or at the end of a longer one. */
export const documentNoun = String.raw`[\p{L}-]*(?:plan|programma|beleid|nota|agenda|visie|I(?:VP|VB|VHP))(?![\p{L}])`;
// "dit plan", "het Integraal Veiligheidsplan"; in "de kaders voor het plan" the plan is not what is decided on.
const ownObject = String.raw`(?:dit|deze|het|de|ons|onze)\s+(?:(?!(?:voor|van|bij|uit|in)\s)[\p{L}-]+\s+){0,4}?${documentNoun}`;
const moment = String.raw`(?:(?:op|in)\s+(?:\d{1,2}\s+)?(?:\p{L}+\.?\s+)?[\d./-]*\d{4}\s+)?`;
const someBody = String.raw`(?:(?:de|het)\s+(?:${bodies.map(([, words]) => words).join('|')})\s+)?`;
const kinds: [string, RegExp][] = [
	['adopt', /\bvastgesteld\b/i],
	['adopt', new RegExp(String.raw`\bstelden?\s+${someBody}${moment}${ownObject}.*\bvast\b`, 'iu')],
	['adopt', new RegExp(String.raw`\bstelden?\s+${someBody}(?:het|dit|deze)\s+${moment}vast\b`, 'iu')],
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
// Named in the sentence, but not as the one that decides.
const notDeciding =
	/\b(?:aan|naar|namens|gehoord|voorstel van|advies van|overleg met|informeert)\s+(?:(?:de|het)\s+)?$/i;

/** Who decides: the last one named before the verb, else the first after it. */
export function bodyOf(sentence: string, verbAt: number): string | null {
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

// Nobody tells of a decision at greater length; a hostile line is longer.
const longestSentenceChars = 1000;

/** The decision a sentence tells of, of whatever document. */
export function decisionIn(sentence: string, line: number): ReadDecision | null {
	if (sentence.length > longestSentenceChars) return null;
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
