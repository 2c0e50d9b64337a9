import type { Confidentiality } from '#lib/domain/access/grant.ts';
import type { Role } from '#lib/domain/access/matrix.ts';
import { sayOfficialDate } from '#lib/ui/words/dates.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import type { Workspace } from '#lib/workspace/index.ts';

interface Told {
	role: Role;
	document: string | null;
	team: string | null;
	area: string | null;
	ceiling: Confidentiality;
}

/** "alle plannen en programma's, feiten van het boa-team, tot en met intern" */
export function sayScope({ rows }: Workspace, { role, document, team, area, ceiling }: Told): string {
	if (role === 'administrator' || role === 'auditor') return words.house.roleMeans[role];
	const title = document && (rows.plans.get(document) ?? rows.programmes.get(document))?.title;
	const named = (id: string | null, known: { name: string } | undefined) =>
		id && (known?.name ?? words.house.gone);
	return [
		words.house.scope(
			document && (title ?? words.house.gone),
			named(team, team ? rows.units.get(team) : undefined),
			named(area, area ? rows.areas.get(area) : undefined)
		),
		words.house.ceiling[ceiling]
	].join(', ');
}

/** "sinds 22 november 2026, zonder einddatum"; `to` is the moment it ends: the last day is said, as it was filled in. */
export function sayTerm({ from, to }: { from: number; to: number | null }): string {
	const since = words.house.term(sayOfficialDate(from), to === null ? null : sayOfficialDate(to - 1));
	return to === null ? `${since}, ${words.house.noEnd}` : since;
}
