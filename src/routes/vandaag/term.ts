import type { PlanRow } from '#lib/domain/programme/row.ts';
import { dayOf, daysUntil, sayOfficialDate } from '#lib/ui/words/dates.ts';
import { words } from '#lib/ui/words/words.svelte.ts';

/** The council adopts a plan at least every four years (art. 38b Politiewet 2012, from adoption to adoption). */
const termYears = 4;
/** A new plan takes about a year to make. */
const soonDays = 365;

export interface TermSaid {
	text: string;
	asksAttention: boolean;
}

export function sayTerm(plan: PlanRow, now: number): TermSaid {
	const adopted = plan.adoptedAt ? dayOf(plan.adoptedAt) : null;
	if (adopted === null) {
		const text = plan.period ? words.today.termPeriod(plan.period.to) : words.today.notAdopted;
		return { text, asksAttention: plan.period ? new Date(now).getFullYear() >= plan.period.to : false };
	}
	const end = new Date(adopted);
	end.setFullYear(end.getFullYear() + termYears);
	const days = daysUntil(end.getTime(), now);
	const until = sayOfficialDate(end.getTime());
	if (days < 0) return { text: words.today.termPast(until), asksAttention: true };
	if (days < soonDays) return { text: words.today.termSoon(until), asksAttention: true };
	return { text: words.today.term(until), asksAttention: false };
}
