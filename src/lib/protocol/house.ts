import * as v from 'valibot';
import { confidentialities } from '../domain/access/grant.ts';
import { roles } from '../domain/access/matrix.ts';

/** What the house answers: who is asking, where they belong, who else does (docs/wire.md). Later fields pass by. */
const id = v.string();
const milliseconds = v.number();

export const serverAnswer = v.object({
	epoch: id,
	now: milliseconds,
	isSetUp: v.boolean(),
	ways: v.array(v.string())
});
export type ServerAnswer = v.InferOutput<typeof serverAnswer>;

export const heldGrant = v.object({
	id,
	role: v.picklist(roles),
	scope: v.object({
		workspace: id,
		document: v.nullable(id),
		team: v.nullable(id),
		area: v.nullable(id)
	}),
	ceiling: v.picklist(confidentialities),
	from: milliseconds,
	to: v.nullable(milliseconds),
	ground: v.string()
});
export type HeldGrant = v.InferOutput<typeof heldGrant>;

export const meAnswer = v.object({
	account: id,
	name: v.string(),
	now: milliseconds,
	passkeys: v.unknown(),
	recoveryCodesLeft: v.number(),
	workspaces: v.array(
		v.object({
			id,
			municipality: v.string(),
			person: v.nullable(id),
			register: v.nullable(id),
			grants: v.array(heldGrant)
		})
	)
});
export type MeAnswer = v.InferOutput<typeof meAnswer>;
export type Membership = MeAnswer['workspaces'][number];
