import type { FactId, PersonId } from '../id.ts';
import { needsReason, type Fact, type Status, type StatusPayload } from './fact.ts';

/** A status as it was said: what, when and by whom. */
export interface SaidStatus extends StatusPayload {
	factId: FactId;
	/** Milliseconds, the writer's clock. */
	at: number;
	person: PersonId | null;
}

export interface DerivedStatus {
	/** With two heads the one said last, only to have something to show; `heads` says that nobody chose yet. */
	current: SaidStatus | null;
	/** More than one: said apart from each other; both stand until a person chooses (P3). */
	heads: SaidStatus[];
	/** Newest first, withdrawn ones left out. */
	history: SaidStatus[];
}

/** Derived from the facts of one measure, in any order, with duplicates: the outcome is the same. */
export function deriveStatus(facts: readonly Fact[]): DerivedStatus {
	const withdrawn = new Set<FactId>();
	const said = new Map<FactId, SaidStatus>();
	for (const fact of facts) {
		if (fact.payload.kind === 'withdrawal') withdrawn.add(fact.payload.factId);
		if (fact.payload.kind === 'status')
			said.set(fact.id, { ...fact.payload, factId: fact.id, at: fact.occurredAt, person: fact.person });
	}
	const live = [...said.values()].filter((status) => !withdrawn.has(status.factId)).sort(newestFirst);
	const superseded = seenBy(live, said);
	const heads = live.filter((status) => !superseded.has(status.factId));
	return { current: heads[0] ?? null, heads, history: live };
}

/** What the live ones had seen, also through withdrawn ones: a withdrawal does not wake up what it had replaced twice. */
function seenBy(live: readonly SaidStatus[], said: ReadonlyMap<FactId, SaidStatus>): Set<FactId> {
	const seen = new Set<FactId>();
	const toVisit = live.flatMap((status) => status.seen);
	for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
		if (seen.has(id)) continue;
		seen.add(id);
		toVisit.push(...(said.get(id)?.seen ?? []));
	}
	return seen;
}

function newestFirst(a: SaidStatus, b: SaidStatus): number {
	return b.at - a.at || (a.factId < b.factId ? 1 : -1);
}

/** A pause, a stop and a change are only said with a reason. */
export function lacksReason(status: Status, reason: string | null): boolean {
	return needsReason.includes(status) && !reason?.trim();
}

const statusWords: [RegExp, Status][] = [
	[/niet (gestart|begonnen|opgepakt)|nog te starten|open(staand)?\b/, 'notStarted'],
	[/vertraag|uitloop|achter op/, 'delayed'],
	[/doorgeschoven|voortgezet|vervolgd/, 'continued'],
	[/gestopt|vervallen|geschrapt|niet uitgevoerd/, 'dropped'],
	[/gepauzeerd|on hold|aangehouden|stil/, 'paused'],
	[/gewijzigd|aangepast/, 'changed'],
	[/voorbereid|opgestart|in ontwikkeling/, 'preparing'],
	[/afgerond|gereed|klaar|uitgevoerd|gerealiseerd|voltooid|100 ?%/, 'done'],
	[/loopt|lopend|in uitvoering|gestart|bezig|doorlopend|\b[1-9]\d? ?%/, 'running']
];

/** The status words of reports, or null where no word is known: doubt is asked, not guessed. */
export function parseStatus(text: string): Status | null {
	const lower = text.toLowerCase();
	return statusWords.find(([pattern]) => pattern.test(lower))?.[1] ?? null;
}
