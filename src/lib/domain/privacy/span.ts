import type { Span } from './guard.ts';

/** Every match that is also meant; the pattern carries the flag g, and `group` is the part to point at. */
export function spansOf(
	text: string,
	pattern: RegExp,
	isMeant: (match: RegExpMatchArray & { index: number }) => boolean = () => true
): Span[] {
	return [...text.matchAll(pattern)]
		.filter(isMeant)
		.map((match) => ({ at: match.index, length: match[0].length }));
}
