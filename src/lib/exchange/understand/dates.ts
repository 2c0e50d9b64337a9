const months = [
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
];
const shortMonths = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

const year = String.raw`((?:19|20)\d\d)`;
const written = new RegExp(String.raw`(?:(\d{1,2})\s+)?(${months.join('|')})\s+${year}`, 'i');
// Short for a month only behind a day: "Jan 2025" may be a person.
const shortened = new RegExp(
	String.raw`(?<!\d)(\d{1,2})\s+(${shortMonths.join('|')})[tr]?\.?\s+${year}`,
	'i'
);
const inDigits = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)/;

function iso(inYear: string | undefined, month: number, day: string | undefined): string {
	const rest = day === undefined ? '' : `-${day.padStart(2, '0')}`;
	return `${inYear ?? ''}-${String(month).padStart(2, '0')}${rest}`;
}

/** ISO date, or year and month where the day is not said. */
export function dateIn(text: string): string | null {
	const long = written.exec(text);
	if (long) return iso(long[3], months.indexOf((long[2] ?? '').toLowerCase()) + 1, long[1]);
	const brief = shortened.exec(text);
	if (brief) return iso(brief[3], shortMonths.indexOf((brief[2] ?? '').toLowerCase()) + 1, brief[1]);
	const digits = inDigits.exec(text);
	if (!digits || Number(digits[2]) > 12) return null;
	return iso(digits[3], Number(digits[2]), digits[1] ?? '');
}
