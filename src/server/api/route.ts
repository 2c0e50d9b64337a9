import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { protocolVersion } from '#lib/protocol/limits.ts';
import type { Session } from '../identity/identity.ts';
import type { Asker, Meeting } from '../meeting.ts';

/**
 * An address of the API and what answers there. Whoever adds a road adds a row to a table; who may come by it is
 * decided before it is taken (`api.ts`).
 */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

export interface Asked {
	meeting: Meeting;
	request: IncomingMessage;
	response: ServerResponse;
	/** What the groups of `path` found, as it stood in the address. */
	found: readonly string[];
	query: URLSearchParams;
	/** The method and the address without what is secret in it: for the audit log. */
	origin: string;
}
/** Someone signed in. */
export interface AskedBySomeone extends Asked {
	asker: Asker;
	session: Session;
}
/** A member of the workspace, which stands in the address. */
export interface AskedByMember extends AskedBySomeone {
	workspace: WorkspaceId;
}

type Answers<A> = Partial<Record<Method, (asked: A) => Promise<void>>>;
/** `path` is held against all that follows the prefix; `secret`: its groups stay out of logs. */
interface Road<A> {
	path: RegExp;
	answers: Answers<A>;
	isSecret?: boolean;
}
/** Behind `/api/v1/`. */
export type OpenRoute = Road<Asked> & {
	/** Only for who asks on this machine itself; for everyone else it is not there. */
	isForThisMachine?: boolean;
};
export type HouseRoute = Road<AskedBySomeone>;
/** Behind `/api/v1/w/<workspace>/`: it stands first, so that a load balancer can keep one town on one process. */
export type WorkspaceRoute = Road<AskedByMember>;

export interface Routes {
	/** For anyone, signed in or not. */
	open: readonly OpenRoute[];
	house: readonly HouseRoute[];
	workspace: readonly WorkspaceRoute[];
}
export type Found = { found: readonly string[] } & (
	| { who: 'anyone'; road: OpenRoute }
	| { who: 'someone'; road: HouseRoute }
	| { who: 'member'; road: WorkspaceRoute; workspace: WorkspaceId }
);

export const apiPrefix = `/api/v${protocolVersion}/`;
const inWorkspace = /^w\/([\w.:-]{1,64})\/(.*)$/s;

/** Null where the path is none of them. */
export function roadTo(routes: Routes, path: string): Found | null {
	if (!path.startsWith(apiPrefix)) return null;
	const rest = path.slice(apiPrefix.length);
	const [, workspace, within = ''] = inWorkspace.exec(rest) ?? [];
	if (workspace !== undefined) {
		const hit = first(routes.workspace, within);
		return hit && { who: 'member', workspace: workspace as WorkspaceId, ...hit };
	}
	const open = first(routes.open, rest);
	if (open) return { who: 'anyone', ...open };
	const house = first(routes.house, rest);
	return house && { who: 'someone', ...house };
}

export function allowed({ answers }: Road<never>): string {
	return Object.keys(answers).sort().join(', ');
}

function first<R extends { path: RegExp }>(
	roads: readonly R[],
	path: string
): { road: R; found: readonly string[] } | null {
	for (const road of roads) {
		const match = road.path.exec(path);
		if (match) return { road, found: match.slice(1) };
	}
	return null;
}
