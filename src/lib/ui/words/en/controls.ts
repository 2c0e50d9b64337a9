import type { controls as nl } from '../nl/controls.ts';

/** What buttons and fields say wherever they stand. */
export const controls: typeof nl = {
	optional: '(not required)',
	addNew: (text) => `Add “${text}”`,
	fillIn: 'fill in',
	undo: 'Undo',
	close: 'Close',
	cancel: 'Cancel',
	save: 'Save',
	add: 'Add',
	remove: 'Remove',
	edit: 'Change',
	fill: 'Fill in',
	show: 'Show',
	open: 'Open',
	print: 'Print',
	yes: 'Yes'
};
