import { can } from '#lib/domain/access/can.ts';
import type { Kind, Verb } from '#lib/domain/access/matrix.ts';
import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import { Refusal } from '../api/answer.ts';
import type { AskedByMember } from '../api/route.ts';
import type { Parts } from '../store/store.ts';

/** What keeps a workspace (accounts, grants, devices) has no label of its own: any ceiling reaches it. */
export async function mayKeep(
	{ people }: Pick<Parts, 'people'>,
	workspace: WorkspaceId,
	account: AccountId,
	verb: Verb,
	kind: Kind,
	at: number
): Promise<boolean> {
	const grants = await people.grantsOf(workspace, account);
	const thing = { kind, workspace, document: null, confidentiality: 'public' as const, teams: [], areas: [] };
	return can(grants, verb, thing, at).allowed;
}

/** A member who may not hears what a stranger hears: it is not there. */
export async function mustMayKeep(
	{ meeting: { store, ports }, asker, workspace }: AskedByMember,
	verb: Verb,
	kind: Kind
): Promise<void> {
	if (!(await mayKeep(store, workspace, asker.account, verb, kind, ports.now())))
		throw new Refusal('notFound');
}

/** What was done to a workspace, for its audit log. */
export function done(
	{ meeting: { ports }, asker, workspace }: AskedByMember,
	action: string,
	object: string,
	reason: string | null = null
) {
	const by = { log: workspace, at: ports.now(), actor: asker.account, origin: asker.origin };
	return { ...by, action, object, result: 'done' as const, reason };
}
