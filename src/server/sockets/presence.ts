import * as v from 'valibot';
import { collections } from '#lib/domain/step.ts';
import type { AccountId } from '#lib/domain/id.ts';
import { maxIdLength } from '#lib/protocol/limits.ts';

/**
 * Who is where in a document. Who it is, the session says; where, the client, in these fields and no others: what it
 * adds goes nowhere, so presence is no way to pass things on unseen.
 */
const name = v.pipe(v.string(), v.maxLength(maxIdLength));
/** A place in a text, as a number or as Yjs writes a relative one. */
const caret = v.union([v.pipe(v.number(), v.safeInteger()), v.pipe(v.string(), v.maxLength(200))]);
const place = v.object({
	collection: v.picklist(collections),
	id: name,
	field: v.fallback(v.nullable(name), null),
	anchor: v.fallback(v.nullable(caret), null),
	head: v.fallback(v.nullable(caret), null)
});
const said = v.object({ place: v.fallback(v.nullable(place), null) });

export interface Presence {
	user: { account: AccountId; name: string };
	place: v.InferOutput<typeof place> | null;
}

/** Who may not write has no caret: a place in a text is where one's words would come. */
export function presenceOf(user: Presence['user'], state: unknown, mayWrite: boolean): Presence {
	const parsed = v.safeParse(said, state);
	const where = parsed.success ? parsed.output.place : null;
	return { user, place: where && !mayWrite ? { ...where, anchor: null, head: null } : where };
}

/**
 * Which of the client ids in a message is the sender's own: the one it used before, or the only one that nobody else
 * holds. A client also sends back what it heard of others; that is left out.
 */
export function ownClient(
	known: number | undefined,
	said: Iterable<number>,
	isOthers: (client: number) => boolean
): number | null {
	const all = [...said];
	if (known !== undefined) return all.includes(known) ? known : null;
	const free = all.filter((client) => !isOthers(client));
	return free.length === 1 ? (free[0] ?? null) : null;
}
