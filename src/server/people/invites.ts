import type { AccountId, PersonId } from '#lib/domain/id.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import { inviteWanted, type InvitesAnswer } from '#lib/protocol/people.ts';
import { inviteAcceptance, type InviteOffer } from '#lib/protocol/sign-in.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { Asked, AskedByMember } from '../api/route.ts';
import type { SignInParts } from '../identity/parts.ts';
import { hashOfSecret, newToken } from '../identity/secret.ts';
import { beginSession, giveSession, sessionIdentity } from '../identity/sessions.ts';
import type { Invite } from '../store/sign-ins.ts';
import type { Parts } from '../store/store.ts';
import { grantFrom, inWords, mustMakeSense } from './grants.ts';
import { done, mayKeep, mustMayKeep } from './rights.ts';

/**
 * Invites, each a link that works once:
 * 1. the link is said when it is made and known by its hash afterwards;
 * 2. it holds until it is used, withdrawn or too old, and as long as who made it may give rights;
 * 3. what it gives was decided when it was made; who uses it brings only a name.
 */
const dayMs = 24 * 60 * 60_000;
const usualMs = 7 * dayMs;
const longestMs = 31 * dayMs;

export async function makeInvite(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'manage', 'grant');
	const { meeting, asker, workspace, request, response } = asked;
	const { grants, person, expiresAt } = await readJson(request, inviteWanted, maxMessageBytes);
	const { store, ports } = meeting;
	const at = ports.now();
	for (const grant of grants) mustMakeSense(grant, at);
	const until = expiresAt ?? at + usualMs;
	if (until <= at || until > at + longestMs) throw new Refusal('malformed');
	const token = newToken(ports);
	const id = ports.newId();
	const made = { createdAt: at, createdBy: asker.account, expiresAt: until };
	const open = { usedAt: null, usedBy: null, withdrawnAt: null };
	await store.atomically(async ({ invites, audit }) => {
		await invites.add(hashOfSecret(token), { id, workspace, grants, person, ...made, ...open });
		const roles = grants.map(({ role }) => role).join(' ');
		await audit.append(done(asked, 'inviteMade', `invite ${id}: ${roles}`));
	});
	answerJson(response, 200, { id, token, expiresAt: until });
}

export async function answerInvites(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'read', 'grant');
	const { meeting, workspace, response } = asked;
	const now = meeting.ports.now();
	const invites: InvitesAnswer['invites'] = (await meeting.store.invites.of(workspace)).map((invite) => {
		const { id, person, grants, createdAt, createdBy, expiresAt, usedBy } = invite;
		const state = stateOf(invite, now);
		return { id, state, person, grants: [...grants], createdAt, createdBy, expiresAt, usedBy };
	});
	answerJson(response, 200, { invites });
}

export async function withdrawInvite(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'manage', 'grant');
	const { meeting, workspace, found, response } = asked;
	const [id = ''] = found;
	await meeting.store.atomically(async ({ invites, audit }) => {
		if (!(await invites.withdraw(workspace, id, meeting.ports.now()))) throw new Refusal('notFound');
		await audit.append(done(asked, 'inviteWithdrawn', `invite ${id}`));
	});
	answerJson(response, 200, {});
}

export async function offerInvite(parts: SignInParts, asked: Asked): Promise<void> {
	const invite = await inviteAsked(parts, asked);
	const { people } = parts.meeting.store;
	await mustBeOpen(parts.meeting.store, invite, parts.meeting.ports.now());
	const workspace = await people.workspace(invite.workspace);
	const from = await people.account(invite.createdBy);
	if (!workspace || !from) throw new Error('an invite of nobody, or to nowhere');
	const said: InviteOffer = {
		...{ workspace: workspace.id, municipality: workspace.municipality, invitedBy: from.name },
		...{ person: invite.person, grants: [...invite.grants], expiresAt: invite.expiresAt }
	};
	answerJson(asked.response, 200, said);
}

export async function acceptInvite(parts: SignInParts, asked: Asked): Promise<void> {
	const { meeting } = parts;
	const { request, response, origin } = asked;
	const { store, ports, hub } = meeting;
	const invite = await inviteAsked(parts, asked);
	const said = await readJson(request, inviteAcceptance, maxMessageBytes);
	const session = await sessionIdentity(parts).of(request);
	const account = session?.account ?? (ports.newId() as AccountId);
	const at = ports.now();
	const begun = await store.atomically(async (inside) => {
		await mustBeOpen(inside, invite, at);
		const known = { id: account, name: said.name, createdAt: at, endedAt: null };
		if (!session) await inside.people.addAccount(known);
		// Of two at once only one is the first.
		if (!(await inside.invites.use(invite.workspace, invite.id, account, at)))
			throw new Refusal('inviteEnded');
		await giveAll(inside, invite, account, origin, at, () => ports.newId());
		const beginning = { account, deviceName: said.deviceName, way: 'invite' as const, origin };
		return session ? null : beginSession(parts, inside, request, beginning);
	});
	if (begun) giveSession(parts, request, response, begun);
	hub.tell('rightsChanged', { workspace: invite.workspace, account });
	answerJson(response, 200, { account, workspace: invite.workspace });
}

async function giveAll(
	{ people, audit }: Parts,
	{ id, workspace, grants, person }: Invite,
	account: AccountId,
	origin: string,
	at: number,
	newId: () => string
): Promise<void> {
	const line = {
		log: workspace,
		at,
		actor: account,
		origin,
		result: 'done' as const,
		reason: `invite ${id}`
	};
	await audit.append({ ...line, action: 'inviteAccepted', object: `account ${account}` });
	for (const wanted of grants) {
		const grant = grantFrom(wanted, newId(), workspace, account, at);
		await people.give(grant);
		await audit.append({ ...line, action: 'grantGiven', object: inWords(grant) });
	}
	if (person !== null || (await people.personOf(workspace, account)) === null)
		await people.link(workspace, account, person as PersonId | null);
}

/** 256 bits are not guessed; that someone tries is kept cheap. */
async function inviteAsked({ meeting, budgets }: SignInParts, { found }: Asked): Promise<Invite> {
	const [token = ''] = found;
	const invite = await meeting.store.invites.byToken(hashOfSecret(token));
	if (invite) return invite;
	budgets.unknown.mustHaveLeft('invite');
	budgets.unknown.charge('invite');
	throw new Refusal('notFound');
}

async function mustBeOpen(parts: Pick<Parts, 'people'>, invite: Invite, at: number): Promise<void> {
	const { workspace, createdBy } = invite;
	const mayStill = await mayKeep(parts, workspace, createdBy, 'manage', 'grant', at);
	if (stateOf(invite, at) !== 'open' || !mayStill) throw new Refusal('inviteEnded');
}

function stateOf({ usedAt, withdrawnAt, expiresAt }: Invite, at: number) {
	if (usedAt !== null) return 'used';
	if (withdrawnAt !== null) return 'withdrawn';
	return at < expiresAt ? 'open' : 'expired';
}
