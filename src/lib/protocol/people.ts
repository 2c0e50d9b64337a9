import * as v from 'valibot';
import { count, givenGrant, hash, id, knownGrants, moment, wantedGrant } from './words.ts';

/** Who may come to a workspace and with what: people, rights, invites, devices, what came too late. */
export const peopleAnswer = v.object({
	people: v.array(
		v.object({
			account: id,
			name: v.string(),
			person: v.nullable(id),
			endedAt: v.nullable(moment),
			/** Also the ones that ended. */
			grants: knownGrants(givenGrant)
		})
	)
});
export type PeopleAnswer = v.InferOutput<typeof peopleAnswer>;

export const grantGiving = v.object({ account: id, ...wantedGrant.entries });
export const grantAnswer = v.object({ id });
export const personLink = v.object({ person: v.nullable(id) });

/** At least one right, no more than a person can oversee. */
export const inviteWanted = v.object({
	grants: v.pipe(v.array(wantedGrant), v.minLength(1), v.maxLength(8)),
	person: v.nullable(id),
	/** Null: a week from now; never more than a month. */
	expiresAt: v.nullable(moment)
});
/** The link is `<origin>/uitnodiging#<token>`; the token is said this once. */
export const inviteMade = v.object({ id, token: v.string(), expiresAt: moment });
export const inviteStates = ['open', 'used', 'withdrawn', 'expired'] as const;
export const invitesAnswer = v.object({
	invites: v.array(
		v.object({
			id,
			state: v.picklist(inviteStates),
			person: v.nullable(id),
			grants: knownGrants(wantedGrant),
			createdAt: moment,
			createdBy: id,
			expiresAt: moment,
			usedBy: v.nullable(id)
		})
	)
});
export type InvitesAnswer = v.InferOutput<typeof invitesAnswer>;

/** All of the workspace for who may read devices, else one's own. */
export const devicesAnswer = v.object({
	devices: v.array(
		v.object({
			device: id,
			account: id,
			name: v.nullable(v.string()),
			/** The name of that account; null where it is gone. */
			owner: v.nullable(v.string()),
			registeredAt: moment,
			revokedAt: v.nullable(moment)
		})
	)
});
export type DevicesAnswer = v.InferOutput<typeof devicesAnswer>;

/** What came too late, without what it says: who decides need not be one who may read it. */
export const quarantineAnswer = v.object({
	late: v.array(
		v.object({
			hash,
			id,
			device: id,
			deviceSeq: count,
			deviceName: v.nullable(v.string()),
			account: v.nullable(id),
			person: v.nullable(id),
			kind: v.string(),
			confidentiality: v.picklist(['public', 'internal', 'confidential']),
			occurredAt: v.number(),
			receivedAt: moment,
			carrier: id,
			/** Of `lateReasons`, or of a later version [S12.5]. */
			reason: v.string()
		})
	)
});
export type QuarantineAnswer = v.InferOutput<typeof quarantineAnswer>;
/** Answered with a verdict, as a fact that is brought: `factVerdict`. */
export const quarantineDecision = v.object({ decision: v.picklist(['take', 'refuse']) });
