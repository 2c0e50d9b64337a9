import { isMember } from '#lib/domain/access/can.ts';
import type { AccountId } from '#lib/domain/id.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { isFromThisMachine } from '../api/loopback.ts';
import type { Asked, AskedBySomeone } from '../api/route.ts';
import type { MeAnswer, ServerAnswer } from '#lib/protocol/sign-in.ts';
import type { Meeting } from '../meeting.ts';
import { grantSaid } from '../people/grants.ts';
import type { SignInParts } from './parts.ts';
import { endSession, forgetSession, isOpen } from './sessions.ts';

/** What anyone may know: enough to show the right way in. */
export async function answerServer(
	{ meeting: { store, ports }, isDemo }: SignInParts,
	{ request, response }: Asked
): Promise<void> {
	const isSetUp = (await store.signIns.setUpBy()) !== null;
	const isHere = isFromThisMachine(request);
	const ways: ServerAnswer['ways'] = ['passkey', 'recovery'];
	if (!isSetUp && isHere) ways.push('setupCode');
	if (isDemo && isHere) ways.push('demo');
	const said: ServerAnswer = { epoch: await store.epoch(), now: ports.now(), isSetUp, ways };
	answerJson(response, 200, said);
}

export async function answerMe(
	_parts: SignInParts,
	{ meeting, asker, response }: AskedBySomeone
): Promise<void> {
	const { people, signIns } = meeting.store;
	const found = await people.account(asker.account);
	if (!found) throw new Refusal('signedOut');
	const said: MeAnswer = {
		account: found.id,
		name: found.name,
		passkeys: (await signIns.passkeysOf(found.id)).length,
		recoveryCodesLeft: await signIns.recoveryCodesLeft(found.id),
		workspaces: await workspacesFor(meeting, found.id),
		now: meeting.ports.now()
	};
	answerJson(response, 200, said);
}

async function workspacesFor({ store, ports }: Meeting, account: AccountId): Promise<MeAnswer['workspaces']> {
	const now = ports.now();
	const said: MeAnswer['workspaces'] = [];
	for (const { id, municipality, register } of await store.people.workspacesOf(account)) {
		const grants = await store.people.grantsOf(id, account);
		const holding = grants.filter((grant) => isMember([grant], id, now));
		if (holding.length === 0) continue;
		const person = await store.people.personOf(id, account);
		said.push({ id, municipality, person, register, grants: holding.map(grantSaid) });
	}
	return said;
}

export async function answerSessions(
	_parts: SignInParts,
	{ meeting, asker, session, response }: AskedBySomeone
): Promise<void> {
	const open = await meeting.store.signIns.sessionsOf(asker.account);
	const now = meeting.ports.now();
	const sessions = open
		.filter((one) => isOpen(one, now))
		.map(({ id, deviceName, createdAt, seenAt }) => ({
			...{ id, deviceName, createdAt, seenAt, isThisOne: id === session.id }
		}));
	answerJson(response, 200, { sessions });
}

export async function endOne(_parts: SignInParts, asked: AskedBySomeone): Promise<void> {
	const { meeting, asker, session, found, response, origin } = asked;
	const [id = ''] = found;
	if (!(await endSession(meeting, asker.account, id, origin))) throw new Refusal('notFound');
	if (id === session.id) forgetSession(response);
	answerJson(response, 200, {});
}

export async function signOut(_parts: SignInParts, asked: AskedBySomeone): Promise<void> {
	const { meeting, asker, session, response, origin } = asked;
	await endSession(meeting, asker.account, session.id, origin);
	forgetSession(response);
	answerJson(response, 200, {});
}
