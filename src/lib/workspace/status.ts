import type { FactId, MeasureId } from '#lib/domain/id.ts';
import type { SignalColour, Status, StatusPayload } from '#lib/domain/fact/fact.ts';
import { lacksReason, type SaidStatus } from '#lib/domain/fact/status.ts';
import { act } from './act.ts';
import { inside, type Workspace } from './handle.ts';

export type { SaidStatus } from '#lib/domain/fact/status.ts';

export interface StatusNow {
	/** With two heads the one said last, only to have something to show; `heads` says that nobody chose yet. */
	current: SaidStatus | null;
	heads: readonly SaidStatus[];
}
const nothingSaid: StatusNow = { current: null, heads: [] };

/** Derived from the facts of the measure (P3). */
export function statusOf(workspace: Workspace, measureId: string): StatusNow {
	const summary = workspace.facts.summary(measureId);
	if (!summary) return nothingSaid;
	return { current: summary.statusHeads[0] ?? null, heads: summary.statusHeads };
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
