import type { SignalColour, Status } from '#lib/domain/fact/fact.ts';
import type { GapKind } from '#lib/domain/gap/gap.ts';
import type { Lead, Level, SectionKind } from '#lib/domain/programme/row.ts';
import type { common as nl } from '../nl/common.ts';
import { plural } from '../plural.ts';
import { collectionName, step } from './step.ts';

const status: Record<Status, string> = {
	notStarted: 'Not started',
	preparing: 'In preparation',
	running: 'Running',
	done: 'Done',
	delayed: 'Delayed',
	paused: 'Paused',
	dropped: 'Dropped',
	changed: 'Changed',
	continued: 'Carried over'
};

const signal: Record<SignalColour, string> = { onTrack: 'On track', attention: 'Attention', stuck: 'Stuck' };

const level: Record<Level, string> = {
	priority: 'priority',
	strategic: 'strategic',
	regular: 'regular',
	watch: 'watch',
	dormant: 'dormant',
	adHoc: 'ad hoc',
	outOfScope: 'outside this plan'
};

const sectionKind: Record<SectionKind, string> = {
	text: 'Text',
	topic: 'Topic',
	ambition: 'Ambition',
	approach: 'Approach',
	precondition: 'Precondition',
	focusArea: 'Focus area',
	principle: 'Principle'
};

const leadKind: Record<Lead['kind'], string> = { person: 'person', unit: 'municipality', partner: 'partner' };

/** What lacks, as the end of "41 of 42 measures have …" and of "42 …". */
const lacking: Record<GapKind, [sentence: string, short: string]> = {
	lead: ['no lead', 'without a lead'],
	budget: ['no budget', 'without a budget'],
	planning: ['no planning', 'without planning'],
	portfolioHolder: ['no portfolio holder', 'without a portfolio holder'],
	measureWithoutGoal: ['no goal', 'without a goal'],
	goalWithoutMeasure: ['no measure', 'without a measure']
};

function gap(kind: GapKind, missing: number, total: number): string {
	const [what] = lacking[kind];
	const thing: [string, string] = kind === 'goalWithoutMeasure' ? ['goal', 'goals'] : ['measure', 'measures'];
	if (missing === 0) return `No ${thing[0]} lacks anything`;
	const of = missing === total ? plural(total, ...thing) : `${missing} of ${plural(total, ...thing)}`;
	return `${of} ${missing === 1 ? 'has' : 'have'} ${what}`;
}

function gapShort(kind: GapKind, missing: number): string {
	const [, what] = lacking[kind];
	return kind === 'goalWithoutMeasure' ? `${plural(missing, 'goal', 'goals')} ${what}` : `${missing} ${what}`;
}

const device = { tablet: 'this tablet', device: 'this device' };

const safety: (typeof nl)['safety'] = {
	short: (state, on) =>
		({ here: `Kept on ${device[on]}`, writing: 'Writing', stuck: 'Cannot be written' })[state],
	tiny: (state) => ({ here: 'Kept', writing: 'Writing', stuck: 'Stuck' })[state],
	means: (state, on) =>
		({
			here: `All you did stands on ${device[on]} and was read back.`,
			writing: `Your latest work is being written on ${device[on]}.`,
			stuck: `Your latest work could not be written on ${device[on]}. What stood there is still there.`
		})[state],
	waits: (count) =>
		count === 0
			? 'Nothing changed since the last saved copy.'
			: `${plural(count, 'act does', 'acts do')} not stand in a second place yet.`
};

export const common: typeof nl = {
	status,
	signal,
	noSignal: 'Not judged yet',
	level,
	noLevel: 'no level yet',
	sectionKind,
	leadKind,
	gap,
	gapShort,
	gapName: (kind) => lacking[kind][1],
	safety,
	device: (on) => device[on],
	step,
	collectionName,
	optional: '(not required)',
	blank: 'not filled in yet',
	addNew: (text) => `Add “${text}”`,
	fillIn: 'fill in',
	undo: 'Undo',
	undone: 'Undone',
	close: 'Close',
	cancel: 'Cancel',
	back: 'Back',
	save: 'Save',
	add: 'Add',
	remove: 'Remove',
	edit: 'Change',
	fill: 'Fill in',
	show: 'Show',
	open: 'Open',
	more: 'More',
	print: 'Print',
	exportOut: 'Export',
	filter: 'Filter',
	all: 'All',
	none: 'None',
	yes: 'Yes',
	no: 'No',
	nothingFound: 'Nothing found',
	someone: 'Someone',
	months: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December'
	],
	/** From Sunday, as `Date` counts. */
	weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
	weekdayLetters: 3,
	today: 'today',
	yesterday: 'yesterday',
	tomorrow: 'tomorrow',
	and: 'and',
	ofTotal: (part, total) => `${part} of ${total}`,
	measures: (count) => plural(count, 'measure', 'measures'),
	goals: (count) => plural(count, 'goal', 'goals'),
	themes: (count) => plural(count, 'theme', 'themes'),
	items: (count) => plural(count, 'action item', 'action items'),
	facts: (count) => plural(count, 'fact', 'facts'),
	days: (count) => plural(count, 'day', 'days')
};
