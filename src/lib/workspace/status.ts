import type { FactId, MeasureId } from '#lib/domain/id.ts';
import type { SignalColour, Status, StatusPayload } from '#lib/domain/fact/fact.ts';
import { deriveStatus, lacksReason, type DerivedStatus } from '#lib/domain/fact/status.ts';
import { act } from './act.ts';
import { inside, type Workspace } from './handle.ts';

export type { DerivedStatus, SaidStatus } from '#lib/domain/fact/status.ts';

/** Derived from the facts each time it is read (P3); remembered per list of facts, which is replaced when it grows. */
const remembered = new WeakMap<object, DerivedStatus>();

export function statusOf(workspace: Workspace, measureId: string): DerivedStatus {
	const facts = workspace.facts.of(measureId);
	let derived = remembered.get(facts);
	if (!derived) remembered.set(facts, (derived = deriveStatus(facts)));
	return derived;
}

export function liveHeads(workspace: Workspace, measureId: string): FactId[] {
	return statusOf(workspace, measureId).heads.map((head) => head.factId);
}

export interface NewStatus {
	status: Status;
	colour: SignalColour | null;
	reason: string | null;
}

/** One status for one or more measures. A pause, a stop and a change need a reason. */
export async function setStatus(
	workspace: Workspace,
	measureIds: readonly string[],
	next: NewStatus
): Promise<{ ok: true } | { ok: false; reason: 'reasonNeeded' }> {
	if (lacksReason(next.status, next.reason)) return { ok: false, reason: 'reasonNeeded' };
	const payloads = measureIds.map((id): StatusPayload => ({
		kind: 'status',
		measureId: id as MeasureId,
		...next,
		reason: next.reason?.trim() || null,
		seen: liveHeads(workspace, id),
		source: null
	}));
	const only = measureIds.length === 1 ? workspace.rows.measures.get(measureIds[0] ?? '') : undefined;
	await act(inside(workspace), {
		label: {
			what: 'statusSet',
			collection: 'measures',
			field: next.status,
			count: measureIds.length,
			name: only?.text ?? null
		},
		writes: [],
		payloads
	});
	return { ok: true };
}
