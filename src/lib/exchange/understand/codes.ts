import type { ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';
import { entryOf, type ContentsEntry } from './contents.ts';
import { sameKey, type Token } from './token.ts';

/** Titles as the document lists them before the themes begin: "- f. Title", "4. Title", the table of contents. */
export function announcedIn(tokens: readonly Token[], firstTheme: number): ContentsEntry[] {
	const entries: ContentsEntry[] = [];
	for (const token of tokens) {
		if (token.line >= firstTheme || token.kind === 'row') continue;
		const entry = entryOf(token.text, token.line);
		if (entry.code !== null || entry.levelCode !== null) entries.push(entry);
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

interface Contradiction {
	listed: string;
	own: string;
}

/** The codes before the title, or those of its level: "3.2 Borgthema C" is two. */
function contradictionOf(entry: ContentsEntry, theme: ReadTheme, own: ContentsEntry): Contradiction | null {
	const { levelCode } = own;
	if (entry.levelCode !== null && levelCode !== null && contradicts(entry.levelCode, levelCode))
		return { listed: entry.levelCode, own: levelCode };
	const listed = entry.code ?? entry.levelCode;
	const sameKind = theme.code !== levelCode || entry.levelCode === null;
	if (listed === null || theme.code === null || !sameKind || !contradicts(listed, theme.code)) return null;
	return { listed, own: theme.code };
}

/** A theme that the document announces under another letter or number than it carries itself. */
export function askContradictingCodes(
	themes: readonly ReadTheme[],
	announced: readonly ContentsEntry[],
	tokens: readonly Token[],
	build: Build
): void {
	const texts = new Map(tokens.map((token) => [token.line, token.text]));
	for (const theme of themes) {
		if (theme.code === null) continue;
		const entry = announced.find(
			(one) => one.line !== theme.line && sameKey(one.title) === sameKey(theme.title)
		);
		const own = entryOf(texts.get(theme.line) ?? '', theme.line);
		const found = entry === undefined ? null : contradictionOf(entry, theme, own);
		if (entry === undefined || found === null) continue;
		build.ask({
			line: theme.line,
			what: 'contradictingCode',
			about: `${theme.title}: ${found.listed} (regel ${entry.line}), ${found.own} (regel ${theme.line})`,
			guess: found.own,
			alternatives: [found.listed],
			target: theme.key
		});
	}
}
