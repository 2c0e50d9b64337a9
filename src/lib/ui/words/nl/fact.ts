import type { BuiltInActivity, FactPayload, ProgressPayload } from '#lib/domain/fact/fact.ts';
import { plural } from '../plural.ts';
import { names } from './names.ts';

const activities: Record<BuiltInActivity, string> = {
	spoken: 'Gesproken',
	nuisanceSeen: 'Overlast gezien',
	nothingSpecial: 'Geen bijzonderheden',
	appointment: 'Afspraak',
	inspection: 'Controle',
	warning: 'Waarschuwing',
	other: 'Anders'
};

/** An own word of the municipality stands as it was written. */
function activity(name: string | null): string {
	return name === null ? 'Feit' : ((activities as Record<string, string>)[name] ?? name);
}

function progress({ activity: name, count, unit }: ProgressPayload): string {
	if (count === null) return activity(name);
	return `${activity(name)}: ${String(count).replace('.', ',')} ${unit ?? 'keer'}`;
}

export const fact = {
	activity,
	/** One fact in a few words; its own text stands beside it. */
	say(payload: FactPayload): string {
		switch (payload.kind) {
			case 'progress':
				return progress(payload);
			case 'status':
				return `Status: ${names.status[payload.status].toLowerCase()}`;
			case 'tick':
				return payload.isDone ? 'Stap afgevinkt' : 'Vinkje weggehaald';
			case 'signal':
				return 'Signaal';
			case 'comment':
				return 'Opmerking';
			case 'observation':
				return 'Waarneming';
			case 'decision':
				return 'Besluit';
			case 'withdrawal':
				return 'Teruggenomen';
			case 'correction':
				return 'Verbetering';
			case 'unknown':
				return 'Feit van een nieuwere versie';
		}
	},
	facts: 'Feiten',
	recent: (recent: number, days: number, all: number): string =>
		`${recent} in ${days} dagen, ${all} in totaal`,
	total: (all: number): string => `${all} in totaal`,
	none: 'Nog geen feiten. Ze komen uit Veld, van wie er iets voor deze maatregel doet.',
	comment: 'Opmerking',
	commentSaid: 'Opmerking bewaard op dit toestel.',
	toField: 'Feit vastleggen',
	photos: (count: number): string => plural(count, 'foto', 'foto’s'),
	more: (count: number): string => `Toon ${plural(count, 'ouder feit', 'oudere feiten')}`,
	corrected: (times: number): string => (times === 1 ? 'verbeterd' : `${times} keer verbeterd`),
	was: 'Eerst stond er',
	withdrawn: 'teruggenomen',
	ignored: 'telt niet mee: niet van wie het eerst zei',
	correct: 'Verbeter',
	withdraw: 'Neem terug',
	withdrawSaid: 'Feit teruggenomen. Het blijft zichtbaar als teruggenomen.',
	correctedSaid: 'Feit verbeterd. Wat er eerst stond, blijft te zien.',
	correctLabel: 'Tekst van het feit',
	someone: 'iemand',
	unread: (count: number): string =>
		`${plural(count, 'feit', 'feiten')} van een nieuwere Driehoek: bewaard, hier nog niet te lezen`,
	count: (count: number): string => `${plural(count, 'keer', 'keer')} iets gedaan`,
	last: (when: string): string => `laatste feit ${when}`,
	steps: (done: number, all: number): string => `${done} van ${all} stappen klaar`,
	disputed: 'Twee mensen zeiden iets anders',
	tick: (step: string): string => `${step}: klaar`,
	since: (facts: number, measures: number): string =>
		`${plural(facts, 'feit', 'feiten')} bij ${plural(measures, 'maatregel', 'maatregelen')}`,
	andMore: (count: number): string => `en ${count} meer`,
	fromField: 'Uit het veld'
};
