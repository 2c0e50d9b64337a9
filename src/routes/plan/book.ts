/** The plan as chapters to read: general sections first, then themes, each with what hangs on it. */
import { statuses, type Status } from '#lib/domain/fact/fact.ts';
import { goalsOf } from '#lib/domain/gap/gap.ts';
import type { GoalId, PlanId } from '#lib/domain/id.ts';
import type {
	GoalRow,
	MeasureRow,
	Row,
	SectionKind,
	SectionRow,
	ThemeRow
} from '#lib/domain/programme/row.ts';
import { orderBetween, statusOf, type Workspace } from '#lib/workspace/index.ts';

export type Chapter =
	| { kind: 'general'; id: string; heading: string; sectionKind: SectionKind; sections: SectionRow[] }
	| { kind: 'theme'; id: string; number: string; theme: ThemeRow };

/** A text section is a chapter of its own; principles and the like that follow each other share one. */
export function chaptersOf(ws: Workspace, planId: PlanId): Chapter[] {
	const chapters: Chapter[] = [];
	for (const section of ws.rows.sections.of(planId)) {
		if (section.themeId !== null) continue;
		const last = chapters.at(-1);
		const isPart = section.kind !== 'text' && last?.kind === 'general' && last.sectionKind === section.kind;
		if (isPart) last.sections.push(section);
		else
			chapters.push({
				kind: 'general',
				id: section.id,
				heading: section.kind === 'text' ? section.heading : '',
				sectionKind: section.kind,
				sections: [section]
			});
	}
	const themes = ws.rows.themes.of(planId);
	// A code of the source («a», «6.1») only helps where every theme has its own.
	const codes = new Set(themes.map((theme) => theme.code));
	const coded = codes.size === themes.length && !codes.has(null) && !codes.has('');
	themes.forEach((theme, at) => {
		chapters.push({
			kind: 'theme',
			id: theme.id,
			number: coded ? (theme.code ?? '') : String(at + 1),
			theme
		});
	});
	return chapters;
}

export interface Served {
	measure: MeasureRow;
	programme: string;
}

/** Which measures hang on which goal of a plan: straight, through their action item, or through a programme's goal. */
export function measuresByGoal(ws: Workspace): Map<GoalId, Served[]> {
	const served = new Map<GoalId, Served[]>();
	for (const measure of ws.rows.measures.all) {
		const goals = goalsOf(measure, ws.rows.items.get(measure.itemId));
		const reached = new Set(goals.flatMap((id) => [id, ws.rows.goals.get(id)?.planGoalId ?? id]));
		for (const id of reached) {
			const list = served.get(id);
			if (list) list.push({ measure, programme: measure.parent });
			else served.set(id, [{ measure, programme: measure.parent }]);
		}
	}
	return served;
}

/** How the measures stand, in the order of the statuses; a measure that serves two goals counts once. */
export function countByStatus(ws: Workspace, served: readonly Served[]) {
	const measures = [...new Set(served.map(({ measure }) => measure.id))];
	const said = Map.groupBy(measures, (id): Status => statusOf(ws, id).current?.status ?? 'notStarted');
	const list = statuses.map((status) => ({ status, count: said.get(status)?.length ?? 0 }));
	return { total: measures.length, list: list.filter(({ count }) => count > 0) };
}

export function goalsOfTheme(ws: Workspace, theme: ThemeRow): GoalRow[] {
	return ws.rows.goals.of(theme.parent).filter((goal) => goal.themeId === theme.id);
}

/** The order that puts a row one place up or down among its neighbours; null where there is no such place. */
export function orderAfterMove(rows: readonly Row[], row: Row, step: -1 | 1): string | null {
	const at = rows.indexOf(row);
	const past = rows[at + step];
	if (at < 0 || !past) return null;
	const beyond = rows[at + 2 * step]?.order ?? null;
	const [low, high] = step < 0 ? [beyond, past.order] : [past.order, beyond];
	// Two devices may have chosen the same place; then there is no room between, and the far side will do.
	if (low !== null && high !== null && low >= high)
		return orderBetween(step < 0 ? null : low, step < 0 ? high : null);
	return orderBetween(low, high);
}

export function paragraphs(text: string): string[] {
	return text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
}
