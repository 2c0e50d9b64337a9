import * as v from 'valibot';
import { confidentialities } from '../domain/access/grant.ts';
import { roles } from '../domain/access/matrix.ts';
import { maxIdLength } from './limits.ts';

/** What several messages are made of. */
export const id = v.pipe(v.string(), v.regex(/^[\w.:-]+$/), v.maxLength(maxIdLength));
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Milliseconds since 1970, the server's clock. */
export const moment = v.pipe(v.number(), v.safeInteger());

/** What a person types as a name: of themselves, a municipality, a device. */
export const maxNameLength = 120;
export const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxNameLength));
/** Why a right was given: a decision, a function, a covenant. */
const ground = v.pipe(v.string(), v.trim(), v.maxLength(500));

/** A right that is asked for; the workspace stands in the address. */
export const wantedGrant = v.object({
	role: v.picklist(roles),
	document: v.nullable(id),
	team: v.nullable(id),
	area: v.nullable(id),
	ceiling: v.picklist(confidentialities),
	/** Until just before; null: no end is known. */
	to: v.nullable(moment),
	ground
});
export type WantedGrant = v.InferOutput<typeof wantedGrant>;

/** A right that was given, in the shape that `can` reads. */
export const givenGrant = v.object({
	id,
	role: v.picklist(roles),
	scope: v.object({ workspace: id, document: v.nullable(id), team: v.nullable(id), area: v.nullable(id) }),
	ceiling: v.picklist(confidentialities),
	from: moment,
	to: v.nullable(moment),
	ground: v.string()
});
export type HeldGrant = v.InferOutput<typeof givenGrant>;

/** In an answer: a role of a later version is no right that this one can hold anyone to, so it is none here [S12]. */
export function knownGrants<S extends v.GenericSchema>(grant: S) {
	const isKnown = (one: unknown) => {
		const { role } = (one ?? {}) as { role?: unknown };
		return typeof role !== 'string' || roles.some((known) => known === role);
	};
	return v.pipe(
		v.array(v.unknown()),
		v.transform((all) => all.filter(isKnown) as v.InferInput<S>[]),
		v.array(grant)
	);
}
