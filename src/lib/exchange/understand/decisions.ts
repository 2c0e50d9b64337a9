import type { ReadDecision } from '../reading.ts';
import type { Token } from './token.ts';

const months = [
	'januari',
	'februari',
	'maart',
	'april',
	'mei',
	'juni',
	'juli',
	'augustus',
	'september',
	'oktober',
	'november',
	'december'
];

/** ISO date, or year and month where the day is not said. */
export function dateIn(text: string): string | null {
	const long = new RegExp(String.raw`(?:(\d{1,2})\s+)?(${months.join('|')})\s+((?:19|20)\d\d)`, 'i').exec(
		text
	);
	if (long) {
		const month = String(months.indexOf((long[2] ?? '').toLowerCase()) + 1).padStart(2, '0');
		const day = long[1] === undefined ? '' : `-${long[1].padStart(2, '0')}`;
		return `${long[3] ?? ''}-${month}${day}`;
	}
	const short = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)/.exec(text);
	if (!short || Number(short[2]) > 12) return null;
	return `${short[3] ?? ''}-${(short[2] ?? '').padStart(2, '0')}-${(short[1] ?? '').padStart(2, '0')}`;
}

const bodies: [string, RegExp][] = [
	['council', /\b(?:gemeente)?ra(?:ad(?:s(?:vergadering|besluit))?|den)\b/i],
	['executive', /\bcolleges?\b|\bburgemeester en wethouders\b|\bB\s*&\s*W\b/i],
	['mayor', /\bburgemeester\b/i],
	['managementTeam', /\bMT\b|\bmanagementteam\b/],
	['triangle', /\bdriehoek\b/i]
];
const kinds: [string, RegExp][] = [
	['adopt', /\bvastgesteld\b/i],
	['agree', /\bingestemd\b|\bakkoord\b/i],
	['takeNote', /\bkennis\s*genomen\b|\bter kennisname\b/i],
	['consult', /\bgeconsulteerd\b/i]
];

// "wordt vastgesteld", "zal vaststellen": not yet a decision.
const notYet = /\b(?:word(?:t|en)|zal|zullen|kan|moet|dient|ter vaststelling)\b/i;

function decisionIn(sentence: string, line: number, first: boolean): ReadDecision | null {
	const body = bodies.find(([, words]) => words.test(sentence))?.[0];
	if (body === undefined) return null;
	if (first && /^(?:raads)?besluit\s+van\s+(?:de|het)\b/i.test(sentence))
		return { body, kind: 'adopt', date: dateIn(sentence), line };
	const kind = kinds.find(([, words]) => words.test(sentence))?.[0];
	const date = dateIn(sentence);
	// Without a date it must be said of the document itself, and it must have happened.
	if (kind === undefined || notYet.test(sentence) || (date === null && sentence.length > 160)) return null;
	return { body, kind, date, line };
}

export function findDecisions(tokens: readonly Token[]): ReadDecision[] {
	const found: ReadDecision[] = [];
	for (const [index, token] of tokens.entries()) {
		if (token.kind === 'row') continue;
		for (const sentence of token.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
			const decision = decisionIn(sentence, token.line, index < 12);
			const known = found.some(
				(one) => one.body === decision?.body && one.kind === decision.kind && one.date === decision.date
			);
			if (decision !== null && !known) found.push(decision);
		}
	}
	return found;
}
