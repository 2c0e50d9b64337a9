/** Where an entry of the register stands: counted once for the whole register, in words with links. */
import { holdersOf, leadOf, partnersOf } from '#lib/domain/gap/gap.ts';
import { sameName } from '#lib/domain/person-name.ts';
import type { PersonRow } from '#lib/domain/programme/register.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import { currentProgramme, type Workspace } from '#lib/workspace/index.ts';

export interface Use {
	text: string;
	href: string | null;
	count: number;
}

type Counter = Map<string, number>;

export interface Uses {
	/** Of measures: in the running programme, where the link leads, and in earlier ones. */
	leads: Split;
	partners: Split;
	areas: Split;
	/** By name: who holds a portfolio stands in plans and programmes as it was written. */
	holders: Split;
	members: Counter;
	children: Counter;
	goals: Counter;
	covenants: Counter;
}

interface Split {
	running: Counter;
	earlier: Counter;
}

function count(ids: Iterable<string | null | undefined>): Counter {
	const counter: Counter = new Map();
	for (const id of ids) if (id) counter.set(id, (counter.get(id) ?? 0) + 1);
	return counter;
}

export function countUses(ws: Workspace): Uses {
	const { rows } = ws;
	const runningId = currentProgramme(ws)?.id;
	const inherited = rows.measures.all.map((measure) => ({ measure, item: rows.items.get(measure.itemId) }));
	type Inherited = (typeof inherited)[number];
	const split = (idsOf: (one: Inherited) => readonly (string | undefined)[]): Split => ({
		running: count(inherited.filter(({ measure }) => measure.parent === runningId).flatMap(idsOf)),
		earlier: count(inherited.filter(({ measure }) => measure.parent !== runningId).flatMap(idsOf))
	});
	return {
		leads: split(({ measure, item }) => [leadOf(measure, item)?.id]),
		partners: split(({ measure, item }) => partnersOf(measure, item)),
		areas: split(({ measure }) => measure.areas),
		holders: split(({ measure, item }) => holdersOf(measure, item).map(sameName)),
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

function useOf(split: Split, id: string, say: (n: number) => string, href: string | null): Use[] {
	const [now, before] = [split.running.get(id) ?? 0, split.earlier.get(id) ?? 0];
	if (now > 0 && before > 0)
		return [
			{ text: say(now), href, count: now },
			{ text: words.register.earlier(before), href: null, count: before }
		];
	if (before > 0) return [{ text: words.register.onlyEarlier(say(before)), href: null, count: before }];
	return use(split.running, id, say, href);
}

export function leadUse(uses: Uses, kind: 'person' | 'unit' | 'partner', id: string): Use[] {
	return useOf(uses.leads, id, words.register.leadOf, `/programma?trekker=${kind}:${id}`);
}
/** A portfolio is held by a name or by an office: «Burgemeester». */
export function holderUse(uses: Uses, { name, role }: PersonRow): Use[] {
	const names = new Set([name, role ?? ''].map(sameName).filter((one) => one !== ''));
	return [...names].flatMap((one) => useOf(uses.holders, one, words.register.holderOf, null));
}
export function partnerUse(uses: Uses, id: string): Use[] {
	return [
		...useOf(uses.partners, id, words.register.partnerOf, `/programma?partner=${id}`),
		...use(uses.covenants, id, words.register.inCovenants, '/register?soort=covenants')
	];
}
export function memberUse(uses: Uses, id: string): Use[] {
	return use(uses.members, id, words.register.membersOf, '/register?soort=people');
}
export function areaUse(uses: Uses, id: string): Use[] {
	return [
		...useOf(uses.areas, id, words.register.areaOf, `/programma?gebied=${id}`),
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
