import type { SignalColour, Status } from '#lib/domain/fact/fact.ts';
import type { Level, SectionKind } from '#lib/domain/programme/row.ts';
import type { names as nl } from '../nl/names.ts';

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

/** What things are called on every screen. */
export const names: typeof nl = {
	status,
	signal,
	level,
	sectionKind
};
