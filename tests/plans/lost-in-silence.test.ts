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

const work = [
	'Prioriteit 1: Haven',
	'',
	'Actie\tTrekker\tPlanning\tKosten',
	'Kade tellen\tOOV\t2027\t€ 100',
	'Steiger sluiten\tWater\t2028\t€ 200',
	''
];

test.each([
	['4. Financiën', 'Onderdeel\t2027\t2028\tDekking', 'Haven\t€ 100\t€ 200\tReserve water'],
	['4. Wat kost het?', 'Maatregel\tKosten\tDekking', 'Kade en steiger\t€ 300\tReserve water'],
	['4. Begroting en dekking', 'Project\tBudget 2027\tToelichting', 'Kade\t€ 100\tEenmalig']
])('a table of money in the chapter "%s" is listed and is no work', (chapter, head2, row) => {
	const reading = read(...head, ...work, chapter, '', 'Dit is wat het kost.', '', head2, row, row.replace(/^/, 'Ook '));
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven']);
	expect(measuresOf(reading)).toEqual(['Kade tellen', 'Steiger sluiten']);
	expect(reading.notUnderstood.map((left) => left.line)).toEqual([15, 16]);
});

test('where no other part has work, a table of money is what the work stands in', () => {
	const reading = read(...head, '1. Begroting', '', 'Maatregel\tKosten', 'Kade tellen\t€ 100', 'Steiger sluiten\t€ 200');
	expect(measuresOf(reading)).toEqual(['Kade tellen', 'Steiger sluiten']);
});

test('"dat plan" is another one, or this one: that is asked', () => {
	const reading = read(
		...head,
		'Dit programma werkt het Veiligheidsplan Wierhaven 2026-2029 uit. De raad heeft dat plan op 15 december 2025 vastgesteld.',
		...work
	);
	expect(reading.decisions).toEqual([]);
	expect(reading.questions.map((question) => question.what)).toEqual(['decision']);
});

test('a table of who decided when holds decisions and no work', () => {
	const reading = read(
		'Veiligheidsplan 2027-2030',
		'De gemeenten Wierhaven en Zeedorp werken samen.',
		'',
		'Vaststelling',
		'Gemeente\tOrgaan\tDatum',
		'Wierhaven\tgemeenteraad\t12 december 2026',
		'Zeedorp\tgemeenteraad\t9 januari 2027',
		'',
		...work
	);
	expect(reading.decisions).toEqual([
		{ body: 'council', kind: 'adopt', date: '2026-12-12', line: 6 },
		{ body: 'council', kind: 'adopt', date: '2027-01-09', line: 7 }
	]);
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven']);
});
