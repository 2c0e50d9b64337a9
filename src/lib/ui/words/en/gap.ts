import type { GapKind } from '#lib/domain/gap/gap.ts';
import type { gap as nl } from '../nl/gap.ts';
import { plural } from '../plural.ts';

/** What lacks, as the end of "41 of 42 measures have …" and of "42 …". */
const lacking: Record<GapKind, [sentence: string, short: string]> = {
	lead: ['no lead', 'without a lead'],
	budget: ['no budget', 'without a budget'],
	planning: ['no planning', 'without planning'],
	portfolioHolder: ['no portfolio holder', 'without a portfolio holder'],
	measureWithoutGoal: ['no goal', 'without a goal'],
	goalWithoutMeasure: ['no measure', 'without a measure']
};

function sentence(kind: GapKind, missing: number, total: number): string {
	const [what] = lacking[kind];
	const thing: [string, string] = kind === 'goalWithoutMeasure' ? ['goal', 'goals'] : ['measure', 'measures'];
	if (missing === 0) return `No ${thing[0]} lacks anything`;
	const of = missing === total ? plural(total, ...thing) : `${missing} of ${plural(total, ...thing)}`;
	return `${of} ${missing === 1 ? 'has' : 'have'} ${what}`;
}

function short(kind: GapKind, missing: number): string {
	const [, what] = lacking[kind];
	return kind === 'goalWithoutMeasure' ? `${plural(missing, 'goal', 'goals')} ${what}` : `${missing} ${what}`;
}

export const gap: typeof nl = { sentence, short };
