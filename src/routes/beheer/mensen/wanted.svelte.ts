import { roles, type Role } from '#lib/domain/access/matrix.ts';
import { confidentialities, type Confidentiality } from '#lib/domain/access/grant.ts';
import { dayOf } from '#lib/ui/words/dates.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import type { Workspace } from '#lib/workspace/index.ts';
import type { HouseCalls } from '#lib/workspace/together/index.ts';

export type WantedGrant = Parameters<HouseCalls['grant']>[2];
const dayMs = 86_400_000;

/** A right as it is being filled in; '' stands for "all" where a choice may be left open. */
export class Wanted {
	role = $state<Role>('fieldOfficer');
	document = $state('');
	team = $state('');
	area = $state('');
	ceiling = $state<Confidentiality>('internal');
	/** An ISO date, the last day on which it holds; '' where no end is known. */
	until = $state('');
	ground = $state('');

	grant(): WantedGrant {
		const last = this.until === '' ? null : dayOf(this.until);
		return {
			role: this.role,
			document: this.document || null,
			team: this.team || null,
			area: this.area || null,
			ceiling: this.ceiling,
			// The whole of the last day counts.
			to: last === null ? null : last + dayMs,
			ground: this.ground.trim()
		};
	}
}

interface Option<Key extends string = string> {
	key: Key;
	label: string;
}
const all = (label: string): Option => ({ key: '', label });

export const roleOptions = (): Option<Role>[] => roles.map((key) => ({ key, label: words.house.role[key] }));
export const ceilingOptions = (): Option<Confidentiality>[] =>
	confidentialities.map((key) => ({ key, label: words.house.ceiling[key] }));

export function documentOptions({ rows }: Workspace): Option[] {
	const documents = [...rows.plans.all, ...rows.programmes.all];
	return [
		all(words.house.documentAll),
		...documents.map(({ id, title }) => ({ key: id, label: title || id }))
	];
}
export function teamOptions({ rows }: Workspace): Option[] {
	return [all(words.house.anyTeam), ...rows.units.all.map(({ id, name }) => ({ key: id, label: name }))];
}
export function areaOptions({ rows }: Workspace): Option[] {
	return [all(words.house.anyArea), ...rows.areas.all.map(({ id, name }) => ({ key: id, label: name }))];
}
export function personOptions({ rows }: Workspace, none: string): Option[] {
	return [all(none), ...rows.people.all.map(({ id, name }) => ({ key: id, label: name }))];
}
