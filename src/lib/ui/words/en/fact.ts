import type { BuiltInActivity, FactPayload, ProgressPayload } from '#lib/domain/fact/fact.ts';
import type { fact as nl } from '../nl/fact.ts';
import { plural } from '../plural.ts';
import { names } from './names.ts';

const activities: Record<BuiltInActivity, string> = {
	spoken: 'Spoken',
	nuisanceSeen: 'Nuisance seen',
	nothingSpecial: 'Nothing special',
	appointment: 'Appointment',
	inspection: 'Inspection',
	warning: 'Warning',
	other: 'Other'
};

/** An own word of the municipality stands as it was written. */
function activity(name: string | null): string {
	return name === null ? 'Fact' : ((activities as Record<string, string>)[name] ?? name);
}

function progress({ activity: name, count, unit }: ProgressPayload): string {
	if (count === null) return activity(name);
	return `${activity(name)}: ${String(count)} ${unit ?? 'times'}`;
}

export const fact: typeof nl = {
	activity,
	/** One fact in a few words; its own text stands beside it. */
	say(payload: FactPayload): string {
		switch (payload.kind) {
			case 'progress':
				return progress(payload);
			case 'status':
				return `Status: ${names.status[payload.status].toLowerCase()}`;
			case 'tick':
				return payload.isDone ? 'Step ticked' : 'Tick taken away';
			case 'signal':
				return 'Signal';
			case 'comment':
				return 'Comment';
			case 'observation':
				return 'Observation';
			case 'decision':
				return 'Decision';
			case 'withdrawal':
				return 'Taken back';
			case 'correction':
				return 'Correction';
			case 'unknown':
				return 'Fact of a newer version';
		}
	},
	facts: 'Facts',
	recent: (recent: number, days: number, all: number): string => `${recent} in ${days} days, ${all} in all`,
	total: (all: number): string => `${all} in all`,
	none: 'No facts yet. They come from the field, from whoever does something for this measure.',
	comment: 'Comment',
	commentSaid: 'Comment saved on this device.',
	toField: 'Record a fact',
	photos: (count: number): string => plural(count, 'photo', 'photos'),
	more: (count: number): string => `Show ${plural(count, 'older fact', 'older facts')}`,
	corrected: (times: number): string => (times === 1 ? 'corrected' : `corrected ${times} times`),
	was: 'It said at first',
	withdrawn: 'taken back',
	ignored: 'does not count: not by the one who said it',
	correct: 'Correct',
	withdraw: 'Take back',
	withdrawSaid: 'Fact taken back. It stays in sight as taken back.',
	correctedSaid: 'Fact corrected. What it said at first stays in sight.',
	correctLabel: 'Text of the fact',
	someone: 'someone',
	unread: (count: number): string =>
		`${plural(count, 'fact', 'facts')} of a newer Driehoek: kept, not readable here yet`,
	count: (count: number): string => `something done ${plural(count, 'time', 'times')}`,
	last: (when: string): string => `last fact ${when}`,
	steps: (done: number, all: number): string => `${done} of ${all} steps done`,
	disputed: 'Two people said different things',
	tick: (step: string): string => `${step}: done`,
	since: (facts: number, measures: number): string =>
		`${plural(facts, 'fact', 'facts')} for ${plural(measures, 'measure', 'measures')}`,
	andMore: (count: number): string => `and ${count} more`,
	fromField: 'From the field'
};
