import { expect, test } from 'vitest';
import type { Reading } from '#lib/exchange/reading.ts';
import { itemsOf, measuresOf, read } from './read-lines.ts';

/** Tables drawn with spaces, as text copied from a printed page has them. */
function page(...lines: string[]): Reading {
	return read('Uitvoeringsprogramma veiligheid 2027', 'Gemeente Wierhaven', '', 'Prioriteit 1: Havens', '', ...lines);
}

function listed(reading: Reading): number[] {
	return reading.notUnderstood.map((noted) => noted.line);
}

const header = 'Actie                 Trekker       Planning      Kosten';

test('where every cell stands under its column the lines are rows', () => {
	const reading = page(
		header,
		'Boeien leggen         Team Water    mei           € 10.000',
		'Kade vegen in juni    Team Stad     juli             € 500',
		'',
		'Daarna volgt een verslag.'
	);
	expect(itemsOf(reading)[0]?.measures).toMatchObject([
		{ text: 'Boeien leggen', lead: 'Team Water', planning: 'mei', budget: '€ 10.000' },
		{ text: 'Kade vegen in juni', lead: 'Team Stad', planning: 'juli', budget: '€ 500' }
	]);
	expect(listed(reading)).toEqual([]);
});

test.each([
	['empty', ['Boeien leggen         Team Water    mei           € 10.000', 'Kade vegen            Team Stad                   € 500']],
	['broken over two lines', ['Boeien leggen in de   Team Water    mei           € 10.000', 'haven                 en Stad']],
	['broken inside its first column', ['Boeien leggen in de   Team Water    mei           € 10.000', 'haven', 'Kade vegen            Team Stad     juli          € 500']]
])('where a cell is %s the table is listed and nothing is made of it', (_, rows) => {
	const reading = page(header, ...rows, '', 'Daarna volgt een verslag.');
	expect(measuresOf(reading)).toEqual([]);
	expect(listed(reading)).toEqual([header, ...rows].map((__, at) => at + 6));
	expect(reading.themes[0]?.description.map((one) => one.text)).toEqual(['Daarna volgt een verslag.']);
});

test('a list of contents and prose with wide spaces are no tables', () => {
	const contents = ['1     Inleiding      3', '2     Havens         4'];
	const prose = ['Wij  werken  samen', 'met schippers.  Dat gaat goed  en snel'];
	const reading = page(...contents, '', ...prose);
	expect(measuresOf(reading)).toEqual([]);
	expect(listed(reading)).toEqual([]);
});
