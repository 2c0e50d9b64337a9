import type { Build } from './build.ts';
import { gatheringHeading, weakHeading } from './headings.ts';
import { adopt, promotedNode, type OutlineNode } from './outline.ts';
import { hasBlocks, hasWork, partsOf, type Part } from './parts.ts';
import { namesPlace } from './places.ts';
import { labelOf, sameKey, type Token } from './token.ts';
import { aboutDocument, levelNamed } from './words.ts';

/** Published text loses headings. A second round of goals under one heading means that a heading is missing above it. */
interface Cut {
	/** Line where the missing theme begins. */
	line: number;
	title: Token | null;
	otherTitles: string[];
	/** A chapter about the document can stand among the themes. */
	kind: 'promoted' | 'document';
}

const opens = new Set<Part['kind']>(['goals', 'goalList', 'topics']);
const closes = new Set<Part['kind']>(['measures', 'table', 'preconditions']);

/** Where the block ends: below it a title may stand. A section goes on until something else begins, so it ends early. */
function closedAfter(part: Part): number {
	if (part.kind === 'section') return part.tokens[0]?.line ?? part.line;
	return part.tokens.filter((token) => token.kind !== 'text').at(-1)?.line ?? part.line;
}

/** A title has something under it: prose or the label itself, not a list and not another short line. */
function standsAbove(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1];
	return next === undefined || (next.kind !== 'bullet' && !(weakHeading(next) && !opensBlock(next)));
}

function opensBlock(token: Token): boolean {
	return token.kind === 'row' || labelOf(token) !== null;
}

/** Place of the first token below a line; tokens stand in the order of their lines. */
function indexAfter(tokens: readonly Token[], line: number): number {
	let low = 0;
	let high = tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle]?.line ?? 0) <= line) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * The line between two blocks that names what comes: one that the opening label names too ("Onder Water vallen …"),
 * else the first. Before the first theme stand the paragraphs of an introduction: there it is the last.
 */
function titleBetween(
	tokens: readonly Token[],
	from: number,
	part: Part,
	afterIntroduction: boolean
): Pick<Cut, 'title' | 'otherTitles'> {
	const found: Token[] = [];
	for (let index = indexAfter(tokens, from); (tokens[index]?.line ?? Infinity) < part.line; index++) {
		const token = tokens[index];
		if (token === undefined || !weakHeading(token) || !standsAbove(tokens, index)) continue;
		if (!aboutDocument(token.text) && !namesPlace(token.text)) found.push(token);
	}
	const label = sameKey(part.heading);
	const named = found.filter((token) => label.includes(sameKey(token.text)));
	const title = named[0] ?? (afterIntroduction ? found.at(-1) : found[0]) ?? null;
	const others = found.filter((token) => token !== title).map((token) => token.text);
	return { title, otherTitles: afterIntroduction ? others.slice(-3) : others.slice(0, 3) };
}

interface Round {
	/** Nothing above can be the title of the first block. */
	fromStart: boolean;
	afterIntroduction: boolean;
}

function secondRounds(tokens: readonly Token[], parts: readonly Part[], round: Round): Cut[] {
	const cuts: Cut[] = [];
	const { fromStart } = round;
	const goalsLead = parts.some((part) => opens.has(part.kind));
	let closedAt: number | null = fromStart ? 0 : null;
	let sawGoals = false;
	for (const part of parts) {
		const first = fromStart && cuts.length === 0;
		const again = part.kind === 'table' || !goalsLead;
		const workAgain = closes.has(part.kind) && (first || (fromStart && again));
		if (closedAt !== null && (opens.has(part.kind) || workAgain)) {
			const { title, otherTitles } = titleBetween(tokens, closedAt, part, first && round.afterIntroduction);
			// Work after work is a new theme only under a title: a table goes on after a page break.
			if (title !== null || first || opens.has(part.kind)) {
				cuts.push({ line: title?.line ?? part.line, title, otherTitles, kind: 'promoted' });
				closedAt = null;
				sawGoals = part.kind !== 'topics';
			}
		}
		if (part.kind === 'goals' || part.kind === 'goalList') sawGoals = true;
		if (closes.has(part.kind) || (part.kind === 'section' && closedAt !== null && sawGoals))
			closedAt = closedAfter(part);
	}
	return cuts;
}

// More than a chapter holds; each is compared with every title.
const mostAnnouncements = 200;

/** "Belangrijke ontwikkelingen binnen Water zijn:" names the theme it is in; a short line with a colon is a title. */
function announcements(tokens: readonly Token[]): { line: number; key: string }[] {
	const found = tokens.filter(({ text }) => /:$/.test(text) && text.split(' ').length > 5);
	return found.slice(0, mostAnnouncements).map(({ line, text }) => ({ line, key: sameKey(text) }));
}

/**
 * Themes of prose under "Strategische thema's" in a document without numbers: every title-like line, until a chapter
 * about the document itself. What follows "… zijn:" is a list of paragraphs inside a theme, unless such a line names it.
 */
function proseThemes(tokens: readonly Token[]): Cut[] {
	const cuts: Cut[] = [];
	let listing = false;
	const announced = announcements(tokens);
	for (const [index, token] of tokens.entries()) {
		if (token.kind === 'text' && /:$/.test(token.text)) listing = true;
		if (!weakHeading(token) || !standsAbove(tokens, index)) continue;
		const about = aboutDocument(token.text);
		const title = sameKey(token.text);
		const named = announced.some((one) => one.line > token.line && one.key.includes(title));
		const back = cuts.at(-1)?.kind === 'document';
		if (about || (!back && (!listing || named)))
			cuts.push({ line: token.line, title: token, otherTitles: [], kind: about ? 'document' : 'promoted' });
		if (named) listing = false;
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
	const sibling = node.heading !== null && !isBare(node) && !cannotBeTheme(node, partsOf(all));
	const parent = sibling ? (node.parent ?? node) : node;
	const depth = sibling ? (node.heading?.depth ?? 1) : (node.heading?.depth ?? 0) + 1;
	const kept = sibling ? [] : node.children.splice(0);
	let place = sibling ? parent.children.indexOf(node) : -1;
	for (const [index, cut] of cuts.entries()) {
		const end = cuts[index + 1]?.line ?? Infinity;
		const own = all.filter((token) => token.line >= cut.line && token.line < end && token !== cut.title);
		const made = promotedNode(cut.title?.text ?? '', depth, cut.line, own, cut.kind);
		made.parent = parent;
		made.otherTitles = cut.otherTitles;
		parent.children.splice((place += 1), 0, made);
		build.uses.mark(cut.line, 'structure');
	}
	for (const child of kept) adopt(node, child);
}

function isBare(node: OutlineNode): boolean {
	const { heading } = node;
	if (heading === null || node.children.length > 0) return false;
	// "3 Strategische thema's" gathers as well as the same words without a number.
	const gathers = heading.kind === 'numbered' && levelNamed(heading.title) !== null;
	return heading.kind === 'gathering' || (gathers && gatheringHeading(heading.title) !== null);
}

/** "4. Reguliere taken" with one table and no heading of its own below it. */
function isItself(node: OutlineNode, cuts: readonly Cut[], parts: readonly Part[]): boolean {
	const [cut] = cuts;
	const { heading } = node;
	const only = cuts.length === 1 && cut?.title === null && node.children.length === 0;
	const named = heading?.kind === 'numbered' || heading?.kind === 'styled';
	return only && named && !aboutDocument(heading.title) && cannotBeTheme(node, parts);
}

function takeAsTheme(node: OutlineNode): void {
	const { heading } = node;
	if (heading === null) return;
	node.heading = { ...heading, level: heading.level ?? levelNamed(heading.title), kind: 'promoted' };
}

export function promoteLostHeadings(node: OutlineNode, build: Build): void {
	for (const child of [...node.children]) promoteLostHeadings(child, build);
	if (node.heading?.kind === 'action') return;
	const parts = partsOf(node.tokens);
	const bare = isBare(node) && !hasBlocks(parts);
	const afterIntroduction = node.heading === null || aboutDocument(node.heading.title);
	const round = { fromStart: cannotBeTheme(node, parts), afterIntroduction };
	const cuts = bare ? proseThemes(node.tokens) : secondRounds(node.tokens, parts, round);
	if (isItself(node, cuts, parts)) takeAsTheme(node);
	else if (cuts.length > 0) splitAt(node, cuts, build);
}
