import type { ReadItem, ReadTheme, Reading } from '../reading.ts';
import type { Build } from './build.ts';
import { addSection } from './fill.ts';
import { entriesOf, askBroken } from './lists.ts';
import type { OutlineNode } from './outline.ts';
import { aboutDocument } from './words.ts';

/**
 * Documents without any label: 1 is a theme, 1.1 an action item, 1.1.1 a measure, and the numbers are all they say.
 * With two steps the second is the measure.
 */
const themeKinds = new Set<string | undefined>(['numbered', 'styled', 'levelled', 'promoted']);

function bulletsIn(node: OutlineNode): number {
	return node.tokens.filter((token) => token.kind === 'bullet').length;
}

/** Steps of work below a heading: bullets are a step as well. */
function heightOf(node: OutlineNode): number {
	const below = node.children.map((child) => 1 + heightOf(child));
	return Math.max(0, ...below, bulletsIn(node) > 0 ? 1 : 0);
}

function leavesOf(node: OutlineNode): OutlineNode[] {
	return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

function candidates(node: OutlineNode): OutlineNode[] {
	const own = node.children.filter(
		(child) => themeKinds.has(child.heading?.kind) && !aboutDocument(child.heading?.title ?? '')
	);
	const deep = own.some((child) => heightOf(child) > 2);
	return deep ? own.flatMap((child) => (heightOf(child) > 2 ? candidates(child) : [])) : own;
}

/** A plan of chapters with prose has an outline too: only lines that say all there is are work. */
function mostlyTitles(nodes: readonly OutlineNode[], share: number): boolean {
	const leaves = nodes.flatMap(leavesOf).filter((leaf) => bulletsIn(leaf) === 0);
	const told = leaves.filter((leaf) => leaf.tokens.length > 0).length;
	return told <= leaves.length * share;
}

/** The headings that are themes by their place alone; none where the outline tells a story. */
export function bareThemes(root: OutlineNode, kind: Reading['kind']): ReadonlySet<OutlineNode> {
	const found = candidates(root).filter((node) => heightOf(node) > 0);
	const height = Math.max(0, ...found.map(heightOf));
	const enough = kind === 'programme' ? height >= 1 : height >= 2;
	return new Set(enough && mostlyTitles(found, kind === 'programme' ? 1 : 0.5) ? found : []);
}

function addBullets(node: OutlineNode, item: ReadItem, build: Build): void {
	for (const entry of entriesOf(node.tokens, build)) {
		const measure = build.measure(entry.text, entry.line);
		item.measures.push(measure);
		askBroken(entry, measure.key, build);
	}
}

function addProse(node: OutlineNode, theme: ReadTheme, build: Build): void {
	const prose = node.tokens.filter((token) => token.kind !== 'bullet');
	if (prose.length > 0) addSection(theme, node.heading?.title ?? '', node.line, prose, build);
}

function addMeasure(node: OutlineNode, item: ReadItem, theme: ReadTheme, build: Build): void {
	item.measures.push(build.measure(node.heading?.title ?? '', node.line));
	build.uses.mark(node.line, 'content');
	addProse(node, theme, build);
	addBullets(node, item, build);
	for (const child of node.children) addMeasure(child, item, theme, build);
}

/** What stands under a theme of such a document. */
export function takeBareWork(node: OutlineNode, theme: ReadTheme, build: Build): void {
	const gathering = build.item(null, node.line);
	addBullets(node, gathering, build);
	for (const child of node.children) {
		if (heightOf(child) === 0) {
			addMeasure(child, gathering, theme, build);
			continue;
		}
		const item = build.item(child.heading?.title ?? '', child.line);
		build.uses.mark(child.line, 'content');
		addProse(child, theme, build);
		addBullets(child, item, build);
		for (const inner of child.children) addMeasure(inner, item, theme, build);
		theme.items.push(item);
	}
	if (gathering.measures.length > 0) theme.items.unshift(gathering);
}
