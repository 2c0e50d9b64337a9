import { spansOf, type Span } from './span.ts';

/** The side codes of the RDW, cars, lorries, trailers, motorbikes and mopeds alike: X a letter, 9 a digit. */
const sideCodes = [
	'XX-99-99',
	'99-99-XX',
	'99-XX-99',
	'XX-99-XX',
	'XX-XX-99',
	'99-XX-XX',
	'99-XXX-9',
	'9-XXX-99',
	'XX-999-X',
	'X-999-XX',
	'XXX-99-X',
	'X-99-XXX',
	'9-XX-999',
	'999-XX-9'
];
const shapes = sideCodes.map((code) =>
	code.replaceAll('-', '[- ]?').replaceAll('X', '[a-z]').replaceAll('9', '\\d')
);
const plate = new RegExp(`(?<![\\p{L}\\d]|[\\p{L}\\d]-)(?:${shapes.join('|')})(?!-?[\\p{L}\\d])`, 'giu');

const months = ['JAN', 'FEB', 'MRT', 'APR', 'MEI', 'JUN', 'JUL', 'AUG', 'SEP', 'OKT', 'NOV', 'DEC'];
/** Units between or before figures: `2 km 300`. */
const units = ['KM', 'CM', 'MM', 'KG', 'ML', 'MB', 'GB', 'PX'];

export function findPlates(text: string): Span[] {
	return spansOf(text, plate, ([match]) => isPlate(match));
}

function isPlate(match: string): boolean {
	const letters = match.toUpperCase().match(/[A-Z]+/g) ?? [];
	if (letters.some((group) => months.includes(group) || units.includes(group))) return false;
	// Three letters never hold a vowel, so that no plate is a word.
	if (letters.some((group) => group.length === 3 && /[AEIOU]/.test(group))) return false;
	return /^[^-]+-[^-]+-[^-]+$/.test(match) || isPlateWithoutDashes(match, letters);
}

/** Without its dashes a plate looks like many things; a postcode is the most common of them. */
function isPlateWithoutDashes(match: string, letters: string[]): boolean {
	const bare = match.replace(/[- ]/g, '').toUpperCase();
	// A word in lower case beside a figure is a sentence.
	if (match.includes(' ') && /[a-z]/.test(match)) return false;
	if (/^\d{4}[A-Z]{2}$/.test(bare) || /^[A-Z]{2}(19|20)\d\d$/.test(bare)) return false;
	// The code of a municipality.
	if (/^GM\d{4}$/.test(bare)) return false;
	return !letters.some((group) => /[AEIOU]/.test(group));
}
