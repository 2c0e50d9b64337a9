import { headerColumns } from './columns.ts';
import { numberedParts, weakHeading } from './headings.ts';
import { isUnder } from './lists.ts';
import { settleTables } from './part-tables.ts';
import { labelOf, type Token } from './token.ts';
import {
	blockLabel,
	fieldLine,
	unknownField,
	type BlockKind,
	type BlockLabel,
	type FieldLine,
	type FieldName
} from './words.ts';

/** A stretch of lines under one heading that belongs together. */
export interface Part {
	kind: BlockKind | 'prose' | 'after' | 'table' | 'figures' | 'field';
	heading: string;
	/** Line of the label, or of the first line where there is none. */
	line: number;
	field: FieldLine | null;
	tokens: Token[];
	/** Its label was learned from its place. */
	learned?: boolean;
}

function labelIn(token: Token): BlockLabel | null {
	if (token.kind === 'row' || token.kind === 'bullet') return null;
	const own = labelOf(token);
	if (own) return own;
	const title = numberedParts(token.text)?.title;
	return title === undefined ? null : blockLabel(title);
}

const listFields = new Set<FieldName>(['measure', 'goal', 'note']);

/** A bullet in an open list is an entry of it: "Regie: de gemeente zit voor" names no lead there. */
function isEntryOf(part: Part | undefined, token: Token): boolean {
	if (token.kind !== 'bullet' || part === undefined) return false;
	if (listKinds.has(part.kind) || (part.kind === 'section' && part.heading !== '')) return true;
	const opener = part.tokens[0];
	if (part.field === null || opener === undefined) return false;
	if (opener.kind === 'bullet') return token.level > opener.level;
	return part.field.value === '' || listFields.has(part.field.field);
}

function fieldOf(token: Token, last: Part | undefined, inAction: boolean): FieldLine | null {
	if (isEntryOf(last, token)) return null;
	if (token.kind === 'row') {
		const cells = token.cells.filter((cell) => cell !== '');
		return cells.length === 2 && headerColumns(token) === null
			? fieldLine(`${cells[0] ?? ''}: ${cells[1] ?? ''}`)
			: null;
	}
	const among = inAction || last?.kind === 'field';
	const unknown = among && token.kind === 'text' ? unknownField(token.text) : null;
	return fieldLine(token.text) ?? unknown;
}

const listKinds = new Set<Part['kind']>(['goals', 'goalList', 'measures', 'topics', 'preconditions']);

function hasBullet(part: Part): boolean {
	return part.tokens.some((token) => token.kind === 'bullet');
}

const unfinished = /(?:[,&/(-]|\b(?:en|of|met|door|van|voor|de|het|een|in|op|bij))$/i;

function isSentence(text: string): boolean {
	return /^\p{Lu}.*[.!?]$/u.test(text) && text.split(' ').length > 5;
}

/** A lead, a planning, an amount are said in a few words: a blank line or a sentence of its own is not about them. */
function leavesField(part: Part, token: Token): boolean {
	const { field } = part;
	if (field === null || field.field === 'measure') return false;
	const before = part.tokens.at(-1)?.text ?? '';
	if (part.tokens.length === 1 && field.value === '') return false;
	if (token.kind === 'bullet') return !isEntryOf(part, token) && token.afterBlank === true;
	if (unfinished.test(before)) return false;
	return token.afterBlank === true || (!listFields.has(field.field) && isSentence(token.text));
}

/** Whether a plain line still belongs to the part, or ends it. */
function ends(part: Part, token: Token, next: Token | undefined): boolean {
	if (part.kind === 'table') return true;
	if (part.kind === 'field') return leavesField(part, token);
	if (!listKinds.has(part.kind) || token.kind !== 'text' || !hasBullet(part)) return false;
	if (isUnder(token) && part.tokens.at(-1)?.kind !== 'row') return false;
	// A short line above more bullets groups them; any other line after the list is prose again.
	return (
		!(part.kind === 'measures' && (weakHeading(token) || /:$/.test(token.text)) && next?.kind === 'bullet') &&
		!/^\p{Ll}/u.test(token.text)
	);
}

function startOf(token: Token, last: Part | undefined, inAction: boolean): Part | null {
	const label = labelIn(token);
	const field = last?.kind === 'table' ? null : fieldOf(token, last, inAction);
	const named = inAction && field !== null && label?.kind === 'section';
	if (label !== null && !named && (field === null || field.value === ''))
		return {
			kind: label.kind,
			heading: label.heading,
			line: token.line,
			field: null,
			tokens: [],
			learned: label.learned === true
		};
	if (field !== null) return { kind: 'field', heading: '', line: token.line, field, tokens: [token] };
	return null;
}

/** In an action every "Label: words" is a field, also one that no word knows. */
export function partsOf(tokens: readonly Token[], inAction = false): Part[] {
	const parts: Part[] = [];
	for (const [index, token] of tokens.entries()) {
		const last = parts.at(-1);
		const started = startOf(token, last, inAction);
		if (started !== null) parts.push(started);
		else if (token.kind === 'row') {
			if (last?.kind === 'table') last.tokens.push(token);
			else parts.push({ kind: 'table', heading: '', line: token.line, field: null, tokens: [token] });
		} else if (last === undefined || ends(last, token, tokens[index + 1])) {
			const kind = last === undefined ? 'prose' : 'after';
			parts.push({ kind, heading: '', line: token.line, field: null, tokens: [token] });
		} else last.tokens.push(token);
	}
	return settleTables(parts);
}

const hard = new Set<Part['kind']>(['goals', 'goalList', 'measures', 'table', 'preconditions']);

/** Whether these lines hold what makes a theme: goals, measures, preconditions or a table. */
export function hasBlocks(parts: readonly Part[]): boolean {
	return parts.some((part) => hard.has(part.kind));
}

export function hasMeasures(parts: readonly Part[]): boolean {
	return parts.some((part) => part.kind === 'measures' || part.kind === 'table');
}

export function hasWork(parts: readonly Part[]): boolean {
	return parts.some((part) => part.kind === 'measures' || part.kind === 'table' || part.kind === 'topics');
}
