import { can } from '#lib/domain/access/can.ts';
import type { Grant } from '#lib/domain/access/grant.ts';
import type { Kind, Verb } from '#lib/domain/access/matrix.ts';
import type { Workspace } from '#lib/workspace/index.ts';

/** Whether this person keeps the house here: the same rule as the server's, so that no button is a dead end. */
export function mayHere(workspace: Workspace, verb: Verb, kind: Kind): boolean {
	const resource = {
		...{ kind, workspace: workspace.id, document: null, confidentiality: 'public' as const },
		...{ teams: [], areas: [] }
	};
	return can(workspace.exchange.grants as readonly unknown[] as Grant[], verb, resource, Date.now()).allowed;
}
