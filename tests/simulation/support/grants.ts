import type { Resource } from '#lib/domain/access/can.ts';
import type { Grant, Scope } from '#lib/domain/access/grant.ts';
import type { Kind, Role } from '#lib/domain/access/matrix.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';

/** Rights for tests: the widest there is, narrowed by what a test says. */
export const town = 'wierhaven' as WorkspaceId;
export const otherTown = 'zandmeer' as WorkspaceId;

export function granted(
	role: Role,
	more: Partial<Omit<Grant, 'role' | 'scope'>> & Partial<Scope> = {}
): Grant {
	const { workspace = town, document = null, team = null, area = null, ...rest } = more;
	const scope = { workspace, document, team, area };
	return { role, scope, ceiling: 'confidential', from: 0, to: null, ground: 'mandaatbesluit', ...rest };
}

export function thing(kind: Kind, more: Partial<Resource> = {}): Resource {
	return { kind, workspace: town, document: 'p1', confidentiality: 'public', teams: [], areas: [], ...more };
}
