import type { Reading, ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';
import { headerColumns } from './columns.ts';
import { bareThemes, takeBareWork } from './bare-outline.ts';
import type { Facts } from './facts.ts';
import { takeAction } from './fields.ts';
import { addSection, takePart, type Filling } from './fill.ts';
import { gatheringHeading } from './headings.ts';
import { subtree, type OutlineNode } from './outline.ts';
import { hasBlocks, hasMeasures, partsOf, type Part } from './parts.ts';
import type { TableState } from './table.ts';
import { aboutDocument, gathersThemes, levelNamed } from './words.ts';

/** Which headings are themes, and what stands under each. */
interface Finding {
	themes: ReadTheme[];
	chapters: Reading['chapters'];
	lastTable: TableState | null;
	titleLine: number;
	/** Themes of a document that has no labels, by their place in the outline. */
	bare: ReadonlySet<OutlineNode>;
}

const ownParts = new WeakMap<OutlineNode, Part[]>();
function partsIn(node: OutlineNode): Part[] {
	const known = ownParts.get(node) ?? partsOf(node.tokens);
	ownParts.set(node, known);
	return known;
}

function isAction(node: OutlineNode): boolean {
	return node.heading?.kind === 'action';
}

/** Goals alone may be a vision of the whole document; with work, preconditions or a level they make a theme. */
function ownsBlocks(node: OutlineNode): boolean {
	if (isAction(node)) return false;
	const parts = partsIn(node);
	const own = tellsOfDocument(node) ? hasMeasures(parts) : hasBlocks(parts);
	return own || node.children.some(isAction);
}

/** A chapter about the document, or a part of one by its number or style: what it aims at is told, it is no theme. */
function tellsOfDocument(node: OutlineNode): boolean {
	const heading = node.heading;
	if (heading === null || heading.kind === 'levelled' || heading.kind === 'promoted') return false;
	if (aboutDocument(heading.title)) return true;
	const above = node.parent;
	const numbered = heading.code?.startsWith(`${above?.heading?.code ?? ' '}.`) ?? false;
	const styled = heading.kind === 'styled' && above?.heading?.kind !== 'document';
	return above !== null && (numbered || styled) && tellsOfDocument(above);
}

function countBlocks(node: OutlineNode): number {
	return subtree(node).filter(ownsBlocks).length;
}

function titleOf(node: OutlineNode): string {
	const heading = node.heading;
	return heading === null ? '' : [heading.code, heading.title].filter((part) => part !== null).join(' ');
}

/** Headings inside a theme: an action, a paragraph with work of its own (an action item), or a section of prose. */
function takeInner(
	node: OutlineNode,
	theme: ReadTheme,
	finding: Finding,
	keepsTitle: boolean,
	build: Build
): void {
	if (isAction(node)) return takeAction(node, theme, build);
	build.uses.mark(node.line, 'structure');
	const parts = partsIn(node);
	const prose = parts.filter((part) => part.kind === 'prose').flatMap((part) => part.tokens);
	addSection(theme, titleOf(node), node.line, prose, build);
	const filling: Filling = {
		theme,
		item: null,
		itemTitle: keepsTitle ? (node.heading?.title ?? null) : null,
		itemLine: node.line,
		lastTable: finding.lastTable
	};
	for (const part of parts) if (part.kind !== 'prose') takePart(part, filling, build);
	finding.lastTable = filling.lastTable;
	for (const child of node.children) takeInner(child, theme, finding, keepsTitle, build);
}

function askWhichTheme(node: OutlineNode, theme: ReadTheme, build: Build): void {
	const inner = subtree(node).find((part) => part !== node && ownsBlocks(part));
	if (inner === undefined || inner.children.some(isAction)) return;
	build.ask({
		line: partsIn(inner).find((part) => part.heading !== '')?.line ?? inner.line,
		what: 'lostHeading',
		about: titleOf(inner),
		guess: theme.title,
		alternatives: [inner.heading?.title ?? ''],
		target: theme.key
	});
}

function makeTheme(node: OutlineNode, level: string | null, finding: Finding, build: Build): ReadTheme {
	const theme = build.theme(node.heading?.title ?? '', node.line);
	theme.code = node.heading?.code ?? null;
	theme.level = node.heading?.level ?? level;
	build.uses.mark(node.line, node.heading?.title === '' ? 'structure' : 'content');
	finding.themes.push(theme);
	if (node.heading?.kind === 'promoted')
		build.ask({
			line: node.line,
			what: 'lostHeading',
			about: theme.title,
			guess: theme.title,
			alternatives: node.otherTitles,
			target: theme.key
		});
	const filling: Filling = {
		theme,
		item: null,
		itemTitle: null,
		itemLine: node.line,
		lastTable: finding.lastTable
	};
	for (const part of partsIn(node)) takePart(part, filling, build);
	finding.lastTable = filling.lastTable;
	return theme;
}

function absorb(node: OutlineNode, level: string | null, finding: Finding, build: Build): void {
	const theme = makeTheme(node, level, finding, build);
	if (finding.bare.has(node)) return takeBareWork(node, theme, build);
	const inner = node.children.filter((child) => countBlocks(child) > 0 && !isAction(child));
	const only = !ownsBlocks(node) && inner.length === 1;
	if (only && node.heading?.kind !== 'levelled') askWhichTheme(node, theme, build);
	for (const child of node.children) takeInner(child, theme, finding, !only, build);
}

function takeChapter(node: OutlineNode, finding: Finding, build: Build): void {
	const heading = titleOf(node);
	const text = node.tokens
		.map((token) => (token.kind === 'row' ? token.cells.join(' | ') : token.text))
		.join('\n\n');
	if (node.heading !== null) build.uses.mark(node.line, 'structure');
	for (const token of node.tokens) {
		// A table outside every theme is not prose: nobody knows what it says.
		if (token.kind !== 'row') build.uses.mark(token.line, 'prose');
		else if (headerColumns(token) !== null) build.uses.mark(token.line, 'structure');
	}
	if (heading !== '' || text !== '') finding.chapters.push({ heading, text, line: Math.max(1, node.line) });
}

function startsThemes(node: OutlineNode): boolean {
	const heading = node.heading;
	return heading === null || node.line === 0 || gathersThemes(heading.title) || aboutDocument(heading.title);
}

/** Children of a chapter that names a level are themes: all of them where none has blocks, else those that have. */
function takeLevelChildren(node: OutlineNode, level: string | null, finding: Finding, build: Build): void {
	const some = node.children.some((child) => countBlocks(child) > 0);
	for (const child of node.children) {
		const theme =
			(child.heading?.kind === 'levelled' && !onlyAboutDocument(child)) ||
			(some ? countBlocks(child) > 0 : !aboutDocument(child.heading?.title ?? ''));
		if (theme && (!some || countBlocks(child) <= 1)) absorb(child, level, finding, build);
		else walk(child, level, finding, build);
	}
}

/** "Thema 8: Overige" with whole themes of their own under it is a chapter, whatever it is called. */
function onlyGathers(node: OutlineNode): boolean {
	const goalKinds = ['goals', 'goalList'];
	const whole = node.children.filter((child) => partsIn(child).some((part) => goalKinds.includes(part.kind)));
	const plural = gatheringHeading(node.heading?.title ?? '') !== null && node.children.length > 0;
	return !ownsBlocks(node) && (plural || whole.length > 1);
}

/** "Thema 1: Inleiding": called a theme, but about the document and without goals or work of its own. */
function onlyAboutDocument(node: OutlineNode): boolean {
	return aboutDocument(node.heading?.title ?? '') && countBlocks(node) === 0;
}

export function walk(node: OutlineNode, level: string | null, finding: Finding, build: Build): void {
	const heading = node.heading;
	const marked = heading?.kind === 'levelled' || heading?.kind === 'promoted';
	if (finding.bare.has(node)) return absorb(node, level, finding, build);
	if (marked && !onlyGathers(node) && !onlyAboutDocument(node)) return absorb(node, level, finding, build);
	const own = ownsBlocks(node) && heading !== null;
	const count = countBlocks(node);
	const isTitle = node.line === finding.titleLine;
	if (count === 1 && own && !isTitle) return absorb(node, level, finding, build);
	if (count === 1 && !own && !isTitle && !startsThemes(node)) return absorb(node, level, finding, build);
	const named = heading === null ? null : levelNamed(heading.title);
	if (own && !isTitle) makeTheme(node, level, finding, build);
	else takeChapter(node, finding, build);
	const below = named ?? (heading === null || heading.depth > 1 ? level : null);
	if (named !== null) return takeLevelChildren(node, named, finding, build);
	for (const child of node.children) walk(child, below, finding, build);
}

export function findThemes(
	root: OutlineNode,
	{ titleLine, kind }: Pick<Facts, 'titleLine' | 'kind'>,
	build: Build
): Pick<Finding, 'themes' | 'chapters'> {
	const bare = countBlocks(root) === 0 ? bareThemes(root, kind) : new Set<OutlineNode>();
	const finding: Finding = { themes: [], chapters: [], lastTable: null, titleLine, bare };
	walk(root, null, finding, build);
	return { themes: finding.themes, chapters: finding.chapters };
}
