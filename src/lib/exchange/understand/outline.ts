import { codeAbove, findHeadings, isNumberedLabel } from './find-headings.ts';
import { headingOf, type Heading } from './headings.ts';
import { labelOf, type Token } from './token.ts';
import { gathersThemes } from './words.ts';

/** A heading with the lines up to the next one. The root has no heading. */
export interface OutlineNode {
	heading: Heading | null;
	line: number;
	tokens: Token[];
	children: OutlineNode[];
	parent: OutlineNode | null;
	/** Other lines that may be the title, where the heading is a guess. */
	otherTitles: string[];
}

function newNode(heading: Heading | null, line: number): OutlineNode {
	return { heading, line, tokens: [], children: [], parent: null, otherTitles: [] };
}

/** A levelled heading stands between a chapter (1) and a numbered paragraph (2); an action is always a leaf. */
function rankOf(heading: Heading): number {
	if (heading.kind === 'action') return 99;
	return heading.kind === 'levelled' && heading.depth === 0 ? 1.5 : heading.depth;
}

export function adopt(parent: OutlineNode, child: OutlineNode): void {
	child.parent = parent;
	parent.children.push(child);
}

/** A label with a number or a style belongs to the part that it lies under, not to the part beside it. */
function ownerOf(token: Token, current: OutlineNode): OutlineNode {
	const owner = token.kind === 'heading' && labelOf(token) !== null ? aboveStyle(token, current) : null;
	return owner ?? aboveNumber(token, current) ?? current;
}

function aboveStyle(token: Token, current: OutlineNode): OutlineNode | null {
	let owner = current;
	while (owner.heading?.kind === 'styled' && owner.heading.depth >= token.level && owner.parent !== null)
		owner = owner.parent;
	return owner === current || cannotOwn(owner) ? null : owner;
}

function aboveNumber(token: Token, current: OutlineNode): OutlineNode | null {
	const heading = token.kind === 'text' || token.kind === 'heading' ? headingOf(token) : null;
	if (heading === null || !isNumberedLabel(heading, token)) return null;
	const above = codeAbove(heading.code);
	let owner: OutlineNode | null = current;
	while (owner !== null && owner.heading?.code !== above) owner = owner.parent;
	return owner === null || cannotOwn(owner) ? null : owner;
}

function cannotOwn({ heading }: OutlineNode): boolean {
	return heading === null || gathersThemes(heading.title);
}

export function outlineOf(tokens: readonly Token[]): OutlineNode {
	const root = newNode(null, 0);
	const headings = findHeadings(tokens);
	let current = root;
	for (const [index, token] of tokens.entries()) {
		const heading = headings.get(index);
		if (heading === undefined) {
			current = ownerOf(token, current);
			current.tokens.push(token);
			continue;
		}
		let parent = current;
		while (parent.heading !== null && parent.parent !== null && rankOf(parent.heading) >= rankOf(heading))
			parent = parent.parent;
		current = newNode(heading, token.line);
		adopt(parent, current);
	}
	return root;
}

export function promotedNode(
	title: string,
	depth: number,
	line: number,
	tokens: Token[],
	kind: 'promoted' | 'document'
): OutlineNode {
	const node = newNode({ depth, code: null, title, level: null, kind }, line);
	node.tokens = tokens;
	return node;
}

/** A part that no heading of its own opens, as the child with this place. */
export function insertNode(parent: OutlineNode, heading: Heading, line: number, place: number): OutlineNode {
	const node = newNode(heading, line);
	node.parent = parent;
	parent.children.splice(place, 0, node);
	return node;
}

export function subtree(node: OutlineNode): OutlineNode[] {
	return [node, ...node.children.flatMap(subtree)];
}
