import { decodeText } from './decode.ts';
import type { Result } from './limits.ts';
import { rowLine, wordsLine, type RawLine } from './line.ts';
import { plainLine } from './plain-text.ts';
import { nextLabel, readNumbering, type Numbering } from './word-numbering.ts';
import { readStyles, type ParagraphStyle } from './word-styles.ts';
import { attributeOf, element, elements, parseXml, type XmlNode } from './xml.ts';
import { unpack } from './zip.ts';

/**
 * A Word file to lines. A paragraph goes through the same door as a line of plain text, so that the same words saved
 * as text and as Word are understood alike; real lists, headings and tables only say more.
 */
interface WordParts {
	numbering: Numbering;
	styleOf: (id: string | undefined) => ParagraphStyle;
}

// Deleted text, field codes and the fallback copy of a drawing would come out twice or come back to life.
// A text box has lines of its own.
const unseen = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'pPr', 'rPr', 'txbxContent']);
const signs: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

function isItalic(run: XmlNode): boolean {
	const mark = element(run, 'rPr', 'i');
	return mark !== undefined && !['0', 'false', 'none'].includes(attributeOf(mark, 'val') ?? 'true');
}

/** The text under a node; `marked` wraps italic runs so that a cell keeps what it says by its letter. */
function textOf(node: XmlNode, marked: boolean): string {
	let text = '';
	for (const child of elements(node)) {
		if (child.name === 't') text += child.children.filter((piece) => typeof piece === 'string').join('');
		else if (signs[child.name] !== undefined) text += signs[child.name];
		else if (child.name === 'r' && marked && isItalic(child)) text += `<i>${textOf(child, marked)}</i>`;
		else if (!unseen.has(child.name)) text += textOf(child, marked);
	}
	return text.replaceAll('</i><i>', '');
}

function listOf(paragraph: XmlNode, style: ParagraphStyle): { id: string; depth: number } | null {
	const own = element(paragraph, 'pPr', 'numPr');
	const id = attributeOf(element(own, 'numId'), 'val') ?? style.listId;
	if (id === null || id === '0') return null;
	return { id, depth: Number(attributeOf(element(own, 'ilvl'), 'val') ?? style.listDepth) };
}

function paragraphLines(paragraph: XmlNode, parts: WordParts, before: RawLine | undefined): RawLine[] {
	const style = parts.styleOf(attributeOf(element(paragraph, 'pPr', 'pStyle'), 'val'));
	const text = textOf(paragraph, false);
	const list = text.trim() === '' ? null : listOf(paragraph, style);
	const label = list === null ? null : nextLabel(parts.numbering, list.id, list.depth);
	if (label === 'bullet') return [wordsLine('bullet', (list?.depth ?? 0) + 1, text)];
	const whole = label === null ? text : `${label} ${text}`;
	if (style.headingLevel > 0 && whole.trim() !== '') return [wordsLine('heading', style.headingLevel, whole)];
	const lines: RawLine[] = [];
	for (const piece of whole.replace(/\n$/, '').split('\n'))
		lines.push(plainLine(piece, lines.at(-1) ?? before));
	return lines;
}

function cellText(cell: XmlNode, parts: WordParts): string {
	// A cell that continues the one above is empty, as in a text table.
	const merge = element(cell, 'tcPr', 'vMerge');
	if (merge !== undefined && attributeOf(merge, 'val') !== 'restart') return '';
	const pieces: string[] = [];
	for (const node of blocksOf(cell)) {
		if (node.name === 'tbl')
			pieces.push(...elements(node, 'tr').map((row) => rowCells(row, parts).join(' ').trim()));
		else {
			const style = parts.styleOf(attributeOf(element(node, 'pPr', 'pStyle'), 'val'));
			const list = listOf(node, style);
			const label = list === null ? null : nextLabel(parts.numbering, list.id, list.depth);
			const text = textOf(node, true).trim();
			const boxed = boxesIn(node).flatMap((box) => bodyLines(box, parts).map((line) => line.text));
			pieces.push(...boxed.filter((line) => line !== ''));
			if (text !== '') pieces.push(label === null ? text : `${label === 'bullet' ? '•' : label} ${text}`);
		}
	}
	return pieces.length === 1 ? (pieces[0] ?? '').replace(/^• /, '') : pieces.join('\n');
}

function rowCells(row: XmlNode, parts: WordParts): string[] {
	const cells: string[] = [];
	for (const child of elements(row)) {
		const cell = child.name === 'sdt' ? element(child, 'sdtContent', 'tc') : child;
		if (cell?.name !== 'tc') continue;
		const span = Number(attributeOf(element(cell, 'tcPr', 'gridSpan'), 'val') ?? '1');
		cells.push(cellText(cell, parts));
		for (let extra = 1; extra < Math.min(span, 64); extra++) cells.push('');
	}
	return cells;
}

/** Paragraphs and tables in reading order, also inside content controls and accepted changes. */
function blocksOf(node: XmlNode): XmlNode[] {
	const found: XmlNode[] = [];
	for (const child of elements(node)) {
		if (child.name === 'p' || child.name === 'tbl') found.push(child);
		else if (['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'].includes(child.name))
			found.push(...blocksOf(child));
	}
	return found;
}

/** Text boxes hang on a paragraph; the older copy in the fallback says the same again. */
function boxesIn(node: XmlNode): XmlNode[] {
	return elements(node).flatMap((child) => {
		if (child.name === 'txbxContent') return [child];
		return unseen.has(child.name) ? [] : boxesIn(child);
	});
}

function bodyLines(body: XmlNode, parts: WordParts): RawLine[] {
	const lines: RawLine[] = [];
	for (const block of blocksOf(body)) {
		if (block.name === 'p') {
			const boxes = boxesIn(block);
			const own = paragraphLines(block, parts, lines.at(-1));
			// The paragraph that only carries a box says nothing itself.
			if (boxes.length === 0 || own.some((line) => line.kind !== 'blank')) lines.push(...own);
			for (const box of boxes) lines.push(...bodyLines(box, parts));
		} else for (const row of elements(block, 'tr')) lines.push(rowLine(rowCells(row, parts)));
	}
	return lines;
}

const wanted = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml'];

export function readWord(bytes: Uint8Array): Result<RawLine[]> {
	const unpacked = unpack(bytes, wanted);
	if (!unpacked.ok) return unpacked;
	const parsed = new Map<string, XmlNode>();
	for (const [name, part] of unpacked.value) {
		const xml = parseXml(decodeText(part).replace(/^\ufeff/, ''));
		if (!xml.ok) return xml;
		parsed.set(name, xml.value);
	}
	const body = element(parsed.get('word/document.xml'), 'document', 'body');
	if (body === undefined) return { ok: false, reason: 'notWord' };
	const parts: WordParts = {
		numbering: readNumbering(parsed.get('word/numbering.xml')),
		styleOf: readStyles(parsed.get('word/styles.xml'))
	};
	return { ok: true, value: bodyLines(body, parts) };
}
