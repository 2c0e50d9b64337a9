import { blankLine, wordsLine, type RawLine } from './line.ts';
import { plainLine, splitLines } from './plain-text.ts';

/** Marks that only dress the words. Underscores inside a word stay. */
function plainInline(text: string): string {
	return text
		.replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
		.replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?!\w)/g, '<i>$1</i>')
		.replace(/(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g, '<i>$1</i>')
		.replace(/`([^`]+)`/g, '$1')
		.replace(/^(\s*(?:[-*+•·–➢\uf020-\uf0ff]|\d+[.)])\s+)\[[ xX]\]\s+/, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>~])/g, '$1');
}

/** Lines of a `---` block at the very top: not for readers. */
function frontMatterLength(lines: readonly string[]): number {
	if (lines[0]?.trim() !== '---') return 0;
	const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
	return end === -1 ? 0 : end + 1;
}

function barRow(text: string): string {
	const bars = text.split(/(?<!\\)\|/).length - 1;
	if (bars < 2 || /^\|.*\|\s*$/.test(text)) return text;
	// A bar at the very edge is the border of the table; after a space it follows an empty cell.
	return `${text.startsWith('|') ? '' : '|'}${text}${/\|$/.test(text) ? '' : '|'}`;
}

/** Two spaces a step are common in Markdown; plain text counts four. */
function widenIndent(text: string): string {
	return /^ +[-*+•]\s/.test(text) ? text.replace(/^ +/, (spaces) => spaces + spaces) : text;
}

export function readMarkdown(text: string): RawLine[] {
	const source = splitLines(text);
	const skipped = frontMatterLength(source);
	const lines: RawLine[] = [];
	for (const [index, line] of source.entries()) {
		const before = lines.at(-1);
		const underline = /^\s*(=+|-+)\s*$/.exec(line)?.[1];
		if (index < skipped || /^\s*(```|<!--.*-->\s*$|([-*_]\s*){3,}$)/.test(line)) {
			if (underline !== undefined && before?.kind === 'text' && index >= skipped)
				lines[lines.length - 1] = wordsLine('heading', 2, before.text);
			lines.push(blankLine(line.trim()));
		} else if (underline?.startsWith('=') && before?.kind === 'text') {
			lines[lines.length - 1] = wordsLine('heading', 1, before.text);
			lines.push(blankLine(line.trim()));
		} else lines.push(plainLine(widenIndent(plainInline(barRow(line.replace(/^\s*>\s?/, '')))), before));
	}
	return lines;
}
