import { can, type Resource, type Verdict } from '#lib/domain/access/can.ts';
import type { Grant } from '#lib/domain/access/grant.ts';
import type { Verb } from '#lib/domain/access/matrix.ts';
import type { FactPayload, Photo } from '#lib/domain/fact/fact.ts';
import { readPayload } from '#lib/domain/fact/read-payload.ts';
import type { AreaId, WorkspaceId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';

/**
 * A fact as a resource. Its area is the one it names itself; its document and its team stand in documents that the
 * server does not read yet, so a grant that is bound to those does not reach it: closed until it can be known.
 */
export function mayWithFact(
	grants: readonly Grant[],
	verb: Verb,
	workspace: WorkspaceId,
	fact: WireFact,
	at: number
): Verdict {
	const payload = readPayload(fact.payload);
	for (const kind of kindsOf(payload)) {
		const { confidentiality } = fact;
		const document = payload.kind === 'decision' ? payload.objectId : null;
		const resource: Resource = {
			...{ kind, workspace, document, confidentiality },
			...{ teams: [], areas: areasOf(payload) }
		};
		const verdict = can(grants, verb, resource, at);
		if (!verdict.allowed) return verdict;
	}
	return { allowed: true };
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
