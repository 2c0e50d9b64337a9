import { attributeOf, element, elements, type XmlNode } from './xml.ts';

/** What a paragraph style says about the paragraph: its heading level and its list. */
export interface ParagraphStyle {
	headingLevel: number;
	listId: string | null;
	listDepth: number;
}

const plain: ParagraphStyle = { headingLevel: 0, listId: null, listDepth: 0 };

// "heading 1" is Word's own name in every language; the Dutch names occur in files of other programs.
function levelByName(name: string): number {
	return Number(/^(?:heading|kop)\s*([1-9])$/i.exec(name)?.[1] ?? '0');
}

function ownStyle(node: XmlNode): Partial<ParagraphStyle> {
	const own: Partial<ParagraphStyle> = {};
	const level = levelByName(attributeOf(element(node, 'name'), 'val') ?? '');
	const outline = attributeOf(element(node, 'pPr', 'outlineLvl'), 'val');
	if (level > 0) own.headingLevel = level;
	else if (outline !== undefined && Number(outline) < 9) own.headingLevel = Number(outline) + 1;
	const listId = attributeOf(element(node, 'pPr', 'numPr', 'numId'), 'val');
	const depth = attributeOf(element(node, 'pPr', 'numPr', 'ilvl'), 'val');
	if (listId !== undefined) own.listId = listId;
	if (depth !== undefined) own.listDepth = Number(depth);
	return own;
}

export function readStyles(root: XmlNode | undefined): (id: string | undefined) => ParagraphStyle {
	const top = element(root, 'styles');
	const nodes = new Map(
		(top ? elements(top, 'style') : []).map((node) => [attributeOf(node, 'styleId'), node])
	);
	const lookUp = (id: string | undefined, trail: number): ParagraphStyle => {
		const node = id === undefined ? undefined : nodes.get(id);
		if (node === undefined || trail > 12) return plain;
		return { ...lookUp(attributeOf(element(node, 'basedOn'), 'val'), trail + 1), ...ownStyle(node) };
	};
	return (id) => lookUp(id, 0);
}
