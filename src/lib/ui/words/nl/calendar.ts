/** Days and months as words; ../dates.ts puts them together. */
export const calendar = {
	months: [
		'januari',
		'februari',
		'maart',
		'april',
		'mei',
		'juni',
		'juli',
		'augustus',
		'september',
		'oktober',
		'november',
		'december'
	],
	/** From Sunday, as `Date` counts. */
	weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
	weekdayLetters: 2,
	today: 'vandaag',
	yesterday: 'gisteren',
	tomorrow: 'morgen'
};
