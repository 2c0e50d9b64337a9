import type { Collection, StepLabel } from '#lib/domain/step.ts';
import { plural } from '../plural.ts';

const names: Record<Collection, [one: string, other: string]> = {
	plans: ['plan', 'plans'],
	programmes: ['programme', 'programmes'],
	themes: ['theme', 'themes'],
	sections: ['section', 'sections'],
	goals: ['goal', 'goals'],
	items: ['action item', 'action items'],
	measures: ['measure', 'measures'],
	checkItems: ['step', 'steps'],
	people: ['person', 'people'],
	units: ['unit', 'units'],
	partners: ['partner', 'partners'],
	areas: ['area', 'areas'],
	indicators: ['indicator', 'indicators'],
	covenants: ['covenant', 'covenants']
};

/** Fields that are filled in; all others are changed. */
const filled: Record<string, string> = {
	lead: 'Lead',
	planning: 'Planning',
	budget: 'Budget',
	funding: 'Funding',
	partners: 'Partners',
	portfolioHolders: 'Portfolio holder',
	areas: 'Areas',
	goalIds: 'Goals',
	targetGroup: 'Target group',
	dueText: 'Date',
	indicatorId: 'Indicator',
	baseline: 'Baseline',
	target: 'Target',
	targetYear: 'Target year',
	story: 'Story',
	contact: 'Contact',
	role: 'Role',
	unitId: 'Team',
	period: 'Period',
	levelReason: 'Reason for the level'
};
const changed: Record<string, string> = {
	text: 'Text',
	title: 'Title',
	name: 'Name',
	note: 'Note',
	level: 'Level',
	description: 'Description',
	heading: 'Heading',
	kind: 'Kind',
	direction: 'Direction',
	state: 'State',
	code: 'Number',
	safetyField: 'Safety field',
	side: 'Internal or external'
};

function collectionName(collection: Collection, count = 1): string {
	return names[collection][count === 1 ? 0 : 1];
}

function what(label: StepLabel): string {
	if (label.count === 1 && label.name) return `‘${label.name}’`;
	return plural(label.count, ...names[label.collection]);
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function edited(label: StepLabel): string {
	const { field } = label;
	const subject = what(label);
	if (field === 'order' || field === 'itemId' || field === 'themeId') return `Moved ${subject}`;
	if (field && filled[field]) return `${filled[field]} of ${subject} filled in`;
	if (field && changed[field]) return `${changed[field]} of ${subject} changed`;
	return upper(`${subject} changed`);
}

function cleared(label: StepLabel): string {
	const field = label.field ? (filled[label.field] ?? changed[label.field]) : undefined;
	return field ? `${field} of ${what(label)} cleared` : upper(`${what(label)} emptied`);
}

/** One act of a person as a short sentence: "Lead of 12 measures filled in". */
function step(label: StepLabel): string {
	switch (label.what) {
		case 'edited':
			return edited(label);
		case 'cleared':
			return cleared(label);
		case 'added':
			return upper(`${what(label)} added`);
		case 'removed':
			return upper(`${what(label)} removed`);
		case 'restored':
			return upper(`${what(label)} put back`);
		case 'imported':
			return label.name
				? `${upper(collectionName(label.collection))} ‘${label.name}’ read in`
				: `${upper(collectionName(label.collection))} read in`;
		case 'statusSet':
			return `Status of ${what(label)} set`;
		case 'continued':
			return upper(`${what(label)} carried over`);
		case 'recorded':
			return label.name ? `Fact recorded for ‘${label.name}’` : 'Fact recorded';
		case 'ticked':
			return label.name ? `Step of ‘${label.name}’ ticked` : 'Step ticked';
		case 'unticked':
			return label.name ? `Tick of ‘${label.name}’ taken away` : 'Tick taken away';
		case 'withdrawn':
			return label.name ? `Fact of ‘${label.name}’ taken back` : 'Fact taken back';
		case 'corrected':
			return label.name ? `Fact of ‘${label.name}’ corrected` : 'Fact corrected';
		case 'demo':
			return 'Example municipality made';
	}
}

/** "Planning"; null for what has no name of its own. */
function fieldName(field: string): string | null {
	return filled[field] ?? changed[field] ?? null;
}

/** The log of what was done. */
export const log = { step, collectionName, fieldName, someone: 'Someone' };
