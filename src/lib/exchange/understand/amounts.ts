import type { Token } from './token.ts';

/** Cells that count or pay, and the rows that add them up. */
const amount =
	/^(?:€|eur(?:o)?\b)?\s*[-–+]?\s*(?:\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(?:\d{1,2}|-+|–))?\s*(?:%|k|mln\.?|miljoen|euro|€|p\.?\s?j\.?|per jaar)?$/i;
const nothing = /^(?:[-–—x?]+|p\.?m\.?|n\.?v\.?t\.?|nihil)$/i;
const totalWord = /^(?:sub|eind)?tota(?:al|len)\s*:?$/i;
const totalOf = /^(?:sub|eind)?tota(?:al|le)(?!\p{L}).{0,60}$/iu;

export function isAmount(cell: string): boolean {
	return amount.test(cell.trim());
}

function filledCells(row: Token): string[] {
	return row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** "Totaal | € 15.000": it adds up what stands above, so that nothing in it is a thing of its own. */
export function addsUp(row: Token): boolean {
	const words = filledCells(row).filter((cell) => !isAmount(cell) && !nothing.test(cell));
	const counts = filledCells(row).length > words.length;
	const said = words.every((cell) => totalWord.test(cell) || (counts && totalOf.test(cell)));
	return row.kind === 'row' && words.length > 0 && said;
}
