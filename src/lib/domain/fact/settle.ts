import type { FactId } from '../id.ts';
import type { CorrectablePayload, CorrectionPayload, Fact, FactPayload } from './fact.ts';
import { isOwn, once } from './own.ts';
import { subjectOf } from './subject.ts';

/**
 * Facts as they stand now, from any set of facts in any order:
 * 1. only an own fact is withdrawn or corrected (`isOwn`); other attempts change nothing and are listed;
 * 2. a withdrawal wins over every correction, whenever it came;
 * 3. of several corrections the last by (occurredAt, id) stands; all are kept in the history;
 * 4. a withdrawal is final: what was withdrawn by mistake is said again as a new fact. A correction can be withdrawn;
 * 5. a correction keeps the kind and the subject, and what its writer had seen; a fact about the wrong measure is
 *    withdrawn and said again where it belongs.
 */
export interface SettledFact {
	fact: Fact;
	/** As it stands now. */
	payload: FactPayload;
	/** Oldest first; the last one stands. */
	corrections: Fact[];
	withdrawals: Fact[];
	isWithdrawn: boolean;
	/** Why a withdrawal or correction changes nothing; null where it holds, and for all other facts. */
	ignored: Ignored | null;
}
/** `notHere`: what it is about has not arrived; it is weighed again when it has. */
export type Ignored = 'notHere' | 'notOwn' | 'otherKind' | 'otherSubject' | 'final';

/** Every fact once, oldest first, withdrawals and corrections among them. */
export function settle(facts: readonly Fact[]): SettledFact[] {
	const all = once(facts);
	const byId = new Map(all.map((fact) => [fact.id, fact]));
	const ignored = new Map(all.map((fact) => [fact.id, whyIgnored(fact, byId)]));
	const holding = all.filter((fact) => ignored.get(fact.id) === null);
	const withdrawals = Map.groupBy(holding, ({ payload }) => targetOf(payload, 'withdrawal'));
	const corrections = Map.groupBy(holding, ({ payload }) => targetOf(payload, 'correction'));
	return all.map((fact) => {
		const mine = (corrections.get(fact.id) ?? []).filter(({ id }) => !withdrawals.has(id));
		return {
			fact,
			payload: mine.reduce((_, { payload }) => corrected(fact.payload, payload), fact.payload),
			corrections: mine,
			withdrawals: withdrawals.get(fact.id) ?? [],
			isWithdrawn: withdrawals.has(fact.id),
			ignored: ignored.get(fact.id) ?? null
		};
	});
}

/** What still says something by itself: not withdrawn, not itself a withdrawal, correction or unknown. */
export interface StandingFact extends SettledFact {
	payload: CorrectablePayload;
}
export function standing(settled: readonly SettledFact[]): StandingFact[] {
	return settled.filter((one): one is StandingFact => !one.isWithdrawn && isCorrectable(one.payload));
}

/** What this version cannot read: shown as a count, never dropped (rule 7). */
export function unread(facts: readonly Fact[]): Fact[] {
	return once(facts).filter(({ payload }) => payload.kind === 'unknown');
}

function whyIgnored(fact: Fact, byId: ReadonlyMap<FactId, Fact>): Ignored | null {
	const { payload } = fact;
	if (payload.kind !== 'withdrawal' && payload.kind !== 'correction') return null;
	const target = byId.get(payload.factId);
	if (!target) return 'notHere';
	if (target.payload.kind === 'withdrawal') return 'final';
	if (!isOwn(fact, target)) return 'notOwn';
	return payload.kind === 'correction' ? whyUnfit(payload, target.payload) : null;
}

function whyUnfit({ payload }: CorrectionPayload, target: FactPayload): Ignored | null {
	if (payload.kind !== target.kind) return 'otherKind';
	if (subjectOf(payload) !== subjectOf(target)) return 'otherSubject';
	if (payload.kind !== 'tick' || target.kind !== 'tick') return null;
	return payload.checkItemId === target.checkItemId ? null : 'otherSubject';
}

function targetOf(payload: FactPayload, kind: 'withdrawal' | 'correction'): FactId | null {
	return payload.kind === kind && 'factId' in payload ? payload.factId : null;
}

/** What a writer had seen when the first words were written does not change with the words. */
function corrected(original: FactPayload, amendment: FactPayload): FactPayload {
	if (amendment.kind !== 'correction') return original;
	const { payload } = amendment;
	if (payload.kind === 'status' && original.kind === 'status') return { ...payload, seen: original.seen };
	if (payload.kind === 'tick' && original.kind === 'tick') return { ...payload, seen: original.seen };
	return payload;
}

function isCorrectable(payload: FactPayload): payload is CorrectablePayload {
	return payload.kind !== 'withdrawal' && payload.kind !== 'correction' && payload.kind !== 'unknown';
}
