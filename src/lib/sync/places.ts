import type { HocuspocusProvider } from '@hocuspocus/provider';
import { hearCaret, sayCaret, type Caret } from '#lib/collab/caret.ts';
import type { SharedDocument } from '#lib/collab/shared-document.ts';
import { collections, type Collection } from '#lib/domain/step.ts';
import type { SyncPorts } from './context.ts';

/** Where someone is. `anchor` and `head`: a caret or selection in the field, as offsets in what it holds; null: none. */
export interface Place {
	collection: string;
	id: string;
	field: string | null;
	anchor: number | null;
	head: number | null;
}
/** `typed`: what the offsets count in, where that runs ahead of what is shared. */
export type OwnPlace = Place & { typed?: string };

/** The places of one document: own ones as the wire has them (docs/wire.md), and back. */
export function sayPlace(shared: SharedDocument, place: OwnPlace | null): unknown {
	if (!place) return null;
	const { typed = null, ...rest } = place;
	const { collection, id, field, anchor, head } = rest;
	if (field === null || !isCollection(collection)) return { ...rest, anchor: null, head: null };
	const say = (offset: number | null): Caret | null =>
		offset === null ? null : sayCaret(shared, { collection, id, field }, offset, typed);
	return { ...rest, anchor: say(anchor), head: say(head) };
}

/** The server lets only these fields through, and caps them; what is none is nobody's place. */
export function hearPlace(shared: SharedDocument, raw: unknown): Place | null {
	const place = raw as Partial<Record<keyof Place, unknown>> | null;
	if (typeof place?.collection !== 'string' || typeof place.id !== 'string') return null;
	const { collection, id } = place;
	const field = typeof place.field === 'string' ? place.field : null;
	const hear = (caret: unknown): number | null => {
		if (field === null || !isCollection(collection)) return null;
		return typeof caret === 'number' || typeof caret === 'string'
			? hearCaret(shared, { collection, id, field }, caret)
			: null;
	};
	return { collection, id, field, anchor: hear(place.anchor), head: hear(place.head) };
}

function isCollection(name: string): name is Collection {
	return collections.some((one) => one === name);
}

/** A caret moves with every letter: the others see it ten times a second, which looks like always. */
const betweenMs = 100;

/** Tells where this person is: the first at once, what follows within `betweenMs` as one. */
export function placeTeller(ports: SyncPorts, provider: HocuspocusProvider, shared: SharedDocument) {
	let waiting: { place: OwnPlace | null } | null = null;
	let callOff: (() => void) | null = null;
	const tell = (place: OwnPlace | null) => {
		waiting = null;
		provider.setAwarenessField('place', sayPlace(shared, place));
		callOff = ports.after(betweenMs, () => {
			callOff = null;
			if (waiting) tell(waiting.place);
		});
	};
	return {
		tell: (place: OwnPlace | null): void => {
			if (callOff) waiting = { place };
			else tell(place);
		},
		stop: () => callOff?.()
	};
}
