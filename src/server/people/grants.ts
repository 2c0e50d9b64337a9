import type { AccountId, AreaId, PersonId, UnitId, WorkspaceId } from '#lib/domain/id.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import { grantGiving, personLink, type PeopleAnswer } from '#lib/protocol/people.ts';
import type { WantedGrant } from '#lib/protocol/words.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { AskedByMember } from '../api/route.ts';
import type { GivenGrant, Parts } from '../store/store.ts';
import { done, mustMayKeep } from './rights.ts';

/**
 * Who is in a workspace, and with which rights:
 * 1. a right is given to who belongs to the workspace already; everyone else is invited;
 * 2. a right is ended, never removed: that it was there decides where late facts go;
 * 3. there is always one administrator whose right has no end.
 */
export async function answerPeople(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'read', 'account');
	const { meeting, workspace, response } = asked;
	const { people } = meeting.store;
	const said: PeopleAnswer['people'] = [];
	for (const { id, name, endedAt } of await people.accountsOf(workspace)) {
		const grants = (await people.grantsOf(workspace, id)).map(grantSaid);
		const person = await people.personOf(workspace, id);
		said.push({ account: id, name, person, endedAt, grants });
	}
	answerJson(response, 200, { people: said });
}

export async function giveGrant(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'manage', 'grant');
	const { meeting, workspace, request, response } = asked;
	const { account, ...wanted } = await readJson(request, grantGiving, maxMessageBytes);
	const at = meeting.ports.now();
	mustMakeSense(wanted, at);
	const id = meeting.ports.newId();
	await meeting.store.atomically(async (inside) => {
		await mustBelong(inside, workspace, account);
		const grant = grantFrom(wanted, id, workspace, account as AccountId, at);
		await inside.people.give(grant);
		await inside.audit.append(done(asked, 'grantGiven', inWords(grant)));
	});
	meeting.hub.tell('rightsChanged', { workspace, account: account as AccountId });
	answerJson(response, 200, { id });
}

export async function endGrant(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'manage', 'grant');
	const { meeting, workspace, found, response } = asked;
	const [id = ''] = found;
	const at = meeting.ports.now();
	const account = await meeting.store.atomically(async (inside) => {
		const grant = await inside.people.grant(workspace, id);
		if (!grant) throw new Refusal('notFound');
		if (keepsTheKey(grant, at) && !(await hasAnotherKey(inside, workspace, grant, at)))
			throw new Refusal('lastAdministrator');
		await inside.people.endGrant(workspace, id, at);
		await inside.audit.append(done(asked, 'grantEnded', inWords(grant)));
		return grant.account;
	});
	meeting.hub.tell('rightsChanged', { workspace, account });
	answerJson(response, 200, {});
}

export async function linkPerson(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'manage', 'account');
	const { meeting, workspace, found, request, response } = asked;
	const account = (found[0] ?? '') as AccountId;
	const { person } = await readJson(request, personLink, maxMessageBytes);
	await meeting.store.atomically(async (inside) => {
		await mustBelong(inside, workspace, account);
		await inside.people.link(workspace, account, person as PersonId | null);
		const object = `account ${account} is ${person === null ? 'nobody' : `person ${person}`}`;
		await inside.audit.append(done(asked, 'personLinked', object));
	});
	meeting.hub.tell('rightsChanged', { workspace, account });
	answerJson(response, 200, {});
}

/** Ends in the past, or keeps the house for one document: a mistake of whoever asks. */
export function mustMakeSense({ role, document, to }: WantedGrant, at: number): void {
	const keepsHouse = role === 'administrator' || role === 'auditor';
	if ((to !== null && to <= at) || (keepsHouse && document !== null)) throw new Refusal('malformed');
}

export function grantFrom(
	{ role, document, team, area, ceiling, to, ground }: WantedGrant,
	id: string,
	workspace: WorkspaceId,
	account: AccountId,
	from: number
): GivenGrant {
	const scope = { workspace, document, team: team as UnitId | null, area: area as AreaId | null };
	return { id, account, role, scope, ceiling, from, to, ground };
}

/** Without the account: who asks knows whose it is. */
export function grantSaid({ id, role, scope, ceiling, from, to, ground }: GivenGrant) {
	return { id, role, scope, ceiling, from, to, ground };
}

export function inWords({ id, account, role, scope, ceiling, to }: GivenGrant): string {
	const { document, team, area } = scope;
	const bounds = Object.entries({ document, team, area, until: to })
		.filter(([, value]) => value !== null)
		.map(([name, value]) => ` ${name} ${value}`);
	return `grant ${id}: account ${account} ${role} ${ceiling}${bounds.join('')}`;
}

async function mustBelong({ people }: Parts, workspace: WorkspaceId, account: string): Promise<void> {
	const accounts = await people.accountsOf(workspace);
	if (!accounts.some(({ id, endedAt }) => id === account && endedAt === null)) throw new Refusal('notFound');
}

function keepsTheKey({ role, to, from }: GivenGrant, at: number): boolean {
	return role === 'administrator' && to === null && from <= at;
}

async function hasAnotherKey(
	{ people }: Parts,
	workspace: WorkspaceId,
	{ id: ending }: GivenGrant,
	at: number
): Promise<boolean> {
	for (const { id } of await people.accountsOf(workspace)) {
		// The grants of an account that ended have an end.
		const grants = await people.grantsOf(workspace, id);
		if (grants.some((grant) => grant.id !== ending && keepsTheKey(grant, at))) return true;
	}
	return false;
}
