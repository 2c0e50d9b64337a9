import { can, type Resource, type Verdict } from '#lib/domain/access/can.ts';
import type { Grant } from '#lib/domain/access/grant.ts';
import type { Verb } from '#lib/domain/access/matrix.ts';
import type { FactPayload, Photo } from '#lib/domain/fact/fact.ts';
import { readPayload } from '#lib/domain/fact/read-payload.ts';
import { subjectOf } from '#lib/domain/fact/subject.ts';
import type { AccountId, AreaId, UnitId, WorkspaceId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import type { Meeting } from '../meeting.ts';
import type { Store } from '../store/store.ts';
import type { Subject } from './subjects.ts';

/**
 * A fact as a resource. Its document is the one that what it is about stands in; its areas those it names itself, else
 * those of its subject; its teams the one that leads its subject, or where none does those of who said it. What is not
 * known binds nobody in: a right that is bound does not reach it.
 */
export async function mayWithFact(
	bounds: Bounds,
	grants: readonly Grant[],
	verb: Verb,
	{ fact, writer }: { fact: WireFact; writer: AccountId },
	at: number
): Promise<Verdict> {
	const payload = readPayload(fact.payload);
	const where = await bounds.of(payload, writer);
	for (const kind of kindsOf(payload)) {
		const resource: Resource = {
			...where,
			...{ kind, workspace: bounds.workspace, confidentiality: fact.confidentiality }
		};
		const verdict = can(grants, verb, resource, at);
		if (!verdict.allowed) return verdict;
	}
	return { allowed: true };
}

/** What the bounds of rights are held against, as it is now. */
export interface Bounds {
	workspace: WorkspaceId;
	of(payload: FactPayload, writer: AccountId): Promise<Pick<Resource, 'document' | 'teams' | 'areas'>>;
	/** What lies within the bounds of these grants: another list where a bound reaches something else than before. */
	within(grants: readonly Grant[]): Promise<readonly string[]>;
}

/** Nothing is read where no grant is bound: most are not. */
export async function boundsFor(
	{ store, subjects }: Pick<Meeting, 'store' | 'subjects'>,
	workspace: WorkspaceId,
	grants: readonly Grant[]
): Promise<Bounds> {
	const isBoundAtAll = grants.some(
		({ scope }) => scope.document !== null || scope.team !== null || scope.area !== null
	);
	const known: ReadonlyMap<string, Subject> = isBoundAtAll ? await subjects.in(workspace) : new Map();
	const teams = new Map<AccountId, Promise<UnitId[]>>();
	/** Also those that ended: what they said then stays with their team. */
	const teamsOf = (account: AccountId) => {
		const found = teams.get(account) ?? ownTeams(store, workspace, account);
		teams.set(account, found);
		return found;
	};
	return {
		workspace,
		async of(payload, writer) {
			const subject = known.get(subjectOf(payload));
			const document = subject?.document ?? (payload.kind === 'decision' ? payload.objectId : null);
			const own = areasOf(payload);
			const areas = own.length > 0 ? own : (subject?.areas ?? []);
			if (!isBoundAtAll) return { document, teams: [], areas };
			const leading = subject?.teams ?? [];
			return { document, teams: leading.length > 0 ? leading : await teamsOf(writer), areas };
		},
		async within(held) {
			const reached = [...known].filter(([, subject]) => held.some((grant) => reaches(grant, subject)));
			const bounding = new Set(held.map(({ scope }) => scope.team));
			const colleagues: string[] = [];
			if (isBoundAtAll)
				for (const { id } of await store.people.accountsOf(workspace))
					if ((await teamsOf(id)).some((team) => bounding.has(team))) colleagues.push(id);
			return [...reached.map(([id]) => id), ...colleagues].sort();
		}
	};
}

function reaches({ scope: { document, team, area } }: Grant, subject: Subject): boolean {
	if (document === null && team === null && area === null) return false;
	const isHere = document === null || document === subject.document;
	const isTheirs = team === null || subject.teams.includes(team);
	return isHere && isTheirs && (area === null || subject.areas.includes(area));
}

async function ownTeams({ people }: Store, workspace: WorkspaceId, account: AccountId): Promise<UnitId[]> {
	const teams = (await people.grantsOf(workspace, account)).map(({ scope }) => scope.team);
	return [...new Set(teams)].filter((team) => team !== null);
}

/** Whoever may not say a thing may not say it as a correction either. */
function kindsOf(payload: FactPayload): FactPayload['kind'][] {
	return payload.kind === 'correction' ? [payload.kind, payload.payload.kind] : [payload.kind];
}

function areasOf(payload: FactPayload): AreaId[] {
	const said = payload.kind === 'correction' ? payload.payload : payload;
	if (said.kind === 'observation') return said.areaId === null ? [] : [said.areaId];
	const place = 'place' in said ? said.place : null;
	return place?.areaId ? [place.areaId] : [];
}

export function photosOf(payload: FactPayload): readonly Photo[] {
	const said = payload.kind === 'correction' ? payload.payload : payload;
	return 'photos' in said ? said.photos : [];
}
