import type { Build } from './build.ts';
import type { Token } from './token.ts';

/** A bullet with its words; `group` is the short line above it that gathers some bullets. */
export interface Entry {
	text: string;
	line: number;
	level: number;
	group: Token | null;
	/** The piece that was joined to it, when a bullet was broken in two. */
	joined: { text: string; line: number } | null;
}

const unfinished =
	/(?:^|\s)(?:aan|bij|de|door|een|en|het|in|met|naar|of|om|op|te|tot|uit|van|voor|zijn|wij|we|die|dat|als|onze|hun)$/i;

/** Whether its last word asks for another. */
export function endsUnfinished(text: string): boolean {
	return unfinished.test(text) || /[,&/(-]$/.test(text);
}

/** A next bullet that starts small after a bullet without an end is most likely the rest of it. */
function isRest(before: Entry, token: Token, entries: readonly Entry[], mostlyCapital: boolean): boolean {
	if (!/^\p{Ll}/u.test(token.text) || /[.;:!?)]$/.test(before.text) || token.level > before.level)
		return false;
	return unfinished.test(before.text) || (mostlyCapital && entries.length > 1);
}

function joinTo(entry: Entry, token: Token): void {
	entry.joined = { text: token.text, line: token.line };
	entry.text = `${entry.text} ${token.text}`;
}

/** Indented, right below the words of a bullet: more of its words. */
export function isUnder(token: Token): boolean {
	return token.kind === 'text' && token.level > 0 && token.afterBlank === false;
}

/** The bullets of a block, with a broken bullet made whole again (asked by the caller, who knows its key). */
export function entriesOf(tokens: readonly Token[], build: Build): Entry[] {
	const bullets = tokens.filter((token) => token.kind === 'bullet');
	const mostlyCapital = bullets.filter((token) => /^\p{Ll}/u.test(token.text)).length * 3 <= bullets.length;
	const entries: Entry[] = [];
	let group: Token | null = null;
	for (const token of tokens) {
		const last = entries.at(-1);
		if (last !== undefined && isUnder(token)) {
			build.uses.mark(token.line, 'content');
			last.text = `${last.text} ${token.text}`;
		} else if (token.kind === 'text') {
			const goesOn = last !== undefined && /^\p{Ll}/u.test(token.text);
			build.uses.mark(token.line, goesOn ? 'content' : 'prose');
			if (goesOn) joinTo(last, token);
			else group = token;
		} else if (token.kind === 'bullet') {
			build.uses.mark(token.line, 'content');
			if (last !== undefined && last.group === group && isRest(last, token, entries, mostlyCapital))
				joinTo(last, token);
			else entries.push({ text: token.text, line: token.line, level: token.level, group, joined: null });
		}
	}
	return entries;
}

/** Paragraphs where bullets might stand; one that breaks off and goes on small on the next line is one. */
export function paragraphsOf(tokens: readonly Token[]): Entry[] {
	const entries: Entry[] = [];
	let lastLine = 0;
	for (const token of tokens) {
		const last = entries.at(-1);
		const rest = token.kind === 'text' && token.line === lastLine + 1 && /^\p{Ll}/u.test(token.text);
		if (last !== undefined && rest && !/[.;:!?)]$/.test(last.text)) joinTo(last, token);
		else entries.push({ text: token.text, line: token.line, level: 1, group: null, joined: null });
		lastLine = token.line;
	}
	return entries;
}

export function askBroken(entry: Entry, target: string, build: Build): void {
	if (entry.joined === null) return;
	build.ask({
		line: entry.joined.line,
		what: 'brokenBullet',
		about: entry.joined.text,
		guess: entry.text,
		alternatives: [`${entry.text.slice(0, -entry.joined.text.length - 1)}; ${entry.joined.text}`],
		target
	});
}
