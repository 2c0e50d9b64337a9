import { expect, test } from 'vitest';
import { itemsOf, measuresOf, read } from './read-lines.ts';

/** What used to be lost, or taken for something else, without a word about it. */
const head = ['Actieprogramma 2027-2028', 'Gemeente Wierhaven', ''];
const header = 'Actiepunt\tActiviteiten\tPortefeuillehouder\tPartners\tTrekker\tPlanning\tKosten';

test('a row with another portfolio holder only adds that one, and is asked', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'',
		header,
		'Leegstand\tPanden schouwen\tWethouder Wonen\tpolitie\tToezicht\t2027\t',
		'\t\tWethouder Haven\tGGD\t\t\t',
		'Kade\tKade tellen\tBurgemeester\tpolitie\tOOV\t2028\t'
	);
	expect(itemsOf(reading).map((item) => item.portfolioHolders)).toEqual([
		['Wethouder Wonen', 'Wethouder Haven'],
		['Burgemeester']
	]);
	expect(reading.questions).toMatchObject([
		{
			line: 8,
			what: 'twoPortfolioHolders',
			guess: 'Wethouder Wonen; Wethouder Haven',
			alternatives: ['Wethouder Wonen']
		}
	]);
	expect(reading.notUnderstood).toEqual([{ line: 8, text: 'GGD', column: 'Partners' }]);
});

test('what a row without a measure says beside its item is not lost where the item has it already', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'',
		header,
		'Leegstand\t\tWethouder Wonen\tpolitie\tToezicht\t2027\t€ 100',
		'\t\tWethouder Wonen\tpolitie\tOOV\t2028\t€ 200',
		'\tPanden schouwen\t\t\t\t\t'
	);
	expect(reading.notUnderstood.map((left) => left.text)).toEqual(['OOV', '2028', '€ 200']);
});

test('a line at the edge of every page is one, also where it ends in a year before the number of the page', () => {
	const edge = (page: number): string => `Veiligheid in Wierhaven 2027-2028          ${page}`;
	const reading = read(
		edge(1),
		'Veiligheidsprogramma',
		'gemeente Wierhaven',
		'2027-2028',
		edge(2),
		'Prioriteit 1: Haven',
		'Maatregelen',
		'• Kade tellen.',
		edge(3),
		'• Steiger sluiten.',
		'Prioriteit 2: Dijk',
		'Maatregelen',
		'• Dijkwacht opleiden.',
		edge(4),
		'• Dijk bekijken.'
	);
	expect(itemsOf(reading).map((item) => item.title)).toEqual([null, null]);
	expect(measuresOf(reading)).toHaveLength(4);
	expect(reading.title).not.toMatch(/\s1$/);
	expect(reading.notUnderstood).toEqual([]);
});

test('"Prioriteit 2" with its title on the next line is a heading in two lines', () => {
	const block = (title: string, goal: string, work: string): string[] => [
		title,
		'',
		'Waar het om gaat.',
		'',
		'Ambities',
		'• ' + goal,
		'Aanpak',
		'• ' + work,
		'Partners',
		'Politie.',
		''
	];
	const reading = read(
		...head,
		'Prioriteit 1',
		'',
		...block('Haven', 'Een rustige haven.', 'Kade tellen.'),
		'Prioriteit 2:',
		...block('Dijk', 'Een veilige dijk.', 'Dijkwacht opleiden.')
	);
	expect(reading.themes.map(({ code, title, level, line }) => ({ code, title, level, line }))).toEqual([
		{ code: '1', title: 'Haven', level: 'priority', line: 6 },
		{ code: '2', title: 'Dijk', level: 'priority', line: 18 }
	]);
	expect(reading.themes[0]?.sections.map((section) => section.text)).toEqual(['Politie.']);
	expect(reading.questions).toEqual([]);
});
