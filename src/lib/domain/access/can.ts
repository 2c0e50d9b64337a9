import type { AreaId, UnitId, WorkspaceId } from '../id.ts';
import { confidentialities, type Confidentiality, type Grant } from './grant.ts';
import { highestCeiling, isBound, matrix, type Kind, type Role, type Verb } from './matrix.ts';

/**
 * The one door for rights (principle P8), on every channel, in the browser and on the server:
 * 1. what no grant allows is not allowed;
 * 2. one grant that allows it is enough, so another grant never takes a right away;
 * 3. a grant of another workspace is as if it were not there, also in the reason.
 */
export interface Resource {
	kind: Kind;
	workspace: WorkspaceId;
	/** The document it is, or that a fact is about; null where that is not known or there is none. */
	document: string | null;
	confidentiality: Confidentiality;
	/** Where a fact belongs, as far as it is known. */
	teams: readonly UnitId[];
	areas: readonly AreaId[];
}

/** In the order in which they are found out; the last one is the nearest to a yes. */
const reasons = [
	'noGrant',
	'role',
	'otherDocument',
	'otherTeam',
	'otherArea',
	'ceiling',
	'notYet',
	// Would have been allowed, had it come in time.
	'expired'
] as const;
export type Refusal = (typeof reasons)[number];
export type Verdict = { allowed: true } | { allowed: false; reason: Refusal };

/** `at`: milliseconds by the server's clock where it counts. */
export function can(grants: readonly Grant[], verb: Verb, resource: Resource, at: number): Verdict {
	let nearest: Refusal = 'noGrant';
	for (const grant of grants) {
		const reason = whyNot(grant, verb, resource, at);
		if (reason === null) return { allowed: true };
		if (reasons.indexOf(reason) > reasons.indexOf(nearest)) nearest = reason;
	}
	return { allowed: false, reason: nearest };
}

/** Whether the account belongs to the workspace now: whoever does not gets the same answer as for one that is not there. */
export function isMember(grants: readonly Grant[], workspace: WorkspaceId, at: number): boolean {
	return grants.some((grant) => grant.scope.workspace === workspace && whenNot(grant, at) === null);
}

function whyNot(grant: Grant, verb: Verb, resource: Resource, at: number): Refusal | null {
	const { scope } = grant;
	if (scope.workspace !== resource.workspace) return 'noGrant';
	if (!matrix[resource.kind][grant.role]?.includes(verb)) return 'role';
	if (scope.document !== null && scope.document !== resource.document) return 'otherDocument';
	if (isBound(resource.kind)) {
		if (scope.team !== null && !resource.teams.includes(scope.team)) return 'otherTeam';
		if (scope.area !== null && !resource.areas.includes(scope.area)) return 'otherArea';
	}
	if (rank(resource.confidentiality) > ceilingOf(grant.role, grant.ceiling)) return 'ceiling';
	return whenNot(grant, at);
}

function whenNot({ from, to }: Grant, at: number): 'notYet' | 'expired' | null {
	if (at < from) return 'notYet';
	return to !== null && at >= to ? 'expired' : null;
}

function ceilingOf(role: Role, ceiling: Confidentiality): number {
	return Math.min(rank(ceiling), rank(highestCeiling[role] ?? 'confidential'));
}

function rank(confidentiality: Confidentiality): number {
	return confidentialities.indexOf(confidentiality);
}
