import type { ShapeName } from '#lib/ui/shapes.ts';
import { currentProgramme, type Activity, type Workspace } from '#lib/workspace/index.ts';

/** One line for acts in a row that read the same and came within a minute: one import is several steps. */
export function foldAlike(entries: readonly Activity[], sentence: (entry: Activity) => string): Activity[] {
	const withinMs = 60_000;
	return entries.filter((entry, at) => {
		const newer = entries[at - 1];
		return (
			!newer ||
			newer.at - entry.at > withinMs ||
			sentence(newer) !== sentence(entry) ||
			newer.state !== entry.state
		);
	});
}

/** The shape beside an act: what sort of thing was done. Never a tick: it stands here before it is written (P4). */
export function activityShape(entry: Pick<Activity, 'label' | 'state'>): ShapeName {
	if (entry.state === 'undone') return 'dropped';
	const shapes: Record<Activity['label']['what'], ShapeName> = {
		edited: 'changed',
		cleared: 'notStarted',
		added: 'versions',
		removed: 'dropped',
		restored: 'changed',
		imported: 'local',
		statusSet: 'running',
		continued: 'continued',
		demo: 'local',
		recorded: 'steps',
		ticked: 'done',
		unticked: 'notStarted',
		withdrawn: 'dropped',
		corrected: 'changed'
	};
	return shapes[entry.label.what];
}

/** Where the thing it was about can be seen, when it was one thing that is still there. */
export function activityHref(workspace: Workspace, entry: Activity): string | null {
	const { collection, count } = entry.label;
	const id = entry.ids[0];
	const { rows } = workspace;
	const programme = rows.programmes.get(id ?? '');
	if (programme) return `/programma?p=${programme.id}`;
	if (rows.plans.get(id ?? '')) return `/plan?p=${id}`;
	if (collection === 'measures') {
		const measure = rows.measures.all.find((row) => row.id === id);
		if (!measure) return null;
		return count === 1 ? `/programma?p=${measure.parent}&m=${measure.id}` : `/programma?p=${measure.parent}`;
	}
	if (collection === 'goals' || collection === 'themes' || collection === 'sections') {
		const row = rows[collection].get(id ?? '');
		if (!row) return null;
		return rows.plans.get(row.parent) ? `/plan?p=${row.parent}` : `/programma?p=${row.parent}`;
	}
	if (['people', 'units', 'partners', 'areas'].includes(collection)) return '/register';
	return entry.label.what === 'demo' && currentProgramme(workspace) ? '/programma' : null;
}
