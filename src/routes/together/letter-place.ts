/** Where a letter of a text is in what is drawn of it: the same letters in pieces, with other white space between. */
export interface LetterPlace {
	piece: number;
	/** In UTF-16 units, as in the text itself. */
	at: number;
}

/** Null where the pieces are not the letters of `text`: then nothing is marked rather than the wrong place. */
export function letterPlace(pieces: readonly string[], text: string, offset: number): LetterPlace | null {
	if (bare(pieces.join('')) !== bare(text)) return null;
	const before = text.slice(0, offset);
	let left = bare(before).length;
	let last: LetterPlace | null = null;
	for (const [piece, drawn] of pieces.entries())
		for (let at = 0; at < drawn.length; at++) {
			if (isWhite(drawn[at])) continue;
			if (left === 0) return last ? pastWhite(drawn, last, piece, before) : { piece, at };
			left--;
			last = { piece, at: at + 1 };
		}
	return last && pastWhite(pieces[last.piece] ?? '', last, last.piece, before);
}

/** A caret behind a space stands behind that space where it is drawn in the same piece. */
function pastWhite(drawn: string, last: LetterPlace, piece: number, before: string): LetterPlace {
	if (piece !== last.piece) return last;
	const white = before.length - before.trimEnd().length;
	let at = last.at;
	while (at < last.at + white && isWhite(drawn[at])) at++;
	return { piece, at };
}

function bare(text: string): string {
	return text.replace(/\s/g, '');
}
function isWhite(letter: string | undefined): boolean {
	return letter !== undefined && /\s/.test(letter);
}
