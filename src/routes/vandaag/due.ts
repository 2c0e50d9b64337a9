import type { SignalColour, Status } from '#lib/domain/fact/fact.ts';
import { leadOf, planningOf } from '#lib/domain/gap/gap.ts';
import { dueBy, parsePlanning } from '#lib/domain/planning/planning.ts';
import type { ActionItemRow, Lead, MeasureRow } from '#lib/domain/programme/row.ts';
import { statusOf, type Workspace } from '#lib/workspace/index.ts';
import { dayOf, daysUntil } from '#lib/ui/words/dates.ts';

/** A measure as Vandaag weighs it. */
export interface Due {
	measure: MeasureRow;
	lead: Lead | null;
	/** Start of the last day, milliseconds; null when the planning gives none. */
	at: number | null;
	/** Negative: late. */
	days: number | null;
	status: Status | null;
	colour: SignalColour | null;
	reason: string | null;
}

/** The coming four weeks are near: a lead sees it before the next monthly meeting. */
export const nearDays = 28;

const finished: readonly (Status | undefined)[] = ['done', 'dropped', 'continued'];

/** What is not finished, the most pressing first: late, then stuck, then near, then the rest. */
export function dueMeasures(workspace: Workspace, programmeId: string, now: number): Due[] {
	const lastDays = new Map<string, LastDay>();
	const items = new Map(workspace.rows.items.of(programmeId).map((item) => [item.id, item]));
	return workspace.rows.measures
		.of(programmeId)
		.map((measure) => weigh(workspace, measure, items.get(measure.itemId), now, lastDays))
		.filter((due) => !finished.includes(due.status ?? undefined))
		.sort((a, b) => press(a) - press(b));
}

/** The last day that a planning gives, and how far off it is. */
type LastDay = Pick<Due, 'at' | 'days'>;

/** A programme says "2027" and "4e kwartaal" hundreds of times: each is read once. */
function lastDayOf(text: string, now: number, known: Map<string, LastDay>): LastDay {
	const before = known.get(text);
	if (before !== undefined) return before;
	const planning = parsePlanning(text);
	const iso = planning && dueBy(planning);
	const at = iso ? dayOf(iso) : null;
	const read = { at, days: at === null ? null : daysUntil(at, now) };
	known.set(text, read);
	return read;
}

function weigh(
	workspace: Workspace,
	measure: MeasureRow,
	item: ActionItemRow | undefined,
	now: number,
	lastDays: Map<string, LastDay>
): Due {
	const said = statusOf(workspace, measure.id).current;
	return {
		measure,
		lead: leadOf(measure, item),
		...lastDayOf(planningOf(measure, item) ?? '', now, lastDays),
		status: said?.status ?? null,
		colour: said?.colour ?? null,
		reason: said?.reason ?? null
	};
}

export function isPressing(due: Due): boolean {
	return (due.days !== null && due.days <= nearDays) || due.colour === 'stuck';
}

function press(due: Due): number {
	if (due.days !== null && due.days < 0) return due.days - 1_000_000;
	if (due.colour === 'stuck') return -1;
	return due.days ?? 1_000_000;
}

/** Mine: I am the lead, or my unit is. Both in the order they came in. */
export function mineAndOthers(workspace: Workspace, open: readonly Due[]): { mine: Due[]; others: Due[] } {
	// Asked once: a thousand measures would each ask who I am.
	const { me } = workspace;
	const isMine = ({ lead }: Due) =>
		lead !== null && me !== null && (lead.id === me.id || lead.id === me.unitId);
	return { mine: open.filter(isMine), others: open.filter((due) => !isMine(due)) };
}
