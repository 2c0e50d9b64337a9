import type { AccountId } from '#lib/domain/id.ts';
import type { Ports } from '#lib/domain/ports.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import { recoverySignIn } from '#lib/protocol/sign-in.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { Asked, AskedBySomeone } from '../api/route.ts';
import { serverLog } from '../audit/entry.ts';
import type { Parts } from '../store/store.ts';
import type { SignInParts } from './parts.ts';
import { noteRefusal } from './passkeys.ts';
import { hashOfSecret, isSameSecret, newCode, readCode } from './secret.ts';
import { beginSession, giveSession } from './sessions.ts';

/**
 * Recovery codes: for who lost the key. The first eight letters say which code it is, so that a wrong guess is charged
 * to the account it was aimed at; the twelve after that (60 bits) are the secret.
 */
const lookupLength = 8;
const codeLength = 20;
const codesAtOnce = 10;

/** New ones in the place of all that were; inside a transaction. They are said this once. */
export async function freshCodes(
	ports: Ports,
	{ signIns, audit }: Parts,
	account: AccountId,
	origin: string,
	howMany = codesAtOnce
): Promise<string[]> {
	const at = ports.now();
	const codes = Array.from({ length: howMany }, () => newCode(ports, codeLength));
	const stored = codes.map(readCode).map((code) => ({ lookup: lookupOf(code), hash: hashOfSecret(code) }));
	await signIns.replaceRecoveryCodes(account, stored, at);
	const line = { log: serverLog, at, actor: account, origin, result: 'done' as const };
	const object = `${howMany} recovery codes`;
	await audit.append({ ...line, action: 'recoveryCodesMade', object, reason: null });
	return codes;
}

export async function makeCodes(
	_parts: SignInParts,
	{ meeting, asker, response, origin }: AskedBySomeone
): Promise<void> {
	const recoveryCodes = await meeting.store.atomically((inside) =>
		freshCodes(meeting.ports, inside, asker.account, origin)
	);
	answerJson(response, 200, { recoveryCodes });
}

export async function recover(parts: SignInParts, asked: Asked): Promise<void> {
	const { meeting, budgets } = parts;
	const { request, response, origin } = asked;
	const { code: typed, deviceName } = await readJson(request, recoverySignIn, maxMessageBytes);
	const code = readCode(typed);
	const known = await meeting.store.signIns.recoveryCode(lookupOf(code));
	const [budget, key] = known ? [budgets.one, known.account] : [budgets.unknown, 'recovery'];
	budget.mustHaveLeft(key);
	const account = known && (await meeting.store.people.account(known.account));
	if (!known || !account || account.endedAt !== null || !isSameSecret(known.hash, hashOfSecret(code))) {
		budget.charge(key);
		await noteRefusal(parts, known?.account ?? null, origin, 'recovery');
		throw new Refusal('notRecognised');
	}
	const begun = await meeting.store.atomically(async (inside) => {
		// Of two at once only one is the first.
		if (!(await inside.signIns.useRecoveryCode(known.lookup, meeting.ports.now())))
			throw new Refusal('notRecognised');
		const beginning = { account: account.id, deviceName, way: 'recovery' as const, origin };
		return beginSession(parts, inside, request, beginning);
	});
	giveSession(parts, request, response, begun);
	answerJson(response, 200, { account: account.id });
}

function lookupOf(code: string): string {
	return code.slice(0, lookupLength);
}
