/** What Driehoek understands of planning and money as written, in words; null where it understands nothing. */
import { formatEuros, parseMoney } from '#lib/domain/money/money.ts';
import { parsePlanning, type Planning } from '#lib/domain/planning/planning.ts';
import { dayOf, sayOfficialDate } from '#lib/ui/words/dates.ts';
import { words } from '#lib/ui/words/words.svelte.ts';

export function planningUnderstood(text: string): string | null {
	const planning = parsePlanning(text);
	return planning && sayPlanning(planning);
}

export function moneyUnderstood(text: string): string | null {
	const money = parseMoney(text);
	if (!money) return null;
	const amount = formatEuros(money.euros);
	return money.recurring ? words.programme.perYear(amount) : amount;
}

export function sayPlanning(planning: Planning): string {
	const { period } = words.programme;
	switch (planning.kind) {
		case 'year':
			return period.year(yearOf(planning.from));
		case 'yearRange':
			return period.years(yearOf(planning.from), yearOf(planning.to));
		case 'quarter':
			return period.quarter(Math.ceil(monthOf(planning.from) / 3), yearOf(planning.from));
		case 'date':
			return sayDay(planning.from);
		case 'month':
		case 'monthRange':
		case 'season':
			return period.months(sayMonth(planning.from), sayMonth(planning.to));
		case 'yearlyMonths':
			return period.yearly(period.months(monthName(planning.fromMonth), monthName(planning.toMonth)));
		case 'before':
			return period.before(sayDay(planning.to));
		case 'recurring':
			return period.recurring(planning.timesPerYear);
		case 'continuous':
			return period.continuous(planning.from && sayDay(planning.from));
	}
}

function yearOf(iso: string): number {
	return Number(iso.slice(0, 4));
}

function monthOf(iso: string): number {
	return Number(iso.slice(5, 7));
}

function sayDay(iso: string): string {
	const day = dayOf(iso);
	return day === null ? iso : sayOfficialDate(day);
}

function sayMonth(iso: string): string {
	return `${monthName(monthOf(iso))} ${yearOf(iso)}`;
}

/** From the catalogue: to make one Intl format takes longer than all else that a letter asks for. */
function monthName(month: number): string {
	return words.calendar.months[month - 1] ?? '';
}
