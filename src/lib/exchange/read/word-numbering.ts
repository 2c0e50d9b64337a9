import { attributeOf, element, elements, type XmlNode } from './xml.ts';

/** What Word draws before a paragraph is not in its text: this counts along and gives it back. */
export interface NumberingLevel {
	bullet: boolean;
	format: string;
	/** As Word keeps it: "%1.%2." */
	pattern: string;
	start: number;
}
export interface Numbering {
	levels: Map<string, NumberingLevel[]>;
	counters: Map<string, number[]>;
}

function readLevel(node: XmlNode): NumberingLevel {
	const format = attributeOf(element(node, 'numFmt'), 'val') ?? 'decimal';
	return {
		bullet: format === 'bullet',
		format,
		pattern: attributeOf(element(node, 'lvlText'), 'val') ?? '',
		start: Number(attributeOf(element(node, 'start'), 'val') ?? '1')
	};
}

export function readNumbering(root: XmlNode | undefined): Numbering {
	const levels = new Map<string, NumberingLevel[]>();
	const top = element(root, 'numbering');
	if (top === undefined) return { levels, counters: new Map() };
	const abstract = new Map<string, NumberingLevel[]>();
	for (const node of elements(top, 'abstractNum'))
		abstract.set(attributeOf(node, 'abstractNumId') ?? '', elements(node, 'lvl').map(readLevel));
	for (const node of elements(top, 'num')) {
		const found = abstract.get(attributeOf(element(node, 'abstractNumId'), 'val') ?? '');
		if (found) levels.set(attributeOf(node, 'numId') ?? '', found);
	}
	return { levels, counters: new Map() };
}

function roman(value: number): string {
	const signs: [number, string][] = [
		[50, 'L'],
		[40, 'XL'],
		[10, 'X'],
		[9, 'IX'],
		[5, 'V'],
		[4, 'IV'],
		[1, 'I']
	];
	let rest = value;
	let text = '';
	for (const [worth, sign] of signs)
		while (rest >= worth) {
			text += sign;
			rest -= worth;
		}
	return text;
}

function drawn(value: number, format: string): string {
	const letter = String.fromCharCode(97 + ((value - 1) % 26));
	if (format === 'lowerLetter') return letter;
	if (format === 'upperLetter') return letter.toUpperCase();
	if (format === 'lowerRoman') return roman(value).toLowerCase();
	return format === 'upperRoman' ? roman(value) : String(value);
}

/** The next label of this list; null when it draws nothing, 'bullet' when it draws a mark. */
export function nextLabel(numbering: Numbering, listId: string, depth: number): string | null {
	const levels = numbering.levels.get(listId);
	const level = levels?.[depth];
	if (levels === undefined || level === undefined) return null;
	const counters = numbering.counters.get(listId) ?? [];
	const next = [...counters.slice(0, depth + 1)];
	for (let index = 0; index < depth; index++) next[index] ??= levels[index]?.start ?? 1;
	next[depth] = (next[depth] ?? level.start - 1) + 1;
	numbering.counters.set(listId, next);
	if (level.bullet) return 'bullet';
	if (level.format === 'none' || level.pattern === '') return null;
	return level.pattern.replace(/%(\d)/g, (_, place: string) => {
		const index = Number(place) - 1;
		return drawn(next[index] ?? 1, levels[index]?.format ?? 'decimal');
	});
}
