import type { ReadDecision } from '../reading.ts';
import type { Build } from './build.ts';
import { decisionTables } from './decision-tables.ts';
import { dateIn } from './dates.ts';
import { bodyOf, decisionIn, documentNoun } from './deciding.ts';
import { planNamedIn } from './plan-names.ts';
import type { Token } from './token.ts';
import { periodIn, shown, type Period } from './years.ts';

// What was decided on a draft or on the plan before this one says nothing about this one.
const otherDocument = new RegExp(
	String.raw`\b(?:vorige?|voorgaande?|eerdere?|voormalige?|vroegere?|oude)\s+(?:[\p{L}-]+\s+){0,3}?${documentNoun}|\bvoorganger\b|\b(?:ontwerp|concept)(?:\b|-?${documentNoun})`,
	'iu'
);
const thisDocument = new RegExp(
	String.raw`\b(?:dit|deze|onderhavige)\s+(?:[\p{L}-]+\s+){0,3}?${documentNoun}`,
	'iu'
);

// "Dat plan" was named just before: this one, or the plan that it works out.
const thatDocument = new RegExp(
	String.raw`\b(?:dat|die)\s+(?:(?!(?:de|het|een|dit|deze|ons|onze|in|op|van|door|voor)\s)[\p{L}-]+\s+){0,2}?${documentNoun}`,
	'iu'
);

// "Het" was named just before as well.
const only =
	/\bstelden?\s+(?:(?:de|het)\s+(?:raad|gemeenteraad|college)\s+)?(?:het|dit|deze)\s+(?:(?:op|in)\s|vast\b)/iu;

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

const nextBody = /(?:\s*,|\s*;|\s+en)\s+(?=(?:de|het)\s+(?:gemeenteraad|raad|college)(?!\p{L}))/iu;

/** "De raad van A stelde … vast op 3 mei, de raad van B op 8 mei": one decision for each that has a date. */
function eachBody(sentence: string, found: ReadDecision): ReadDecision[] {
	const pieces = sentence.split(nextBody);
	const dates = pieces.map(dateIn);
	if (pieces.length < 2 || dates.includes(null)) return [found];
	return pieces.map((piece, at) => ({
		...found,
		body: bodyOf(piece, 0) ?? found.body,
		date: dates[at] ?? null
	}));
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
			return found === null ? [] : eachBody(sentence, found).map((one) => ({ ...one, sentence }));
		});
	});
}

function same(one: ReadDecision, other: ReadDecision): boolean {
	return one.body === other.body && one.kind === other.kind && one.date === other.date;
}

const subject = /^(?:de|het|een)\s+([^,.]{3,80}?)\s+(?:is|zijn|werd|werden)\s/iu;
const object =
	/\b(?:heeft|hebben)\s.*?\b(?:de|het|een)\s+((?!(?:de|het|een)\s)[^,.]{3,80}?)\s+(?:op\s[^,.]{4,25}\s)?vastgesteld\b/iu;
const holdsDocument = new RegExp(`${documentNoun}|(?<!\\p{L})stuk(?!\\p{L})`, 'iu');

/** "De verordening is … vastgesteld": what was decided on is said, and it is no plan. */
function namesOtherThing(sentence: string): boolean {
	const thing = subject.exec(sentence)?.[1] ?? object.exec(sentence)?.[1];
	return thing !== undefined && !holdsDocument.test(thing) && bodyOf(thing, 0) === null;
}

/** A plan with years of its own that are not those of this document. */
function namesOtherPlan(sentence: string, period: Period | null): boolean {
	const years = periodIn(planNamedIn(sentence) ?? '');
	return years !== null && period !== null && shown(years) !== shown(period);
}

/** What was decided on this document. Where a sentence names another one, beside this one or with its years, it is asked. */
export function findDecisions(tokens: readonly Token[], period: Period | null, build: Build): ReadDecision[] {
	const found: ReadDecision[] = decisionTables(tokens).flatMap((table) => table.decisions);
	for (const { sentence, ...decision } of toldIn(tokens)) {
		const other = otherDocument.test(sentence);
		const named = namesOtherPlan(sentence, period);
		const elsewhere =
			named || thatDocument.test(sentence) || only.test(sentence) || (!other && namesOtherThing(sentence));
		if (elsewhere || (other && thisDocument.test(sentence))) askWhich(sentence, decision.line, build);
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
