/**
 * What is said aloud, and the one undo that is on offer. One live region and one bar stand in the root layout.
 * 1. A sentence that is said twice is heard twice.
 * 2. At most one undo is offered; a new offer replaces the old one.
 * 3. An offer never disappears while the hand or the focus is on it.
 */
interface Offer {
	readonly text: string;
	/** May return a promise; a rejection is shown at the edge. */
	readonly undo: () => unknown;
	/** Distinguishes two offers with the same words. */
	readonly turn: number;
}

let turn = 0;
let sentence = $state.raw({ text: '', turn: 0 });
let offer = $state.raw<Offer | null>(null);

/** Says it through the live region; nothing is drawn. */
export function say(text: string): void {
	turn += 1;
	sentence = { text, turn };
}

/** Shows a bar with the sentence and "Ongedaan"; says the sentence too. */
export function offerUndo(text: string, undo: Offer['undo']): void {
	say(text);
	offer = { text, undo, turn };
}

export function withdrawOffer(): void {
	offer = null;
}

export const spoken = {
	get sentence() {
		return sentence;
	},
	get offer() {
		return offer;
	}
};
