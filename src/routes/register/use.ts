/** Where an entry of the register stands: counted once for the whole register, in words with links. */
import { leadOf, partnersOf } from '#lib/domain/gap/gap.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import type { Workspace } from '#lib/workspace/index.ts';

export interface Use {
	text: string;
	href: string | null;
	count: number;
}

type Counter = Map<string, number>;

export interface Uses {
	leads: Counter;
	partners: Counter;
	areas: Counter;
	members: Counter;
	children: Counter;
	goals: Counter;
	covenants: Counter;
}

function count(ids: Iterable<string | null | undefined>): Counter {
	const counter: Counter = new Map();
	for (const id of ids) if (id) counter.set(id, (counter.get(id) ?? 0) + 1);
	return counter;
}

export function countUses({ rows }: Workspace): Uses {
	const inherited = rows.measures.all.map((measure) => ({ measure, item: rows.items.get(measure.itemId) }));
	return {
		leads: count(inherited.map(({ measure, item }) => leadOf(measure, item)?.id)),
		partners: count(inherited.flatMap(({ measure, item }) => [...partnersOf(measure, item)])),
		areas: count(rows.measures.all.flatMap((measure) => [...measure.areas])),
		members: count(rows.people.all.map((person) => person.unitId)),
		children: count(rows.areas.all.map((area) => area.parentId)),
		goals: count(rows.goals.all.map((goal) => goal.indicatorId)),
		covenants: count(rows.covenants.all.flatMap((covenant) => [...covenant.partners]))
	};
}

function use(counter: Counter, id: string, say: (n: number) => string, href: string | null = null): Use[] {
	const found = counter.get(id) ?? 0;
	return found === 0 ? [] : [{ text: say(found), href, count: found }];
}

export function leadUse(uses: Uses, kind: 'person' | 'unit' | 'partner', id: string): Use[] {
	return use(uses.leads, id, words.register.leadOf, `/programma?trekker=${kind}:${id}`);
}
export function partnerUse(uses: Uses, id: string): Use[] {
	return [
		...use(uses.partners, id, words.register.partnerOf),
		...use(uses.covenants, id, words.register.inCovenants, '/register?soort=covenants')
	];
}
export function memberUse(uses: Uses, id: string): Use[] {
	return use(uses.members, id, words.register.membersOf, '/register?soort=people');
}
export function areaUse(uses: Uses, id: string): Use[] {
	return [
		...use(uses.areas, id, words.register.areaOf, `/programma?gebied=${id}`),
		...use(uses.children, id, words.register.childrenOf)
	];
}
export function indicatorUse(ws: Workspace, uses: Uses, id: string): Use[] {
	const observed: Counter = new Map([[id, ws.facts.observations(id).length]]);
	return [
		...use(uses.goals, id, words.register.goalsOf, '/plan'),
		...use(observed, id, words.register.observationsOf)
	];
}
