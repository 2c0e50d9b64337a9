import type { calendar as nl } from '../nl/calendar.ts';

/** Days and months as words; ../dates.ts puts them together. */
export const calendar: typeof nl = {
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
	tomorrow: 'tomorrow'
};
