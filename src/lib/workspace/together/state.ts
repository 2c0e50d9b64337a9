import type { Fact } from '#lib/domain/fact/fact.ts';
import type { HeldGrant } from '#lib/protocol/words.ts';
import type { OwnPlace, Standing } from '#lib/sync/index.ts';
import type { Inside } from '../handle.ts';
import { live, type Live } from '../live.svelte.ts';
import { presenceState, type Presence } from './presence.ts';

/** What a screen says about the second place (P4). */
export interface Exchange {
	/** False: this workspace lives on this device only. Null: not read yet, and nothing may be said of it. */
	joined: boolean | null;
	/**
	 * `idle`: the last round came to its end. `offline`: no network. `serverAway`: a network, no server that answers.
	 * `signedOut`, `noRight`, `otherVersion` (the server speaks a newer one): work is kept, exchange waits. `stuck`: this device cannot write what came.
	 * `newEpoch`: the server forgot, and everything is being handed back (design D13).
	 */
	state:
		| 'idle'
		| 'exchanging'
		| 'offline'
		| 'signedOut'
		| 'noRight'
		| 'otherVersion'
		| 'serverAway'
		| 'stuck'
		| 'newEpoch';
	/** What is only on this device and can go. */
	waiting: { facts: number; photos: number; documents: number };
	/** Everything here stands in a second place; true only when that was proven after the last act [S3.6] [S5.2]. */
	safeTwice: boolean;
	/** False: what waits and what is safe was not counted yet, since this tab was opened. */
	isCounted: boolean;
	/** What the server does not take, each with its reason. It is kept. */
	refused: readonly NotTaken[];
	/** Milliseconds; when a round last came to its end. */
	lastAt: number | null;
	/** Who this device's person is on the server, and what they may there. */
	account: string | null;
	grants: readonly HeldGrant[];
}

export interface NotTaken {
	what: 'fact' | 'photo' | 'document';
	/** Of the fact, the photo (its hash) or the plan, programme or register. */
	id: string;
	/** A word of `protocol/reasons.ts`. */
	reason: string;
}

export const unread: Exchange = {
	joined: null,
	state: 'idle',
	waiting: { facts: 0, photos: 0, documents: 0 },
	safeTwice: false,
	isCounted: false,
	refused: [],
	lastAt: null,
	account: null,
	grants: []
};

/** What a handle keeps of being together; `acts` counts what was done since the last proof. */
export interface Together {
	exchange: Exchange;
	live: Live;
	acts: number;
	/** What runs once the workspace has joined; null before. Loaded behind the first screen. */
	running: Promise<Running> | null;
	readonly presence: Presence;
	mergesLive: Live;
	/** Milliseconds; when something of each document last came in, by name. */
	readonly heardAt: Map<string, number>;
}

export interface Running {
	wake(hasFacts: boolean): void;
	now(): Promise<void>;
	attend(documentId: string): () => void;
	setPlace(documentId: string, place: OwnPlace | null): void;
	/** Bytes of a photo of someone else; null where they cannot be had now. */
	fetchPhoto(fact: Pick<Fact, 'payload'>, sha256: string): Promise<ArrayBuffer | null>;
	/** Other tabs wrote something: what is claimed is counted anew. */
	recount(): void;
	standing(): Promise<Standing>;
	stop(): Promise<void>;
}

export function togetherState(): Together {
	return {
		exchange: unread,
		live: live(),
		acts: 0,
		running: null,
		presence: presenceState(),
		mergesLive: live(),
		heardAt: new Map()
	};
}

export function tellExchange({ together }: Inside, patch: Partial<Exchange>): void {
	together.exchange = { ...together.exchange, ...patch };
	together.live.changed();
}

/** Something was written here: until it is proven otherwise it stands in one place. */
export function actWritten({ together }: Inside, hasFacts: boolean): void {
	together.acts++;
	if (!together.exchange.joined) return;
	if (together.exchange.safeTwice) {
		together.exchange = { ...together.exchange, safeTwice: false };
		together.live.changed();
	}
	together.running?.then(
		(running) => running.wake(hasFacts),
		() => null
	);
}
