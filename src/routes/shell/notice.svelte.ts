/** One sentence that must be read and then put away: a refused undo. Said aloud by its own role. */
let text = $state<string | null>(null);

export const notice = {
	get text() {
		return text;
	}
};

export function tell(sentence: string | null): void {
	text = sentence;
}
