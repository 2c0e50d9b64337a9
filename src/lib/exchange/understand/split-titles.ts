import { headingOf, levelAlone, weakHeading } from './headings.ts';
import type { Token, Uses } from './token.ts';

/** "Prioriteit 2" and on the next line "Haven": one heading that was printed, or pasted, in two lines. */
function completes(token: Token, next: Token | undefined): next is Token {
	if (next === undefined || !levelAlone(token)) return false;
	const bare = headingOf(next);
	return (
		next.kind === token.kind &&
		(next.kind === 'heading' ? bare?.kind === 'styled' : weakHeading(next) && bare === null)
	);
}

export function joinSplitTitles(tokens: readonly Token[], uses: Uses): Token[] {
	const result: Token[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		const next = tokens[at + 1];
		if (token === undefined) continue;
		// A name right above its own work is a title; one short line after another is a list that lost its marks.
		const after = tokens[at + 2];
		const listed = after !== undefined && levelAlone(after);
		if (completes(token, next) && !listed) {
			// Its line is that of the title: there its words stand.
			result.push({
				...token,
				line: next.line,
				text: `${token.text.replace(/[\s:.–-]+$/, '')}: ${next.text}`
			});
			uses.follow(token.line, next.line);
			at += 1;
		} else result.push(token);
	}
	return result;
}
