import { whyNot } from '#lib/workspace/together/index.ts';

/** What a browser says when a passkey is called off, or is there already. */
const ofTheBrowser = ['NotAllowedError', 'InvalidStateError', 'AbortError'];

/**
 * Questions of one screen to the server:
 * 1. one at a time: what is pressed meanwhile does nothing;
 * 2. an expected no is a word that the screen translates (`words.house.error`); what is not expected goes to the edge.
 */
export class Asking {
	busy = $state(false);
	/** A word of the server, of the browser, or of a verb; null when all is well. */
	refusal = $state<string | null>(null);

	/** Whether it was done; `refusal` says why not. */
	async run(act: () => Promise<unknown>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.refusal = null;
		try {
			await act();
			return this.refusal === null;
		} catch (error) {
			const word = (await whyNot(error)) ?? wordOfBrowser(error);
			if (word === null) throw error;
			this.refusal = word;
			return false;
		} finally {
			this.busy = false;
		}
	}
}

function wordOfBrowser(error: unknown): string | null {
	return error instanceof Error && ofTheBrowser.includes(error.name) ? error.name : null;
}
