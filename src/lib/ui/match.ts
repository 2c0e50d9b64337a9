/** Simple word matching, the same everywhere: without case or accents, every typed word must occur in the text. */
export function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();
}

export function matchesWords(text: string, query: string): boolean {
	const hay = plain(text);
	return plain(query)
		.split(/\s+/)
		.filter(Boolean)
		.every((word) => hay.includes(word));
}

/** Higher is better: the start of the text, then the start of a word, then anywhere; 0 when a word is missing. */
export function matchScore(text: string, query: string): number {
	const hay = plain(text);
	const typed = plain(query).split(/\s+/).filter(Boolean);
	let score = 0;
	for (const word of typed) {
		const at = hay.indexOf(word);
		if (at < 0) return 0;
		const startsWord = at === 0 || new RegExp(`(^|[^\\p{L}\\p{N}])${escapePattern(word)}`, 'u').test(hay);
		score += at === 0 ? 4 : startsWord ? 3 : 1;
	}
	return score;
}

/** The text in pieces, so that the typed piece can be marked. */
export function splitMatch(text: string, query: string): { text: string; hit: boolean }[] {
	const at = query === '' ? -1 : plain(text).indexOf(plain(query));
	// Folding may change the length (ligatures); then nothing is marked rather than the wrong letters.
	if (at < 0 || plain(text).length !== text.length) return [{ text, hit: false }];
	const end = at + query.length;
	return [
		{ text: text.slice(0, at), hit: false },
		{ text: text.slice(at, end), hit: true },
		{ text: text.slice(end), hit: false }
	].filter((part) => part.text !== '');
}

function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
