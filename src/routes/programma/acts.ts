/** What the hand does to measures from this screen, as verbs with the words that are said after it. */
import type { StatusPayload } from '#lib/domain/fact/fact.ts';
import type { GoalId, MeasureId, PartnerId } from '#lib/domain/id.ts';
import type { Lead } from '#lib/domain/programme/row.ts';
import { offerUndo, say } from '#lib/ui/say.svelte.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import { add, assignNewLead, edit, remove, setStatus, undo, type Workspace } from '#lib/workspace/index.ts';
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
	await remove(ws, 'measures', ids);
	offerUndo(words.programme.removed(ids.length), () => undo(ws));
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

export type SetField = 'portfolioHolders' | 'partners' | 'goalIds';

/** Adds one member to a set of these measures, keeping what each already has: one call per different outcome. */
export async function addMember(
	ws: Workspace,
	ids: MeasureId[],
	field: SetField,
	member: string
): Promise<void> {
	if (field === 'goalIds') member = await ownGoal(ws, ids[0], member);
	const outcomes = new Map<string, { ids: MeasureId[]; members: string[] }>();
	for (const id of ids) {
		const row = ws.rows.measures.get(id);
		if (!row) continue;
		const members = [...new Set([...row[field], member])];
		const key = members.join('\n');
		const same = outcomes.get(key);
		if (same) same.ids.push(id);
		else outcomes.set(key, { ids: [id], members });
	}
	for (const { ids: same, members } of outcomes.values()) await writeSet(ws, same, field, members);
}

/** A goal of the plan gets its own goal in the programme (design D7), so that what it serves is counted there. */
async function ownGoal(ws: Workspace, measureId: MeasureId | undefined, goalId: string): Promise<string> {
	const goal = ws.rows.goals.get(goalId);
	const measure = measureId && ws.rows.measures.get(measureId);
	if (!goal || !measure || goal.parent === measure.parent) return goalId;
	const known = ws.rows.goals.of(measure.parent).find((one) => one.planGoalId === goal.id);
	if (known) return known.id;
	const { text, kind, story, indicatorId, baseline, target, targetYear, direction } = goal;
	return add(ws, 'goals', {
		...{ text, kind, story, indicatorId, baseline, target, targetYear, direction },
		parent: measure.parent,
		themeId: measure.themeId,
		planGoalId: goal.id
	});
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
	if (field === 'goalIds') return edit(ws, 'measures', ids, { goalIds: members as GoalId[] });
	return edit(ws, 'measures', ids, { portfolioHolders: members });
}
