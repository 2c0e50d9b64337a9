import type { LineUse, SourceLine } from '../reading.ts';
import { blockLabel, type BlockLabel } from './words.ts';

/** A line that says something, after marks and contents list are taken out. */
export interface Token {
	line: number;
	kind: 'heading' | 'text' | 'bullet' | 'row';
	level: number;
	text: string;
	cells: string[];
	italics: string[][];
	/** What the line opens, where the document taught it and no word says so. */
	label: BlockLabel | null;
	/** Where the first cell of a row begins, when that is a line above the rest of it. */
	titleLine?: number;
	/** A blank line stands right above it. */
	afterBlank?: boolean;
}

/** What block a whole line opens; null when it opens none. */
export function labelOf(token: Token): BlockLabel | null {
	return token.label ?? blockLabel(token.text);
}

/** Invariant: every line gets exactly one use; what nobody claims stays `notUnderstood`. */
export class Uses {
	readonly list: LineUse[];
	private readonly followers = new Map<number, number[]>();
	constructor(lines: readonly SourceLine[]) {
		this.list = lines.map((line) => {
			if (line.kind !== 'blank') return 'notUnderstood';
			// The rule of a Markdown table draws; front matter says something.
			return /[\p{L}\p{N}]/u.test(line.text) ? 'notUnderstood' : line.text === '' ? 'blank' : 'structure';
		});
	}
	mark(line: number, use: LineUse): void {
		this.list[line - 1] = use;
		for (const more of this.followers.get(line) ?? []) this.mark(more, use);
	}
	/** A line that is the rest of the line above: what becomes of the one becomes of the other. */
	follow(line: number, first: number): void {
		const known = this.followers.get(first);
		if (known === undefined) this.followers.set(first, [line]);
		else known.push(line);
	}
}

export function tokenOf(line: SourceLine): Token | null {
	// A piece of a table that nobody can put together: it stays listed.
	if (line.kind === 'blank' || (line.kind === 'text' && line.cells !== null)) return null;
	const { kind, level, text } = line;
	const { cells, italics } = line;
	return { line: line.line, kind, level, text, cells: cells ?? [], italics: italics ?? [], label: null };
}

/** Words only, for comparing titles that differ in capitals, marks or accents. */
export function sameKey(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}
