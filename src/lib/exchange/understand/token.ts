import type { LineUse, SourceLine } from '../reading.ts';

/** A line that says something, after marks and contents list are taken out. */
export interface Token {
	line: number;
	kind: 'heading' | 'text' | 'bullet' | 'row';
	level: number;
	text: string;
	cells: string[];
	italics: string[][];
}

/** Invariant: every line gets exactly one use; what nobody claims stays `notUnderstood`. */
export class Uses {
	readonly list: LineUse[];
	constructor(lines: readonly SourceLine[]) {
		this.list = lines.map((line) => (line.kind === 'blank' && line.text === '' ? 'blank' : 'notUnderstood'));
	}
	mark(line: number, use: LineUse): void {
		this.list[line - 1] = use;
	}
}

export function tokenOf(line: SourceLine): Token | null {
	if (line.kind === 'blank') return null;
	const { kind, level, text } = line;
	return { line: line.line, kind, level, text, cells: line.cells ?? [], italics: line.italics ?? [] };
}

/** Words only, for comparing titles that differ in capitals, marks or accents. */
export function sameKey(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}
