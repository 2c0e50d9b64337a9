import type { Lead } from '#lib/domain/programme/row.ts';
import type { Collection } from '#lib/domain/step.ts';
import type { FieldWrite } from '#lib/collab/shared-document.ts';
import type { StepId } from '#lib/local/database.ts';
import { act } from './act.ts';
import { inside, type Workspace } from './handle.ts';

/** Two entries that are one: everything that points at `dropId` points at `keepId` from now on. Answers the step. */
export async function mergeRegister(
	workspace: Workspace,
	collection: 'people' | 'units' | 'partners' | 'areas' | 'indicators' | 'covenants',
	keepId: string,
	dropId: string
): Promise<StepId | null> {
	const whole = inside(workspace);
	await whole.opened;
	const writes: FieldWrite[] = [
		{ collection, id: dropId, field: 'removedAt', value: whole.platform.now() },
		...(collection === 'covenants' ? joined(workspace, keepId, dropId) : repointed(workspace, keepId, dropId))
	];
	const step = await act(whole, {
		label: {
			what: 'edited',
			collection,
			field: 'merged',
			count: 1,
			name: whole.tables[collection].get(keepId)?.name ?? null
		},
		writes
	});
	return step?.id ?? null;
}

function repointed(workspace: Workspace, keepId: string, dropId: string): FieldWrite[] {
	const { measures, items, goals, people, areas, covenants } = workspace.rows;
	const writes: FieldWrite[] = [];
	const put = (collection: Collection, id: string, field: string, value: unknown) =>
		writes.push({ collection, id, field, value });
	const swap = (ids: readonly string[]) => [...new Set(ids.map((id) => (id === dropId ? keepId : id)))];
	const lead = (collection: Collection, row: { id: string; lead: Lead | null }) => {
		if (row.lead?.id === dropId) put(collection, row.id, 'lead', { ...row.lead, id: keepId });
	};
	const members = (collection: Collection, id: string, field: string, ids: readonly string[]) => {
		if (ids.includes(dropId)) put(collection, id, field, swap(ids));
	};
	for (const row of measures.all) {
		lead('measures', row);
		members('measures', row.id, 'partners', row.partners);
		members('measures', row.id, 'areas', row.areas);
	}
	for (const row of items.all) {
		lead('items', row);
		members('items', row.id, 'partners', row.partners);
	}
	for (const row of covenants.all) members('covenants', row.id, 'partners', row.partners);
	for (const row of goals.all) if (row.indicatorId === dropId) put('goals', row.id, 'indicatorId', keepId);
	for (const row of people.all) if (row.unitId === dropId) put('people', row.id, 'unitId', keepId);
	for (const row of areas.all) if (row.parentId === dropId) put('areas', row.id, 'parentId', keepId);
	return writes;
}

/** Nothing points at a covenant, but who takes part in either takes part in the one. */
function joined(workspace: Workspace, keepId: string, dropId: string): FieldWrite[] {
	const { covenants } = workspace.rows;
	const [keep, drop] = [covenants.get(keepId), covenants.get(dropId)];
	if (!keep || !drop) return [];
	const partners = [...new Set([...keep.partners, ...drop.partners])];
	return [
		{ collection: 'covenants', id: keepId, field: 'partners', value: partners },
		{ collection: 'covenants', id: keepId, field: 'until', value: keep.until ?? drop.until }
	];
}
