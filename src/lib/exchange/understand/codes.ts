import type { ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';
import type { ContentsEntry } from './contents.ts';
import { numberedParts } from './headings.ts';
import { sameKey, type Token } from './token.ts';

/** Titles as the document lists them before the themes begin: "- f. Title", "4. Title", the table of contents. */
export function announcedIn(tokens: readonly Token[], firstTheme: number): ContentsEntry[] {
	const entries: ContentsEntry[] = [];
	for (const token of tokens) {
		const parts = token.line < firstTheme && token.kind !== 'row' ? numberedParts(token.text) : null;
		if (parts !== null) entries.push({ ...parts, line: token.line });
	}
	return entries;
}

function lastStep(code: string): string {
	return code.split('.').at(-1)?.toLowerCase() ?? '';
}

/** "f" against "g" contradict; "3.1" against "1" is the same place in a chapter. */
function contradicts(listed: string, own: string): boolean {
	const letters = /^[a-z]$/i;
	if (letters.test(listed) !== letters.test(own)) return false;
	return listed.includes('.') && own.includes('.') ? listed !== own : lastStep(listed) !== lastStep(own);
}

/** A theme that the document announces under another letter or number than it carries itself. */
export function askContradictingCodes(
	themes: readonly ReadTheme[],
	announced: readonly ContentsEntry[],
	build: Build
): void {
	for (const theme of themes) {
		if (theme.code === null) continue;
		const entry = announced.find(
			(one) => one.line !== theme.line && sameKey(one.title) === sameKey(theme.title)
		);
		if (entry?.code == null || !contradicts(entry.code, theme.code)) continue;
		build.ask({
			line: theme.line,
			what: 'contradictingCode',
			about: `${theme.title}: ${entry.code} (regel ${entry.line}), ${theme.code} (regel ${theme.line})`,
			guess: theme.code,
			alternatives: [entry.code],
			target: theme.key
		});
	}
}
