import {
	bareLevelled,
	gatheringHeading,
	headingOf,
	numberedParts,
	weakHeading,
	type Heading
} from './headings.ts';
import { settleHeadings } from './settle-headings.ts';
import { labelOf, sameKey, type Token } from './token.ts';
import { aboutDocument, blockLabel, fieldLine, unknownField } from './words.ts';

/** Which lines are headings: by themselves, or by the lines around them. */
/** "3.1.2 Ambitie" is the block of theme 3.1, not a part of its own. */
export function isNumberedLabel(heading: Heading, token: Token): boolean {
	if (heading.kind !== 'numbered' || heading.depth < 2) return false;
	const label = token.label ?? blockLabel(heading.title);
	return label !== null && label.kind !== 'topics' && (label.kind !== 'section' || heading.depth >= 3);
}

/** Fields right below; a goal and a bare "Inzet:" stand under themes as well and say nothing about an action. */
function fieldsAfter(tokens: readonly Token[], at: number): number {
	let count = 0;
	let ofAction = false;
	for (const token of tokens.slice(at + 1, at + 8)) {
		if (token.kind === 'row' || (headingOf(token) !== null && fieldLine(token.text) === null)) break;
		const field = fieldLine(token.text);
		if (field === null && labelOf(token) !== null) break;
		if (field === null || (field.value === '' && labelOf(token) !== null)) continue;
		count += 1;
		ofAction ||= field.field !== 'goal' && field.field !== 'measure' && field.field !== 'note';
	}
	return ofAction ? count : 0;
}

function isOfList(token: Token | undefined): boolean {
	return token?.kind === 'bullet' || (token?.kind === 'text' && /^\p{Ll}/u.test(token.text));
}

/** Whether the bullets that end here are a list that a label, a field or a colon opened. */
function isInOpenedList(tokens: readonly Token[], at: number, inAction: boolean): boolean {
	let first = at;
	while (isOfList(tokens[first - 1])) first--;
	const opener = tokens[first - 1];
	if (opener === undefined || opener.kind === 'row') return false;
	const field = fieldLine(opener.text)?.field;
	const opens =
		labelOf(opener) !== null || opener.text.endsWith(':') || field === 'measure' || field === 'goal';
	// One bullet under "Acties" may carry its own lead and planning; in an action, or with others, it does not.
	return opens && (inAction || first < at);
}

/** A short line right above a run of "Trekker:", "Planning:" is the name of an action. */
function actionTitle(tokens: readonly Token[], at: number, inAction: boolean): Heading | null {
	const token = tokens[at];
	const next = tokens[at + 1];
	if (
		token === undefined ||
		next === undefined ||
		(fieldLine(next.text) ?? (next.kind === 'text' ? unknownField(next.text) : null)) === null ||
		fieldsAfter(tokens, at) < 2
	)
		return null;
	if (fieldLine(token.text) !== null || token.kind === 'row') return null;
	const beside = token.kind === 'bullet' && next.kind === 'bullet' && next.level <= token.level;
	if (beside || (token.kind === 'bullet' && isInOpenedList(tokens, at, inAction))) return null;
	const said = headingOf(token);
	if (said?.kind === 'action') return said;
	// "Omschrijving: …" is a line inside an action, whatever its label.
	if (/^[^:]{2,40}:\s+\S/.test(token.text) && said === null) return null;
	const parts = numberedParts(token.text);
	if (token.kind !== 'bullet' && parts === null && !weakHeading(token)) return null;
	return {
		depth: 0,
		code: parts?.code ?? null,
		title: parts?.title ?? token.text,
		level: null,
		kind: 'action'
	};
}

/** "Onze prioriteiten" above a list is a label; above prose or a title it is the chapter of the priorities. */
function bareGathering(tokens: readonly Token[], at: number): Heading | null {
	const token = tokens[at];
	const next = tokens[at + 1];
	if (token?.kind !== 'text' && token?.kind !== 'heading') return null;
	const opens = next?.kind === 'text' && labelOf(next) === null && fieldLine(next.text) === null;
	return opens && labelOf(token)?.kind === 'topics' ? gatheringHeading(token.text) : null;
}

/** "Thema Wonen", "Thema Jeugd": a level word without a number, where it comes back before other words. */
function bareLevels(tokens: readonly Token[]): Map<Token, Heading> {
	const found = new Map<Token, Heading>();
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		const heading = weakHeading(token) && headingOf(token) === null ? bareLevelled(token.text) : null;
		if (heading !== null && next !== undefined && bareLevelled(next.text) === null) found.set(token, heading);
	}
	const titles = new Set([...found.values()].map((heading) => sameKey(heading.title)));
	return titles.size > 1 ? found : new Map<Token, Heading>();
}

export function codeAbove(code: string | null): string {
	return code === null ? '' : code.split('.').slice(0, -1).join('.');
}

/** "1.2 Doelstelling" under "1. Inleiding" tells what the document is for: a heading like the ones beside it. */
function isAboutDocument(heading: Heading, coded: ReadonlyMap<string, Heading>): boolean {
	const above = coded.get(codeAbove(heading.code));
	return above !== undefined && above.kind !== 'levelled' && aboutDocument(above.title);
}

/** Every heading with its place in `tokens`. */
export function findHeadings(tokens: readonly Token[]): Map<number, Heading> {
	const found = new Map<number, Heading>();
	const levels = bareLevels(tokens);
	const coded = new Map<string, Heading>();
	let inAction = false;
	for (const [index, token] of tokens.entries()) {
		const heading = headingOf(token) ?? levels.get(token) ?? bareGathering(tokens, index);
		const act = heading?.kind === 'levelled' ? null : actionTitle(tokens, index, inAction);
		if (act !== null) found.set(index, act);
		else if (heading !== null && fieldLine(token.text) === null) {
			const label = isNumberedLabel(heading, token) && !isAboutDocument(heading, coded);
			if (!label) found.set(index, heading);
			if (!label && heading.code !== null) coded.set(heading.code, heading);
		}
		inAction = (found.get(index)?.kind ?? (inAction ? 'action' : null)) === 'action';
	}
	settleHeadings(tokens, found);
	return found;
}
