import * as Y from 'yjs';
import { carry } from '#lib/domain/text/carry.ts';
import type { RowRef, SharedDocument } from './shared-document.ts';

/**
 * A caret in a field, for others:
 * 1. in a shared text it is said relative to the letters around it, so that it stays there whatever is typed before it;
 * 2. elsewhere, in a plain value, it is an offset.
 */
export type Caret = number | string;

type FieldRef = RowRef & { field: string };

function textAt({ doc }: SharedDocument, { collection, id, field }: FieldRef): Y.Text | null {
	const text: unknown = doc.getMap(collection).get(`${id}.${field}`);
	return text instanceof Y.Text ? text : null;
}

/** `typed`: what the field holds that `offset` counts in, where that runs ahead of the shared text. */
export function sayCaret(shared: SharedDocument, at: FieldRef, offset: number, typed: string | null): Caret {
	const text = textAt(shared, at);
	if (!text) return offset;
	const now = text.toJSON();
	const place = typed === null ? Math.min(offset, now.length) : carry(offset, typed, now);
	return JSON.stringify(Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, place)));
}

/** The offset it stands at now; null where it points at nothing here: letters that have not come yet, or another text. */
export function hearCaret(shared: SharedDocument, at: FieldRef, caret: Caret): number | null {
	if (typeof caret === 'number') return caret;
	const text = textAt(shared, at);
	const said = readRelative(caret);
	const place = text && said && Y.createAbsolutePositionFromRelativePosition(said, shared.doc);
	return place && place.type === text ? place.index : null;
}

/** Only places between letters: what a hostile peer makes of it must not reach into the document. */
function readRelative(caret: string): Y.RelativePosition | null {
	try {
		const said: unknown = JSON.parse(caret);
		if (typeof said !== 'object' || said === null) return null;
		const { item = null, type = null, assoc = 0 } = said as Record<string, unknown>;
		const isPlace = isId(item) || (item === null && isId(type));
		return isPlace ? Y.createRelativePositionFromJSON({ item, type, assoc: assoc === -1 ? -1 : 0 }) : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

function isId(value: unknown): boolean {
	const { client, clock } = (value ?? {}) as Record<string, unknown>;
	return [client, clock].every((n) => Number.isSafeInteger(n) && (n as number) >= 0);
}
