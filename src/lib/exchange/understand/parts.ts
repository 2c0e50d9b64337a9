import { numberedParts, weakHeading } from './headings.ts';
import { settleTables } from './part-tables.ts';
import { labelOf, type Token } from './token.ts';
import { blockLabel, fieldLine, type BlockKind, type BlockLabel, type FieldLine } from './words.ts';

/** A stretch of lines under one heading that belongs together. */
export interface Part {
	kind: BlockKind | 'prose' | 'after' | 'table' | 'figures' | 'field';
	heading: string;
	/** Line of the label, or of the first line where there is none. */
	line: number;
	field: FieldLine | null;
	tokens: Token[];
}

function labelIn(token: Token): BlockLabel | null {
	if (token.kind === 'row' || token.kind === 'bullet') return null;
	const own = labelOf(token);
	if (own) return own;
	const title = numberedParts(token.text)?.title;
	return title === undefined ? null : blockLabel(title);
}

function fieldOf(token: Token): FieldLine | null {
	if (token.kind === 'row') {
		const cells = token.cells.filter((cell) => cell !== '');
		return cells.length === 2 ? fieldLine(`${cells[0] ?? ''}: ${cells[1] ?? ''}`) : null;
	}
	return fieldLine(token.text);
}

const listKinds = new Set<Part['kind']>(['goals', 'goalList', 'measures', 'topics', 'preconditions']);

function hasBullet(part: Part): boolean {
	return part.tokens.some((token) => token.kind === 'bullet');
}

/** Whether a plain line still belongs to the part, or ends it. */
function ends(part: Part, token: Token, next: Token | undefined): boolean {
	if (part.kind === 'table') return true;
	if (!listKinds.has(part.kind) || token.kind !== 'text' || !hasBullet(part)) return false;
	// A short line above more bullets groups them; any other line after the list is prose again.
	return (
		!(part.kind === 'measures' && (weakHeading(token) || /:$/.test(token.text)) && next?.kind === 'bullet') &&
		!/^\p{Ll}/u.test(token.text)
	);
}

function startOf(token: Token, inTable: boolean): Part | null {
	const label = labelIn(token);
	const field = inTable ? null : fieldOf(token);
	if (label !== null && (field === null || field.value === ''))
		return { kind: label.kind, heading: label.heading, line: token.line, field: null, tokens: [] };
	if (field !== null) return { kind: 'field', heading: '', line: token.line, field, tokens: [token] };
	return null;
}

export function partsOf(tokens: readonly Token[]): Part[] {
	const parts: Part[] = [];
	for (const [index, token] of tokens.entries()) {
		const last = parts.at(-1);
		const started = startOf(token, last?.kind === 'table');
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

export function hasWork(parts: readonly Part[]): boolean {
	return parts.some((part) => part.kind === 'measures' || part.kind === 'table' || part.kind === 'topics');
}
