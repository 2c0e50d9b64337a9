import type { Place } from '#lib/sync/index.ts';
import { live, type Live } from '../live.svelte.ts';

/** Somebody who is in a document now, as the server says who they are. */
export interface Present {
	account: string;
	name: string;
	/** Of the plan, programme or register. */
	document: string;
	/** Differs per tab of one person. */
	tab: number;
	place: At | null;
}
export type At = Pick<Place, 'collection' | 'id' | 'field'>;

/** Somebody's caret: offsets in what the field holds here now, also while others write before it. */
export interface PresentCaret {
	account: string;
	name: string;
	tab: number;
	at: At;
	anchor: number;
	head: number;
}

/** Who is here, and apart from it their carets: those move with every letter, and only the field they are in draws them. */
export interface Presence {
	present: readonly Present[];
	carets: readonly PresentCaret[];
	readonly presentLive: Live;
	readonly caretsLive: Live;
	readonly heard: Map<string, { present: Present[]; carets: PresentCaret[] }>;
}

export function presenceState(): Presence {
	return { present: [], carets: [], presentLive: live(), caretsLive: live(), heard: new Map() };
}

/** What the line of one document says; `name` is its full name. */
export function tellPresence(
	presence: Presence,
	name: string,
	others: readonly { tab: number; user: unknown; place: Place | null }[]
): void {
	const document = name.split('/')[2] ?? name;
	const present: Present[] = [];
	const carets: PresentCaret[] = [];
	for (const { tab, user, place } of others) {
		const { account, name: called } = (user ?? {}) as { account?: unknown; name?: unknown };
		if (typeof account !== 'string' || typeof called !== 'string') continue;
		const at = place && { collection: place.collection, id: place.id, field: place.field };
		present.push({ account, name: called, document, tab, place: at });
		if (!at || place.head === null) continue;
		const { head, anchor } = place;
		carets.push({ account, name: called, tab, at, anchor: anchor ?? head, head });
	}
	presence.heard.set(name, { present, carets });
	const heard = [...presence.heard.values()];
	const nowPresent = heard.flatMap((one) => one.present);
	const nowCarets = heard.flatMap((one) => one.carets);
	// Compared by what they say: who only moved a caret wakes no row of a programme.
	if (JSON.stringify(nowPresent) !== JSON.stringify(presence.present)) {
		presence.present = nowPresent;
		presence.presentLive.changed();
	}
	if (JSON.stringify(nowCarets) !== JSON.stringify(presence.carets)) {
		presence.carets = nowCarets;
		presence.caretsLive.changed();
	}
}
