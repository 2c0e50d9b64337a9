import { can } from '#lib/domain/access/can.ts';
import type { Grant } from '#lib/domain/access/grant.ts';
import { documentKinds, factKinds, type Kind } from '#lib/domain/access/matrix.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import type { CatalogueEntry } from '../../../src/server/store/store.ts';

/** What someone may see, by the matrix alone: what the roads of the server are held against. */
export function mayReadDocument(
	grants: readonly Grant[],
	workspace: WorkspaceId,
	{ subject, confidentiality }: Pick<CatalogueEntry, 'subject' | 'confidentiality'>,
	at: number
): boolean {
	const [said, document = null] = subject.split('/');
	const kind = documentKinds.find((one) => one === said);
	if (!kind) return false;
	const thing = { kind, workspace, document, confidentiality, teams: [], areas: [] };
	return can(grants, 'read', thing, at).allowed;
}

/** For facts without a place: the courses say no others. */
export function mayReadFact(
	grants: readonly Grant[],
	workspace: WorkspaceId,
	{ payload, confidentiality }: Pick<WireFact, 'payload' | 'confidentiality'>,
	at: number
): boolean {
	const said = payload as { kind?: string; payload?: { kind?: string } };
	const known = (kind: string | undefined): Kind => factKinds.find((one) => one === kind) ?? 'unknown';
	const kinds =
		said.kind === 'correction' ? [known('correction'), known(said.payload?.kind)] : [known(said.kind)];
	const about = { workspace, document: null, confidentiality, teams: [], areas: [] };
	return kinds.every((kind) => can(grants, 'read', { kind, ...about }, at).allowed);
}
