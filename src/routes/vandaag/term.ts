import { termOf } from '#lib/domain/plan/term.ts';
import type { PlanRow } from '#lib/domain/programme/row.ts';
import { dayOf, sayOfficialDate } from '#lib/ui/words/dates.ts';
import { words } from '#lib/ui/words/words.svelte.ts';

export interface TermSaid {
	text: string;
	asksAttention: boolean;
}

export function sayTerm(plan: PlanRow, now: number): TermSaid {
	const term = termOf(plan.adoptedAt, now);
	if (!term) {
		const text = plan.period ? words.today.termPeriod(plan.period.to) : words.today.notAdopted;
		return { text, asksAttention: plan.period ? new Date(now).getFullYear() >= plan.period.to : false };
	}
	const until = sayOfficialDate(dayOf(term.due) ?? now);
	if (term.isOver) return { text: words.today.termPast(until), asksAttention: true };
	if (term.isSoon) return { text: words.today.termSoon(until), asksAttention: true };
	return { text: words.today.term(until), asksAttention: false };
}
