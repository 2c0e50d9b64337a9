import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';
import type { AccountId } from '#lib/domain/id.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import { passkeyMade, passkeySaid } from '#lib/protocol/sign-in.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { Asked, AskedBySomeone } from '../api/route.ts';
import { serverLog } from '../audit/entry.ts';
import type { StoredPasskey } from '../store/sign-ins.ts';
import { challengeLifeMs } from './challenges.ts';
import type { SignInParts } from './parts.ts';
import { freshCodes } from './recovery.ts';
import { beginSession, giveSession } from './sessions.ts';

/** Loaded when the first one signs in: it brings a library of certificates that a start need not wait for. */
const webauthn = () => import('@simplewebauthn/server');
const adding = (account: AccountId) => `add ${account}`;
const signingIn = 'sign in';
/** A finger or a code where the device has one; a plain security key is a passkey too. */
const userVerification = 'preferred';

export async function beginPasskey(
	{ meeting, rp, challenges }: SignInParts,
	{ asker, response }: AskedBySomeone
): Promise<void> {
	const { generateRegistrationOptions } = await webauthn();
	const { people, signIns } = meeting.store;
	const account = await people.account(asker.account);
	if (!account) throw new Refusal('signedOut');
	const known = await signIns.passkeysOf(asker.account);
	const options = await generateRegistrationOptions({
		...{ rpName: rp.name, rpID: rp.id, userName: account.name, userDisplayName: account.name },
		userID: Uint8Array.from(Buffer.from(account.id, 'utf8')),
		challenge: Uint8Array.from(meeting.ports.randomBytes(32)),
		timeout: challengeLifeMs,
		attestationType: 'none',
		excludeCredentials: known.map(({ credential }) => ({ id: credential })),
		authenticatorSelection: { residentKey: 'required', userVerification }
	});
	challenges.give(options.challenge, adding(asker.account));
	answerJson(response, 200, { options });
}

export async function addPasskey(parts: SignInParts, asked: AskedBySomeone): Promise<void> {
	const { meeting, rp, challenges, origins } = parts;
	const { asker, request, response, origin } = asked;
	const said = await readJson(request, passkeyMade, maxMessageBytes);
	const { verifyRegistrationResponse } = await webauthn();
	const verified = await orNotRecognised(() =>
		verifyRegistrationResponse({
			// Its words were validated; what they mean is weighed here.
			response: said.response,
			expectedChallenge: (one) => challenges.take(one, adding(asker.account)),
			expectedOrigin: [...origins],
			expectedRPID: rp.id,
			requireUserVerification: false
		})
	);
	if (!verified.verified) throw new Refusal('notRecognised');
	const { id, publicKey, counter } = verified.registrationInfo.credential;
	const at = meeting.ports.now();
	const key = { credential: id, account: asker.account, publicKey, counter };
	const transports = v.safeParse(v.array(v.string()), said.response.response['transports']);
	const times = { transports: transports.success ? transports.output : [], createdAt: at, usedAt: null };
	const recoveryCodes = await meeting.store.atomically(async (inside) => {
		const isFirst = (await inside.signIns.passkeysOf(asker.account)).length === 0;
		if (!(await inside.signIns.addPasskey({ ...key, ...times }))) throw new Refusal('notRecognised');
		const line = { log: serverLog, at, actor: asker.account, origin, result: 'done' as const };
		await inside.audit.append({ ...line, action: 'passkeyAdded', object: `passkey ${id}`, reason: null });
		return isFirst ? freshCodes(meeting.ports, inside, asker.account, origin) : null;
	});
	answerJson(response, 200, { recoveryCodes });
}

export async function beginSignIn(
	{ meeting, rp, challenges }: SignInParts,
	{ response }: Asked
): Promise<void> {
	const { generateAuthenticationOptions } = await webauthn();
	const challenge = Uint8Array.from(meeting.ports.randomBytes(32));
	const how = { rpID: rp.id, timeout: challengeLifeMs, userVerification } as const;
	// Without a list of keys: who has an account here is nobody's business.
	const options = await generateAuthenticationOptions({ ...how, challenge });
	challenges.give(options.challenge, signingIn);
	answerJson(response, 200, { options });
}

export async function signIn(parts: SignInParts, asked: Asked): Promise<void> {
	const { meeting, budgets } = parts;
	const { request, response, origin } = asked;
	const said = await readJson(request, passkeySaid, maxMessageBytes);
	const passkey = await meeting.store.signIns.passkey(said.response.id);
	const [budget, key] = passkey ? [budgets.one, passkey.account] : [budgets.unknown, 'passkey'];
	budget.mustHaveLeft(key);
	const counter = passkey && (await counterOf(parts, passkey, said.response));
	const account = passkey && (await meeting.store.people.account(passkey.account));
	if (passkey === null || counter === null || !account || account.endedAt !== null) {
		budget.charge(key);
		await noteRefusal(parts, passkey?.account ?? null, origin, 'passkey');
		throw new Refusal('notRecognised');
	}
	const begun = await meeting.store.atomically(async (inside) => {
		await inside.signIns.passkeyUsed(passkey.credential, counter, meeting.ports.now());
		const { deviceName } = said;
		return beginSession(parts, inside, request, { account: account.id, deviceName, way: 'passkey', origin });
	});
	giveSession(parts, request, response, begun);
	answerJson(response, 200, { account: account.id });
}

/** The number of times that the key was used, or null where this is not its answer to a challenge of ours. */
async function counterOf(
	{ challenges, origins, rp }: SignInParts,
	passkey: StoredPasskey,
	said: AuthenticationResponseJSON
): Promise<number | null> {
	const { verifyAuthenticationResponse } = await webauthn();
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: said,
			expectedChallenge: (one) => challenges.take(one, signingIn),
			expectedOrigin: [...origins],
			expectedRPID: rp.id,
			credential: {
				id: passkey.credential,
				publicKey: Uint8Array.from(passkey.publicKey),
				counter: passkey.counter,
				transports: [...passkey.transports]
			},
			requireUserVerification: false
		});
		return verified ? authenticationInfo.newCounter : null;
	} catch {
		// Whatever the library says of bytes from outside, it says no.
		return null;
	}
}

async function orNotRecognised<T>(verify: () => Promise<T>): Promise<T> {
	try {
		return await verify();
	} catch {
		throw new Refusal('notRecognised');
	}
}

/** Within a budget: guessing does not fill the log. */
export async function noteRefusal(
	{ meeting: { store, ports } }: SignInParts,
	account: AccountId | null,
	origin: string,
	way: string
): Promise<void> {
	const line = { log: serverLog, at: ports.now(), actor: null, action: 'signedIn', origin };
	const object = account === null ? 'nobody known' : `account ${account}`;
	await store.atomically(({ audit }) => audit.append({ ...line, object, result: 'refused', reason: way }));
}
