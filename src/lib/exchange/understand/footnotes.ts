import type { Token } from './token.ts';

/**
 * "… met de havendienst.2" and, between two bullets, "2 De havendienst is …": a note at the foot of a page stands in
 * the way of the list around it. It is taken out and stays in the list of what was not understood.
 */
const note = /^\[?(\d{1,2})\]?[.)]?\s+\S.*[.!?]$/u;

function isPointedAt(number: string, tokens: readonly Token[], at: number): boolean {
	const mark = new RegExp(
		String.raw`(?:\p{L}{2}[.,;:)”"]?|[)”"])(?:${number}|\[${number}\])(?=\s|$|[.,;:])`,
		'u'
	);
	// The note stands on the page that points at it.
	return tokens.slice(Math.max(0, at - linesOfPage), at).some((token) => mark.test(token.text));
}

// A page of small print.
const linesOfPage = 60;

export function withoutFootnotes(tokens: readonly Token[]): Token[] {
	return tokens.filter((token, at) => {
		const number = token.kind === 'text' ? note.exec(token.text)?.[1] : undefined;
		const cuts = tokens[at - 1]?.kind === 'bullet' && tokens[at + 1]?.kind === 'bullet';
		return number === undefined || !cuts || !isPointedAt(number, tokens, at);
	});
}
