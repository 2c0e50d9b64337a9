/** What may be chosen in the cells that hold several: portfolio holders, partners, goals, areas. */
import type { GoalRow } from '#lib/domain/programme/row.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import type { Workspace } from '#lib/workspace/index.ts';

export interface Choice {
	key: string;
	label: string;
	hint?: string;
}

/** People who hold a portfolio, and names that already stand somewhere in the programmes. */
export function holderChoices(ws: Workspace): Choice[] {
	const known = new Map<string, string | undefined>();
	for (const person of ws.rows.people.all)
		if (person.isPortfolioHolder) known.set(person.name, person.role ?? undefined);
	for (const row of [...ws.rows.items.all, ...ws.rows.measures.all, ...ws.rows.themes.all])
		for (const name of row.portfolioHolders) if (!known.has(name)) known.set(name, undefined);
	return [...known].map(([name, hint]) => ({ key: name, label: name, hint })).toSorted(byLabel);
}

export function partnerChoices(ws: Workspace): Choice[] {
	return ws.rows.partners.all
		.map(({ id, name, side }) => ({
			key: id,
			label: name,
			hint: side ? words.programme.side[side] : undefined
		}))
		.toSorted(byLabel);
}

export function areaChoices(ws: Workspace): Choice[] {
	return ws.rows.areas.all.map(({ id, name }) => ({ key: id, label: name })).toSorted(byLabel);
}

/** The goals of this theme first, then the others with their theme as the hint. */
export function goalChoices(ws: Workspace, goals: readonly GoalRow[], themeId: string): Choice[] {
	const planThemeId = ws.rows.themes.get(themeId)?.planThemeId;
	const isHere = (goal: GoalRow) => goal.themeId === themeId || goal.themeId === planThemeId;
	return [...goals.filter(isHere), ...goals.filter((goal) => !isHere(goal))].map((goal) => ({
		key: goal.id,
		label: goal.text,
		hint: ws.rows.themes.get(goal.themeId)?.title
	}));
}

function byLabel(a: Choice, b: Choice): number {
	return a.label.localeCompare(b.label, 'nl');
}
