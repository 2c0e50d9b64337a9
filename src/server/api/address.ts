import type { WorkspaceId } from '#lib/domain/id.ts';
import { protocolVersion } from '#lib/protocol/limits.ts';

/** The addresses of the API; a workspace stands in each, so that a load balancer can keep one town on one process. */
export type Address =
	| { what: 'facts' | 'devices'; workspace: WorkspaceId }
	| { what: 'blob'; workspace: WorkspaceId; sha256: string };

const shape = new RegExp(
	`^/api/v${protocolVersion}/w/([\\w.:-]{1,64})/(?:(facts|devices)|blobs/([0-9a-f]{64}))$`
);

/** Null where the path is none of them. */
export function addressOf(path: string): Address | null {
	const [, workspace = '', what, sha256] = shape.exec(path) ?? [];
	if (!workspace) return null;
	const id = workspace as WorkspaceId;
	if (sha256 !== undefined) return { what: 'blob', workspace: id, sha256 };
	return { what: what === 'facts' ? 'facts' : 'devices', workspace: id };
}
