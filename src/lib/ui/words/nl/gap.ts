import type { GapKind } from '#lib/domain/gap/gap.ts';
import { plural } from '../plural.ts';

/** What lacks, as the end of "41 van 42 maatregelen hebben …" and of "42 …". */
const lacking: Record<GapKind, [sentence: string, short: string]> = {
	lead: ['geen trekker', 'zonder trekker'],
	budget: ['geen budget', 'zonder budget'],
	planning: ['geen planning', 'zonder planning'],
	portfolioHolder: ['geen portefeuillehouder', 'zonder portefeuillehouder'],
	measureWithoutGoal: ['geen doel', 'zonder doel'],
	goalWithoutMeasure: ['geen maatregel', 'zonder maatregel']
};

/** "41 van 42 maatregelen hebben geen trekker"; whole sentences, also for one and for all. */
function sentence(kind: GapKind, missing: number, total: number): string {
	const [what] = lacking[kind];
	const thing: [string, string] =
		kind === 'goalWithoutMeasure' ? ['doel', 'doelen'] : ['maatregel', 'maatregelen'];
	if (missing === 0) return `Geen enkele ${thing[0]} mist iets`;
	const of = missing === total ? plural(total, ...thing) : `${missing} van ${plural(total, ...thing)}`;
	return `${of} ${missing === 1 ? 'heeft' : 'hebben'} ${what}`;
}

/** "42 zonder budget", "3 doelen zonder maatregel": for a link or a count. */
function short(kind: GapKind, missing: number): string {
	const [, what] = lacking[kind];
	return kind === 'goalWithoutMeasure'
		? `${plural(missing, 'doel', 'doelen')} ${what}`
		: `${missing} ${what}`;
}

export const gap = { sentence, short };
