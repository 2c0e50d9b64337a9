/** What the hand does to measures from this screen, as verbs with the words that are said after it. */
import type { StatusPayload } from '#lib/domain/fact/fact.ts';
import type { AreaId, GoalId, MeasureId, PartnerId } from '#lib/domain/id.ts';
import type { Line } from '#lib/domain/programme/outline.ts';
import type { Lead } from '#lib/domain/programme/row.ts';
import { say } from '#lib/ui/say.svelte.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import {
	addItemOver,
	addToSets,
	assignNewLead,
	edit,
	newId,
	remove,
	setStatus,
	type Entry,
	type SetField,
	type Workspace
} from '#lib/workspace/index.ts';
import { offerTurnBack } from '../shell/turn.ts';
import { gapOfColumn, type Column } from './columns.ts';
import type { Screen } from './screen.svelte.ts';

export type NewLead = { kind: Lead['kind']; name: string };

export async function giveLead(ws: Workspace, ids: MeasureId[], lead: Lead | NewLead): Promise<void> {
	if ('name' in lead) await assignNewLead(ws, ids, lead);
	else await edit(ws, 'measures', ids, { lead });
}

export async function sayStatus(
	ws: Workspace,
	ids: MeasureId[],
	said: Pick<StatusPayload, 'status' | 'colour' | 'reason'>
): Promise<boolean> {
	const outcome = await setStatus(ws, ids, said);
	say(outcome.ok ? words.programme.statusSaid(ids.length) : words.programme.reasonNeeded);
	return outcome.ok;
}

export async function removeMeasures(ws: Workspace, ids: MeasureId[]): Promise<void> {
	const step = await remove(ws, 'measures', ids);
	offerTurnBack(ws, words.programme.removed(ids.length), step);
}

/** The title of its action item; words at a measure whose action item is gone make it a new one. */
export async function titleItem(ws: Workspace, { id, item }: Line, title: string): Promise<void> {
	if (item) await edit(ws, 'items', [item.id], { title: title || null });
	else if (title !== '') await addItemOver(ws, id, title);
}

/** Empties the cell; what the action item says shows through again. */
export async function clearCell(screen: Screen, id: MeasureId, column: Column): Promise<void> {
	const row = screen.ws.rows.measures.get(id);
	if (!row) return;
	const ws = screen.ws;
	if (column === 'lead' && row.lead) await edit(ws, 'measures', [id], { lead: null });
	else if (column === 'planning' && row.planning) await edit(ws, 'measures', [id], { planning: null });
	else if (column === 'budget' && row.budget) await edit(ws, 'measures', [id], { budget: null });
	else if (column === 'holders' && row.portfolioHolders.length > 0)
		await edit(ws, 'measures', [id], { portfolioHolders: [] });
	else if (column === 'partners' && row.partners.length > 0)
		await edit(ws, 'measures', [id], { partners: [] });
	else if (column === 'goals' && row.goalIds.length > 0) await edit(ws, 'measures', [id], { goalIds: [] });
	else return;
	say(words.programme.cleared);
}

/** Ctrl+D: the same as the cell above. */
export async function fillFromAbove(screen: Screen, id: MeasureId, column: Column): Promise<void> {
	const above = screen.desk.above(id);
	if (!above || !(column in gapOfColumn || column === 'partners')) return;
	const ws = screen.ws;
	if (column === 'lead' && above.lead) await edit(ws, 'measures', [id], { lead: above.lead });
	else if (column === 'planning' && above.planning)
		await edit(ws, 'measures', [id], { planning: above.planning });
	else if (column === 'budget' && above.budget) await edit(ws, 'measures', [id], { budget: above.budget });
	else if (column === 'holders')
		await edit(ws, 'measures', [id], { portfolioHolders: above.measure.portfolioHolders });
	else if (column === 'partners') await edit(ws, 'measures', [id], { partners: above.measure.partners });
	else if (column === 'goals') await edit(ws, 'measures', [id], { goalIds: above.measure.goalIds });
	else return;
	say(words.programme.sameAsAbove);
}

/** Adds one member to a set of these measures, keeping what each already has; one step to undo. */
export async function addMember(
	ws: Workspace,
	ids: MeasureId[],
	field: SetField,
	member: string
): Promise<void> {
	const fresh = field === 'goalIds' ? ownGoal(ws, ids[0], member) : null;
	await addToSets(ws, ids, field, fresh?.id ?? member, fresh?.entry ? [fresh.entry] : []);
}

/** A name that the register does not know yet: there and at these measures in one step. */
export async function addNewMember(
	ws: Workspace,
	ids: MeasureId[],
	field: SetField,
	name: string
): Promise<void> {
	const collection = field === 'partners' ? 'partners' : field === 'areas' ? 'areas' : null;
	if (!collection) return addMember(ws, ids, field, name);
	const id = newId(ws);
	await addToSets(ws, ids, field, id, [{ collection, fields: { id, name } } as Entry]);
}

/** A goal of the plan gets its own goal in the programme (design D7), so that what it serves is counted there. */
function ownGoal(
	ws: Workspace,
	measureId: MeasureId | undefined,
	goalId: string
): { id: string; entry: Entry | null } {
	const goal = ws.rows.goals.get(goalId);
	const measure = measureId && ws.rows.measures.get(measureId);
	if (!goal || !measure || goal.parent === measure.parent) return { id: goalId, entry: null };
	const known = ws.rows.goals.of(measure.parent).find((one) => one.planGoalId === goal.id);
	if (known) return { id: known.id, entry: null };
	const { text, kind, story, indicatorId, baseline, target, targetYear, direction } = goal;
	const id = newId(ws);
	const place = { parent: measure.parent, themeId: measure.themeId, planGoalId: goal.id };
	const copied = { text, kind, story, indicatorId, baseline, target, targetYear, direction };
	return { id, entry: { collection: 'goals', fields: { id: id as GoalId, ...copied, ...place } } };
}

export async function removeMember(
	ws: Workspace,
	id: MeasureId,
	field: SetField,
	member: string
): Promise<void> {
	const row = ws.rows.measures.get(id);
	if (row)
		await writeSet(
			ws,
			[id],
			field,
			row[field].filter((one) => one !== member)
		);
}

function writeSet(ws: Workspace, ids: MeasureId[], field: SetField, members: string[]): Promise<void> {
	if (field === 'partners') return edit(ws, 'measures', ids, { partners: members as PartnerId[] });
	if (field === 'areas') return edit(ws, 'measures', ids, { areas: members as AreaId[] });
	if (field === 'goalIds') return edit(ws, 'measures', ids, { goalIds: members as GoalId[] });
	return edit(ws, 'measures', ids, { portfolioHolders: members });
}
