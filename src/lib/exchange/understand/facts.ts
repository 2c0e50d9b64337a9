import type { Reading } from '../reading.ts';
import type { Build } from './build.ts';
import { findDecisions } from './decisions.ts';
import { headingOf } from './headings.ts';
import { findPlaces } from './places.ts';
import { planNamedIn, planWords, programmeWords } from './plan-names.ts';
import { labelOf, sameKey, type Token } from './token.ts';
import { periodIn, periodsIn, rangeIn, shown, within, type Period } from './years.ts';

/** What the document says about itself, before any theme. */
export interface Facts extends Pick<
	Reading,
	'kind' | 'title' | 'municipality' | 'municipalities' | 'period' | 'parentPlan' | 'decisions'
> {
	titleLine: number;
	parentPeriod: Period | null;
}

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

/** The plan that a programme works out: named with its years, and not the programme itself. */
function parentOf(tokens: readonly Token[], title: string): string | null {
	const counts = new Map<string, { name: string; count: number }>();
	for (const token of tokens) {
		const name = planNamedIn(token.text);
		if (name === null || programmeWords.test(name) || sameKey(title).includes(sameKey(name))) continue;
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

/** "Uitvoeringsprogramma 2025 Integraal Veiligheidsplan 2023-2026": a title with years before the name of its plan. */
function parentInTitle(title: string): { name: string; rest: string } | null {
	const name = planNamedIn(title);
	const rest = name === null ? title : title.replace(/\s+/g, ' ').replace(name, ' ');
	const ownYears = name !== null && programmeWords.test(rest) && periodIn(rest) !== null;
	return ownYears ? { name, rest } : null;
}

function askPeriod(
	about: string,
	line: number,
	guess: Period,
	others: readonly Period[],
	build: Build
): Period {
	build.ask({
		line,
		what: 'period',
		about: about.slice(0, 200),
		guess: shown(guess),
		alternatives: others.map(shown),
		target: null
	});
	return guess;
}

/** A title with several years: a programme covers part of its plan's years, a plan covers what it says first. */
function periodInTitle(title: string, line: number, kind: Reading['kind'], build: Build): Period | null {
	const found = periodsIn(title);
	const [first] = found;
	if (first === undefined || found.length === 1) return first ?? null;
	const part = found.find((one) => found.some((other) => other !== one && within(one, other)));
	const guess = kind === 'programme' ? (part ?? first) : first;
	return askPeriod(
		title,
		line,
		guess,
		found.filter((one) => one !== guess),
		build
	);
}

function periodInText(tokens: readonly Token[], build: Build): Period | null {
	const top = tokens.slice(0, 40).find((token) => token.kind !== 'row' && rangeIn(token.text) !== null);
	const found = top === undefined ? null : rangeIn(top.text);
	return top === undefined || found === null ? null : askPeriod(top.text, top.line, found, [], build);
}

export function findFacts(tokens: readonly Token[], build: Build): Facts {
	const token = titleToken(tokens);
	const title = token?.text ?? '';
	if (token !== null) build.uses.mark(token.line, 'content');
	const kind = kindOf(title, tokens);
	const titled = kind === 'programme' ? parentInTitle(title) : null;
	const parentPlan = kind === 'programme' ? (titled?.name ?? parentOf(tokens, title)) : null;
	const period =
		periodInTitle(titled?.rest ?? title, token?.line ?? 1, kind, build) ?? periodInText(tokens, build);
	return {
		kind,
		title,
		...findPlaces(tokens, token, build),
		period,
		parentPlan,
		decisions: findDecisions(tokens, period, build),
		titleLine: token?.line ?? 0,
		parentPeriod: parentPlan === null ? null : periodIn(parentPlan)
	};
}
