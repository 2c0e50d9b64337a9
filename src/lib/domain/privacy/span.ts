/** Where in a text, counted as JavaScript counts characters. */
export interface Span {
	at: number;
	length: number;
}

/** Every match that is also meant; the pattern carries the flag g. */
export function spansOf(
	text: string,
	pattern: RegExp,
	isMeant: (match: RegExpMatchArray & { index: number }) => boolean = () => true
): Span[] {
	return [...text.matchAll(pattern)]
		.filter(isMeant)
		.map((match) => ({ at: match.index, length: match[0].length }));
}
