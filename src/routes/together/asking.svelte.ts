import { whyNot } from '#lib/workspace/together/index.ts';

/** What a browser says when a passkey is called off, or is there already. */
const ofTheBrowser = ['NotAllowedError', 'InvalidStateError', 'AbortError'];

/**
 * Questions of one screen to the server:
 * 1. one at a time; what is pressed meanwhile waits its turn, and the same thing pressed twice is asked once;
 * 2. an expected no is a word that the screen translates (`words.house.error`); what is not expected goes to the edge;
 * 3. a no stands until something is asked with nothing else on its way: what waits behind it does not wipe it out.
 */
export class Asking {
	#onItsWay = new Set<string>();
	#count = $state(0);
	#tail: Promise<unknown> = Promise.resolve();
	/** A word of the server, of the browser, or of a verb; null when all is well. */
	refusal = $state<string | null>(null);

	get busy(): boolean {
		return this.#count > 0;
	}

	/**
	 * Whether it was done; `refusal` says why not. `what` names the act where a screen has more than one: a second
	 * press on the same is no second act.
	 */
	async run(act: () => Promise<unknown>, what = ''): Promise<boolean> {
		if (this.#onItsWay.has(what)) return false;
		this.#onItsWay.add(what);
		return this.#inTurn(act).finally(() => this.#onItsWay.delete(what));
	}

	/** The same for a list that is read: each time, for what changed while another reading went is not in that one. */
	read(list: () => Promise<unknown>): Promise<boolean> {
		return this.#inTurn(list);
	}

	#inTurn(act: () => Promise<unknown>): Promise<boolean> {
		if (this.#count === 0) this.refusal = null;
		this.#count += 1;
		const turn = this.#tail.then(() => this.#ask(act)).finally(() => (this.#count -= 1));
		this.#tail = turn.catch(() => undefined);
		return turn;
	}

	async #ask(act: () => Promise<unknown>): Promise<boolean> {
		const before = this.refusal;
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
			this.refusal ??= before;
		}
	}
}

function wordOfBrowser(error: unknown): string | null {
	return error instanceof Error && ofTheBrowser.includes(error.name) ? error.name : null;
}
