import type { PlanRow, ProgrammeRow } from '#lib/domain/programme/row.ts';
import { inside, type Workspace } from './handle.ts';

/** The one that holds this year, else the one that runs longest; one without a period comes last. */
export function currentProgramme(workspace: Workspace): ProgrammeRow | null {
	return current(workspace, workspace.rows.programmes.all);
}
export function currentPlan(workspace: Workspace): PlanRow | null {
	return current(workspace, workspace.rows.plans.all);
}

function current<R extends ProgrammeRow | PlanRow>(workspace: Workspace, rows: readonly R[]): R | null {
	const year = new Date(inside(workspace).platform.now()).getFullYear();
	const running = rows.filter(({ period }) => period !== null && period.from <= year && year <= period.to);
	return running.at(-1) ?? rows.toSorted((a, b) => (a.period?.to ?? 0) - (b.period?.to ?? 0)).at(-1) ?? null;
}
