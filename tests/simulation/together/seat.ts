import type { Newer } from './acts.ts';
import type { Browser } from './browser.ts';
import type { Player } from './cast.ts';

/** So that a run can show that it did something. */
export const counts = {
	...{
		acts: 0,
		devices: 0,
		rounds: 0,
		kills: 0,
		servers: 0,
		claims: 0,
		facts: 0,
		edits: 0,
		later: 0,
		aged: 0,
		held: 0
	},
	...{ faulty: 0, attended: 0, left: 0, stayed: 0, rights: 0, late: 0, expired: 0, tried: 0, triedInVain: 0 }
};

/** One device, who has it, and what may never be gone from it. */
export interface Seat extends Player {
	browser: Browser;
	/** Ids of facts that were acknowledged or came; and rows that were added here. */
	said: Set<string>;
	added: Set<string>;
	/** The cookies of a session that the browser lost and the server did not. */
	signedOut: Map<string, string> | null;
	/** Signed out and wiped: asked in again at the end. */
	isGone: boolean;
	look: (() => void) | null;
	newer: Newer;
}
