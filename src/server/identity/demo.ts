import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import { demoSignIn } from '#lib/protocol/sign-in.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { Asked } from '../api/route.ts';
import type { Parts } from '../store/store.ts';
import { cast, type CastMember } from './cast.ts';
import type { SignInParts } from './parts.ts';
import { beginSession, giveSession } from './sessions.ts';

/** Without a key as one of the cast: where the configuration says demo, and on this machine only. */
export function answerCast({ isDemo }: SignInParts, { response }: Asked): Promise<void> {
	if (!isDemo) throw new Refusal('notFound');
	answerJson(response, 200, { cast });
	return Promise.resolve();
}

export async function signInAsCast(parts: SignInParts, asked: Asked): Promise<void> {
	const { meeting, isDemo } = parts;
	const { request, response, origin } = asked;
	if (!isDemo) throw new Refusal('notFound');
	const { person, deviceName } = await readJson(request, demoSignIn, maxMessageBytes);
	const member = cast.find((one) => one.person === person);
	if (!member) throw new Refusal('notRecognised');
	const account = accountOf(member);
	const begun = await meeting.store.atomically(async (inside) => {
		await addIfMissing(inside, member, meeting.ports.now());
		return beginSession(parts, inside, request, { account, deviceName, way: 'demo', origin });
	});
	giveSession(parts, request, response, begun);
	answerJson(response, 200, { account });
}

/** Everyone of the cast has a place in a workspace that is brought in demo mode. */
export async function letCastIn(
	inside: Parts,
	workspace: WorkspaceId,
	except: AccountId,
	newId: () => string,
	at: number
): Promise<void> {
	for (const member of cast) {
		const account = accountOf(member);
		if (account === except) continue;
		await addIfMissing(inside, member, at);
		const scope = { workspace, document: null, team: null, area: null };
		const term = { from: at, to: null, ground: '' };
		const grant = { id: newId(), account, role: member.role, scope, ceiling: 'confidential' as const };
		await inside.people.give({ ...grant, ...term });
		await inside.people.link(workspace, account, member.person);
	}
}

async function addIfMissing({ people }: Parts, member: CastMember, at: number): Promise<void> {
	const id = accountOf(member);
	if (await people.account(id)) return;
	await people.addAccount({ id, name: member.name, createdAt: at, endedAt: null });
}

function accountOf({ person }: CastMember): AccountId {
	return `cast-${person}` as AccountId;
}
