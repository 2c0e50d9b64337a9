import type { Build } from './build.ts';
import { weakHeading } from './headings.ts';
import { adopt, promotedNode, type OutlineNode } from './outline.ts';
import { hasBlocks, hasWork, partsOf, type Part } from './parts.ts';
import type { Token } from './token.ts';
import { aboutDocument, levelNamed } from './words.ts';

/** Published text loses headings. A second round of goals under one heading means that a heading is missing above it. */
interface Cut {
	/** Line where the missing theme begins. */
	line: number;
	title: Token | null;
}

const opens = new Set<Part['kind']>(['goals', 'goalList', 'topics']);
const closes = new Set<Part['kind']>(['measures', 'table', 'preconditions']);

function lastHardLine(part: Part): number {
	const hard = part.tokens.filter((token) => token.kind !== 'text');
	return (part.kind === 'section' ? part.tokens : hard).at(-1)?.line ?? part.line;
}

/** The first heading-like line between the end of the old block and the label that opens the new one. */
function titleBetween(tokens: readonly Token[], from: number, to: number): Token | null {
	const between = tokens.filter((token) => token.line > from && token.line < to);
	const found = between.filter((token, index) => weakHeading(token) && between[index + 1]?.kind !== 'bullet');
	return found[0] ?? null;
}

function secondRounds(tokens: readonly Token[], parts: readonly Part[], fromStart: boolean): Cut[] {
	const cuts: Cut[] = [];
	let closedAt: number | null = fromStart ? 0 : null;
	let sawGoals = false;
	for (const part of parts) {
		const again =
			closedAt !== null &&
			(opens.has(part.kind) || (closes.has(part.kind) && fromStart && cuts.length === 0));
		if (again) {
			const title = titleBetween(tokens, closedAt ?? 0, part.line);
			cuts.push({ line: title?.line ?? part.line, title });
			closedAt = null;
			sawGoals = part.kind !== 'topics';
		}
		if (part.kind === 'goals' || part.kind === 'goalList') sawGoals = true;
		if (closes.has(part.kind) || (part.kind === 'section' && closedAt !== null && sawGoals))
			closedAt = lastHardLine(part);
	}
	return cuts;
}

/** Headings that cannot be a theme themselves: goals right under them belong to a theme whose heading is gone. */
function cannotBeTheme(node: OutlineNode, parts: readonly Part[]): boolean {
	if (node.heading === null) return hasWork(parts);
	if (aboutDocument(node.heading.title)) return hasWork(parts) && !/^bijlage/i.test(node.heading.title);
	const bareLevel = node.heading.kind === 'gathering' || levelNamed(node.heading.title) !== null;
	return bareLevel && node.heading.kind !== 'levelled' && hasBlocks(parts);
}

function splitAt(node: OutlineNode, cuts: readonly Cut[], build: Build): void {
	const all = node.tokens;
	const first = cuts[0]?.line ?? 0;
	node.tokens = all.filter((token) => token.line < first);
	const sibling = node.heading !== null && !cannotBeTheme(node, partsOf(all));
	const parent = sibling ? (node.parent ?? node) : node;
	const depth = sibling ? (node.heading?.depth ?? 1) : (node.heading?.depth ?? 0) + 1;
	const kept = sibling ? [] : node.children.splice(0);
	let place = sibling ? parent.children.indexOf(node) : -1;
	for (const [index, cut] of cuts.entries()) {
		const end = cuts[index + 1]?.line ?? Infinity;
		const own = all.filter((token) => token.line >= cut.line && token.line < end && token !== cut.title);
		const made = promotedNode(cut.title?.text ?? '', depth, cut.line, own);
		made.parent = parent;
		parent.children.splice((place += 1), 0, made);
		build.uses.mark(cut.line, 'structure');
	}
	for (const child of kept) adopt(node, child);
}

export function promoteLostHeadings(node: OutlineNode, build: Build): void {
	for (const child of [...node.children]) promoteLostHeadings(child, build);
	if (node.heading?.kind === 'action') return;
	const parts = partsOf(node.tokens);
	const cuts = secondRounds(node.tokens, parts, cannotBeTheme(node, parts));
	if (cuts.length > 0) splitAt(node, cuts, build);
}
