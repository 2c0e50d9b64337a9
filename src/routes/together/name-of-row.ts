import { words } from '#lib/ui/words/words.svelte.ts';
import type { Workspace } from '#lib/workspace/index.ts';

/** What a row is called on screen; a row that went has no name any more. */
export function nameOfRow(workspace: Workspace, collection: string, id: string): string {
	if (!(collection in workspace.rows)) return words.together.removedThing;
	const row = workspace.rows[collection as keyof Workspace['rows']].get(id);
	if (!row) return words.together.removedThing;
	for (const field of ['name', 'title', 'text', 'heading'] as const)
		if (field in row) {
			const said = (row as unknown as Record<string, unknown>)[field];
			if (typeof said === 'string' && said !== '') return said;
		}
	return words.together.removedThing;
}

export function nameOfField(field: string): string {
	return words.log.fieldName(field) ?? field;
}

/** Where it can be seen. */
export function hrefOfRow(workspace: Workspace, collection: string, id: string): string | null {
	const { rows } = workspace;
	if (collection === 'measures') {
		const measure = rows.measures.get(id);
		return measure ? `/programma?p=${measure.parent}&m=${id}` : null;
	}
	if (collection === 'goals' || collection === 'themes' || collection === 'sections') {
		const row = rows[collection].get(id);
		if (!row) return null;
		if (!rows.plans.get(row.parent)) return `/programma?p=${row.parent}`;
		return `/plan?plan=${row.parent}${collection === 'goals' ? `#goal-${id}` : ''}`;
	}
	if (collection === 'plans') return `/plan?plan=${id}`;
	if (collection === 'programmes') return `/programma?p=${id}`;
	return '/register';
}

/** Any stored value as a person would read it: names for ids where they are known. */
export function sayValue(workspace: Workspace, value: unknown): string {
	if (value === null || value === undefined || value === '') return words.together.empty;
	if (typeof value === 'string') return nameOfId(workspace, value) ?? value;
	if (typeof value === 'number') return String(value);
	if (typeof value === 'boolean') return value ? words.controls.yes : words.together.empty;
	if (Array.isArray(value))
		return value.length === 0
			? words.together.empty
			: value.map((one) => sayValue(workspace, one)).join(', ');
	const parts = Object.entries(value).flatMap(([key, one]) =>
		key === 'kind' || one === null ? [] : [sayValue(workspace, one)]
	);
	return parts.join(' – ') || words.together.empty;
}

function nameOfId({ rows }: Workspace, id: string): string | null {
	for (const collection of ['people', 'units', 'partners', 'areas', 'indicators'] as const) {
		const row = rows[collection].get(id);
		if (row) return row.name;
	}
	return rows.goals.get(id)?.text ?? rows.themes.get(id)?.title ?? rows.items.get(id)?.title ?? null;
}
