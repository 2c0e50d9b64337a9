import { headerColumns } from './columns.ts';
import { weakHeading, type Heading } from './headings.ts';
import { labelOf, sameKey, type Token } from './token.ts';
import { aboutDocument, fieldLine } from './words.ts';

/** What the place of a heading says about it: an announcement is none, and at the end some lines are one after all. */
type Headings = Map<number, Heading>;

function opensBlock(token: Token): boolean {
	return (
		token.kind === 'bullet' ||
		token.kind === 'row' ||
		labelOf(token) !== null ||
		fieldLine(token.text) !== null
	);
}

/** Under a heading, up to the next one, nothing but prose. */
function onlyProse(tokens: readonly Token[], found: Headings, at: number): boolean {
	for (let index = at + 1; index < tokens.length && !found.has(index); index++) {
		const token = tokens[index];
		if (token !== undefined && opensBlock(token)) return false;
	}
	return true;
}

/** A summary tells each theme in a few words: the same number and title with only prose, where elsewhere it has more. */
function dropToldTwice(tokens: readonly Token[], found: Headings): void {
	const levelled = [...found].filter(([, heading]) => heading.kind === 'levelled');
	const groups = Map.groupBy(levelled, ([, { code, title }]) => `${code ?? ''} ${sameKey(title)}`);
	for (const group of groups.values()) {
		if (group.length < 2) continue;
		const prose = group.filter(([index]) => onlyProse(tokens, found, index));
		if (prose.length < group.length) for (const [index] of prose) found.delete(index);
	}
}

/** A title in a bare list that comes back below is an announcement. */
function dropAnnounced(found: Headings): void {
	const lastPlace = new Map<string, number>();
	for (const [index, heading] of found)
		if (heading.kind === 'levelled') lastPlace.set(sameKey(heading.title), index);
	for (const [index, heading] of [...found]) {
		const empty = found.has(index + 1) || found.has(index - 1);
		if (heading.kind === 'levelled' && empty && lastPlace.get(sameKey(heading.title)) !== index)
			found.delete(index);
	}
}

const blocks = new Set(['goals', 'goalList', 'measures', 'topics', 'preconditions']);

function isBlock(token: Token): boolean {
	if (token.kind === 'row') return headerColumns(token) !== null;
	return (
		token.kind !== 'bullet' && (blocks.has(labelOf(token)?.kind ?? '') || fieldLine(token.text) !== null)
	);
}

/** A short line above prose that names something about the document; once there is one, every such line is a chapter. */
function closes(tokens: readonly Token[], at: number, closing: boolean): boolean {
	const token = tokens[at];
	const next = tokens[at + 1];
	if (token?.kind !== 'text' || next?.kind !== 'text' || weakHeading(next)) return false;
	if (closing && labelOf(token)?.kind === 'section') return aboutDocument(token.text.replace(/[:?]+$/, ''));
	return weakHeading(token) && (aboutDocument(token.text) || (closing && token.afterBlank === true));
}

/** Below the work of the last theme a document without numbers or styles ends with chapters about itself. */
function addClosing(tokens: readonly Token[], found: Headings): void {
	const lastHeading = Math.max(-1, ...found.keys());
	if (lastHeading === -1 || found.get(lastHeading)?.kind === 'gathering') return;
	const lastBlock = tokens.findLastIndex((token) => isBlock(token));
	let closing = false;
	for (let at = Math.max(lastHeading, lastBlock) + 1; at < tokens.length; at++) {
		if (!closes(tokens, at, closing)) continue;
		closing = true;
		const title = tokens[at]?.text ?? '';
		found.set(at, { depth: 1, code: null, title, level: null, kind: 'document' });
	}
}

export function settleHeadings(tokens: readonly Token[], found: Headings): void {
	dropAnnounced(found);
	dropToldTwice(tokens, found);
	addClosing(tokens, found);
}
