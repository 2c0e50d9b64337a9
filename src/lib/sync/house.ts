import type {
	AuthenticationResponseJSON,
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
	RegistrationResponseJSON
} from '@simplewebauthn/browser';
import type * as v from 'valibot';
import { restoreAnswer, versionList } from '#lib/protocol/documents.ts';
import { factVerdict } from '#lib/protocol/messages.ts';
import * as people from '#lib/protocol/people.ts';
import * as signIn from '#lib/protocol/sign-in.ts';
import type { WantedGrant } from '#lib/protocol/words.ts';
import { ask, askJson, said } from './ask.ts';
import type { Road } from './road.ts';

/**
 * Every road of docs/wire.md that a screen walks, one function each, over one road. Each throws `RefusedByServer` with
 * the server's word, or `Away` when it did not answer; nothing is kept here.
 */
export type HouseCalls = ReturnType<typeof houseCalls>;

/** What a browser does with a passkey; a test has its own. */
export interface Passkeys {
	make(options: PublicKeyCredentialCreationOptionsJSON): Promise<RegistrationResponseJSON>;
	say(options: PublicKeyCredentialRequestOptionsJSON): Promise<AuthenticationResponseJSON>;
}

/** Loaded when someone uses one. Throws what the browser throws: `NotAllowedError` when the person called it off. */
export const browserPasskeys: Passkeys = {
	make: async (optionsJSON) => (await import('@simplewebauthn/browser')).startRegistration({ optionsJSON }),
	say: async (optionsJSON) => (await import('@simplewebauthn/browser')).startAuthentication({ optionsJSON })
};

export function houseCalls(road: Road, passkeys: Passkeys = browserPasskeys) {
	return { ...ownCalls(road, passkeys), ...workspaceCalls(road) };
}

function ownCalls(road: Road, passkeys: Passkeys) {
	return {
		server: () => askJson(road, '/server', signIn.serverAnswer),
		/** Once, over loopback; answers one recovery code. */
		setUp: (code: string, name: string, deviceName: string | null = null) =>
			askJson(road, '/setup', signIn.setupAnswer, said({ code, name, deviceName })),
		me: () => askJson(road, '/me', signIn.meAnswer),
		/** Recovery codes with the first one, else null. */
		async addPasskey(): Promise<string[] | null> {
			const { options } = await askJson(road, '/passkeys/begin', signIn.passkeyBegun, said({}));
			const response = await passkeys.make(options as unknown as PublicKeyCredentialCreationOptionsJSON);
			const answer = await askJson(road, '/passkeys', signIn.passkeyAnswer, said({ response }));
			return answer.recoveryCodes;
		},
		async signInByPasskey(deviceName: string | null = null) {
			const { options } = await askJson(road, '/sign-in/begin', signIn.passkeyBegun, said({}));
			const response = await passkeys.say(options);
			return askJson(road, '/sign-in', signIn.signedInAnswer, said({ response, deviceName }));
		},
		signInByRecovery: (code: string, deviceName: string | null = null) =>
			askJson(road, '/sign-in/recovery', signIn.signedInAnswer, said({ code, deviceName })),
		/** Ten new ones; the old ones end. */
		newRecoveryCodes: async () =>
			(await askJson(road, '/recovery-codes', signIn.recoveryCodesAnswer, said({}))).recoveryCodes,
		cast: async () => (await askJson(road, '/sign-in/cast', signIn.castAnswer)).cast,
		signInAsCast: (person: string, deviceName: string | null = null) =>
			askJson(road, '/sign-in/demo', signIn.signedInAnswer, said({ person, deviceName })),
		/** Only the session; `leaveServer` is what a screen offers. */
		signOut: () => done(ask(road, '/sign-out', said({}))),
		sessions: async () => (await askJson(road, '/sessions', signIn.sessionsAnswer)).sessions,
		endSession: (id: string) => done(ask(road, `/sessions/${id}`, { method: 'DELETE' })),
		invite: (token: string) => askJson(road, `/invites/${token}`, signIn.inviteOffer),
		acceptInvite: (token: string, name: string, deviceName: string | null = null) =>
			askJson(road, `/invites/${token}`, signIn.inviteAccepted, said({ name, deviceName })),
		bring: (workspace: signIn.Bringing) => askJson(road, '/workspaces', signIn.broughtAnswer, said(workspace))
	};
}

function workspaceCalls(road: Road) {
	const at = (workspace: string, what: string) => `/w/${workspace}/${what}`;
	const drop = (path: string) => done(ask(road, path, { method: 'DELETE' }));
	return {
		people: async (workspace: string) =>
			(await askJson(road, at(workspace, 'people'), people.peopleAnswer)).people,
		grant: (workspace: string, account: string, grant: WantedGrant) =>
			askJson(road, at(workspace, 'grants'), people.grantAnswer, said({ account, ...grant })),
		endGrant: (workspace: string, id: string) => drop(at(workspace, `grants/${id}`)),
		linkPerson: (workspace: string, account: string, person: string | null) =>
			done(ask(road, at(workspace, `people/${account}`), said({ person }, 'PUT'))),
		invites: async (workspace: string) =>
			(await askJson(road, at(workspace, 'invites'), people.invitesAnswer)).invites,
		makeInvite: (workspace: string, wanted: v.InferOutput<typeof people.inviteWanted>) =>
			askJson(road, at(workspace, 'invites'), people.inviteMade, said(wanted)),
		withdrawInvite: (workspace: string, id: string) => drop(at(workspace, `invites/${id}`)),
		devices: async (workspace: string) =>
			(await askJson(road, at(workspace, 'devices'), people.devicesAnswer)).devices,
		revokeDevice: (workspace: string, id: string) => drop(at(workspace, `devices/${id}`)),
		late: async (workspace: string) =>
			(await askJson(road, at(workspace, 'quarantine'), people.quarantineAnswer)).late,
		decideLate: (workspace: string, hash: string, decision: 'take' | 'refuse') =>
			askJson(road, at(workspace, `quarantine/${hash}`), factVerdict, said({ decision })),
		/** Of a document as `<kind>/<id>/g<n>`; newest first. */
		versions: async (workspace: string, kind: string, id: string) =>
			(await askJson(road, at(workspace, `documents/${kind}/${id}/versions`), versionList)).versions,
		/** Makes a new generation, which comes by the next exchange. */
		restoreVersion: (workspace: string, kind: string, id: string, version: string) =>
			askJson(
				road,
				at(workspace, `documents/${kind}/${id}/versions/${version}/restore`),
				restoreAnswer,
				said({})
			)
	};
}

async function done(asked: Promise<Response>): Promise<void> {
	await asked;
}
