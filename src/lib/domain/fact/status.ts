import type { FactId, PersonId } from '../id.ts';
import { needsReason, type Fact, type Status, type StatusPayload } from './fact.ts';
import { headsOf } from './heads.ts';
import { settle, type SettledFact } from './settle.ts';

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
	/** Newest first, withdrawn ones left out, each as it was corrected. */
	history: SaidStatus[];
}

/** Derived from the facts of one measure, in any order, with duplicates: the outcome is the same. */
export function deriveStatus(facts: readonly Fact[]): DerivedStatus {
	return statusFrom(settle(facts));
}

export function statusFrom(settled: readonly SettledFact[]): DerivedStatus {
	const said = new Map<FactId, SaidStatus>();
	const live: SaidStatus[] = [];
	for (const { fact, payload, isWithdrawn } of settled) {
		if (payload.kind !== 'status') continue;
		const status = { ...payload, factId: fact.id, at: fact.occurredAt, person: fact.person };
		said.set(fact.id, status);
		if (!isWithdrawn) live.unshift(status);
	}
	const heads = headsOf(live, said);
	return { current: heads[0] ?? null, heads, history: live };
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
