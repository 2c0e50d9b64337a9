import { findGaps, type Gaps } from '#lib/domain/gap/gap.ts';
import type { Workspace } from './handle.ts';

export function gapsOf(workspace: Workspace, programmeId: string): Gaps {
	const { measures, items, goals } = workspace.rows;
	const byId = new Map(items.of(programmeId).map((item) => [item.id as string, item]));
	return findGaps(measures.of(programmeId), byId, goals.of(programmeId));
}
