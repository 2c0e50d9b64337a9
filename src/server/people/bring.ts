import type { Role } from '#lib/domain/access/matrix.ts';
import type { AccountId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import { bringing } from '#lib/protocol/sign-in.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { AskedBySomeone } from '../api/route.ts';
import { letCastIn } from '../identity/demo.ts';
import type { SignInParts } from '../identity/parts.ts';
import type { Store } from '../store/store.ts';
import { inWords } from './grants.ts';
import { mayKeep } from './rights.ts';

/**
 * A workspace that began on a device comes here with its ids (design D17); said again by its keeper it changes nothing.
 * Not everyone who was once invited somewhere may start a municipality on this server: who set it up may, and who
 * keeps one already.
 */
const firstRoles: readonly Role[] = ['administrator', 'adviser'];

export async function bring({ isDemo }: SignInParts, asked: AskedBySomeone): Promise<void> {
	const { meeting, asker, request, response, origin } = asked;
	const { store, ports, hub } = meeting;
	const said = await readJson(request, bringing, maxMessageBytes);
	const workspace = said.id as WorkspaceId;
	const { account } = asker;
	const at = ports.now();
	if (!isDemo && !(await mayBring(store, account, at))) throw new Refusal('notAllowed');
	const isNew = await store.atomically(async (inside) => {
		const { people, audit } = inside;
		if (await people.workspace(workspace)) {
			if (await mayKeep(inside, workspace, account, 'manage', 'workspace', at)) return false;
			throw new Refusal('workspaceTaken');
		}
		const { municipality, register } = said;
		await people.addWorkspace({ id: workspace, municipality, createdAt: at, register });
		const line = { log: workspace, at, actor: account, origin, result: 'done' as const, reason: null };
		await audit.append({ ...line, action: 'workspaceBrought', object: `workspace ${workspace}` });
		const scope = { workspace, document: null, team: null, area: null };
		for (const role of firstRoles) {
			const term = { from: at, to: null, ground: '' };
			const grant = { id: ports.newId(), account, role, scope, ceiling: 'confidential' as const, ...term };
			await people.give(grant);
			await audit.append({ ...line, action: 'grantGiven', object: inWords(grant) });
		}
		await people.link(workspace, account, said.person as PersonId);
		if (isDemo) await letCastIn(inside, workspace, account, () => ports.newId(), at);
		return true;
	});
	if (isNew) hub.tell('rightsChanged', { workspace, account });
	answerJson(response, 200, { workspace, epoch: await store.epoch() });
}

async function mayBring(store: Store, account: AccountId, at: number): Promise<boolean> {
	if ((await store.signIns.setUpBy()) === account) return true;
	for (const { id } of await store.people.workspacesOf(account))
		if (await mayKeep(store, id, account, 'manage', 'workspace', at)) return true;
	return false;
}
