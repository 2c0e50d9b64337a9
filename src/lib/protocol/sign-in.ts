import * as v from 'valibot';
import { roles } from '../domain/access/matrix.ts';
import { count, givenGrant, id, knownGrants, moment, name, wantedGrant } from './words.ts';

const ways = ['passkey', 'recovery', 'setupCode', 'demo'] as const;
/** A way in of a later version has no door here [S12]. */
const knownWays = v.pipe(
	v.array(v.string()),
	v.transform((all) => ways.filter((one) => all.includes(one)))
);

/** What is said before a workspace is open: the server itself, signing in, one's own account, an invite, bringing. */
export const serverAnswer = v.object({
	epoch: id,
	now: moment,
	isSetUp: v.boolean(),
	ways: knownWays
});
export type ServerAnswer = v.InferOutput<typeof serverAnswer>;

/** How the session is called in the list of sessions; whoever signs in may say it. */
const deviceName = v.optional(v.nullable(name), null);
const code = v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(64));

export const setup = v.object({ code, name, deviceName });
/** `recoveryCode` signs in once, at the public address: the setup itself is done over loopback. */
export const setupAnswer = v.object({ account: id, recoveryCode: v.string() });

export const signedInAnswer = v.object({ account: id });
export const recoverySignIn = v.object({ code, deviceName });
export const demoSignIn = v.object({ person: id, deviceName });
export const castAnswer = v.object({
	cast: v.array(v.object({ person: id, name, role: v.picklist(roles) }))
});

/** As @simplewebauthn/browser takes and gives it; what is in `response` is weighed by @simplewebauthn/server. */
export const passkeyBegun = v.object({ options: v.looseObject({ challenge: v.string() }) });
const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/));
const credential = v.looseObject({ id: base64url, rawId: base64url, type: v.literal('public-key') });
export const passkeyMade = v.object({
	response: v.object({
		...credential.entries,
		response: v.looseObject({ clientDataJSON: base64url, attestationObject: base64url }),
		clientExtensionResults: v.optional(v.looseObject({}), {})
	})
});
export const passkeySaid = v.object({
	response: v.object({
		...credential.entries,
		response: v.looseObject({
			clientDataJSON: base64url,
			authenticatorData: base64url,
			signature: base64url
		}),
		clientExtensionResults: v.optional(v.looseObject({}), {})
	}),
	deviceName
});
/** Ten codes with the first passkey, shown once; null with a later one. */
export const passkeyAnswer = v.object({ recoveryCodes: v.nullable(v.array(v.string())) });
export const recoveryCodesAnswer = v.object({ recoveryCodes: v.array(v.string()) });

export const meAnswer = v.object({
	account: id,
	name,
	/** How many. */
	passkeys: count,
	recoveryCodesLeft: count,
	workspaces: v.array(
		v.object({
			id,
			municipality: v.string(),
			/** Who the account is in the register; null: not said yet. */
			person: v.nullable(id),
			/** The id of the register document; null where it was not said. */
			register: v.nullable(id),
			/** Only those that hold now. */
			grants: knownGrants(givenGrant)
		})
	),
	now: moment
});
export type MeAnswer = v.InferOutput<typeof meAnswer>;

export const sessionsAnswer = v.object({
	sessions: v.array(
		v.object({
			id,
			deviceName: v.nullable(v.string()),
			createdAt: moment,
			seenAt: moment,
			isThisOne: v.boolean()
		})
	)
});

/** What the holder of a link may know before saying yes. */
export const inviteOffer = v.object({
	workspace: id,
	municipality: v.string(),
	/** The name of the account that made it. */
	invitedBy: v.string(),
	person: v.nullable(id),
	grants: knownGrants(wantedGrant),
	expiresAt: moment
});
export type InviteOffer = v.InferOutput<typeof inviteOffer>;
/** The name counts only where a new account is made. */
export const inviteAcceptance = v.object({ name, deviceName });
export const inviteAccepted = v.object({ account: id, workspace: id });

export const bringing = v.object({
	id,
	municipality: name,
	person: id,
	personName: name,
	register: v.nullable(id)
});
export type Bringing = v.InferOutput<typeof bringing>;
export const broughtAnswer = v.object({ workspace: id, epoch: id });
