import { expect, test } from 'vitest';
import { answer } from '#lib/exchange/understand/answer.ts';
import { itemsOf, measuresOf, read, readFileOf } from './read-lines.ts';

/** Cells that point at the cell above, lie over two lines, or stand under a word that nobody knows. */
const head = ['Uitvoeringsprogramma 2027', 'Gemeente Wierhaven', '', 'Prioriteit 1: Haven'];

test('a ditto mark and "idem" say what the cell above says, and money stays as written', () => {
	const reading = read(
		...head,
		'Actiepunt\tMaatregel\tPH\tTrekker\tPartners\tPlanning\tBudget',
		'Kade\tKade tellen\tWethouder Haven\tOOV\tpolitie, GGD\t2027\t€ 100',
		'Dijk\tDijk bekijken\tidem\t”\t”\t"\tidem'
	);
	expect(itemsOf(reading)[1]).toMatchObject({ portfolioHolders: ['Wethouder Haven'], partners: ['politie', 'GGD'] });
	expect(itemsOf(reading)[1]?.measures).toMatchObject([{ lead: 'OOV', planning: '2027', budget: 'idem' }]);
});

test('a column that goes on where the action is empty tells the work, under each such header, and is asked', () => {
	const reading = read(
		...head,
		'Actie\tDetails\tTrekker',
		'Kade\tKade tellen\tOOV',
		'\tSteiger sluiten\tVTH',
		'Prioriteit 2: Dijk',
		'Actie\tDetails\tTrekker',
		'Dijk\tDijk bekijken\tOOV'
	);
	expect(itemsOf(reading).map((item) => item.title)).toEqual(['Kade', 'Dijk']);
	expect(measuresOf(reading)).toEqual(['Kade tellen', 'Steiger sluiten', 'Dijk bekijken']);
	expect(reading.questions).toMatchObject([{ what: 'column', about: 'Details', guess: 'measure' }]);
});

test('the first half of a first cell on a line of its own belongs to its row', () => {
	const reading = read(
		...head,
		'Actiepunt\tMaatregel\tTrekker',
		'Kade\tKade tellen\tOOV',
		'Controle',
		'schepen\tSchepen controleren\tVTH'
	);
	expect(itemsOf(reading).map((item) => item.title?.replace(/\s+/g, ' '))).toEqual(['Kade', 'Controle schepen']);
	expect(reading.notUnderstood).toEqual([]);
});

test('"Onder dit speerpunt vallen:" opens topics, and "Streefbeeld" a goal', () => {
	const reading = read(
		'Veiligheidsplan 2027-2030',
		'1 Haven',
		'Onder dit speerpunt vallen:',
		'• kade;',
		'• steiger.',
		'Streefbeeld 2030',
		'De haven is rustig.',
		'Maatregelen',
		'• Kade tellen.'
	);
	expect(reading.themes[0]?.topics.map((topic) => topic.text)).toEqual(['kade;', 'steiger.']);
	expect(reading.themes[0]?.goals.map((goal) => goal.text)).toEqual(['De haven is rustig.']);
});

test('marks alone above their words keep their depth', () => {
	const reading = read(
		...head,
		'Maatregelen',
		'•',
		'De kade beter bewaken door:',
		'o',
		'een camera;',
		'o',
		'een ronde.',
		'•',
		'Steiger sluiten.'
	);
	const shape = itemsOf(reading).map((item) => [item.title, ...item.measures.map((one) => one.text)]);
	expect(shape).toEqual([
		['De kade beter bewaken door', 'een camera;', 'een ronde.'],
		[null, 'Steiger sluiten.']
	]);
	expect(reading.questions).toEqual([]);
});

test('lettered entries in one cell are measures of their own, and a side behind a partner is its side', () => {
	const reading = read(
		...head,
		'Actiepunt\tMaatregel\tPartners (i/e)\tKosten',
		'Kade\ta. Kade tellen; b. Steiger sluiten; c. Boeien leggen.\tteam Water (i), politie (e)\t€ 100',
		'Dijk\tDijk bekijken, zie bijlage a. Kaart\tHalt (extern)\t'
	);
	expect(measuresOf(reading)).toEqual([
		'Kade tellen;',
		'Steiger sluiten;',
		'Boeien leggen.',
		'Dijk bekijken, zie bijlage a. Kaart'
	]);
	expect(itemsOf(reading)[0]?.measures.map((one) => one.budget)).toEqual(['€ 100', null, null]);
	expect(itemsOf(reading).map((item) => item.partners)).toEqual([['team Water', 'politie'], ['Halt']]);
	expect(reading.partnerSides).toEqual({ 'team Water': 'internal', politie: 'external', Halt: 'external' });
});

test('measures of one cell share its lead and its planning, and its money counts once', () => {
	const reading = read(...head, 'Actiepunt\tMaatregel\tTrekker\tPlanning\tKosten', 'Kade\t• Kade tellen • Steiger sluiten\tOOV\t2027\t€ 100');
	expect(itemsOf(reading)[0]?.measures).toMatchObject([
		{ lead: 'OOV', planning: '2027', budget: '€ 100' },
		{ lead: 'OOV', planning: '2027', budget: null }
	]);
});

test('parting a cell by an answer does not pay twice', () => {
	const reading = readFileOf(
		'plan.md',
		...head.slice(0, 3),
		'# Prioriteit 1: Haven',
		'| Actie | Maatregel | Trekker | Kosten |',
		'|---|---|---|---|',
		'| Kade | Kade tellen<br>Steiger sluiten | OOV | € 100 |'
	);
	const parted = answer(reading, reading.questions[0]?.key ?? '', 'Kade tellen; Steiger sluiten');
	expect(itemsOf(parted)[0]?.measures).toMatchObject([
		{ lead: 'OOV', budget: '€ 100' },
		{ lead: 'OOV', budget: null }
	]);
});

test('"(trekker HRM)" needs no colon', () => {
	const reading = read(...head, 'Maatregelen', '• Balie trainen (trekker HRM).', '• Kade tellen (trekker volgt).');
	expect(itemsOf(reading)[0]?.measures).toMatchObject([
		{ text: 'Balie trainen', lead: 'HRM' },
		{ text: 'Kade tellen (trekker volgt).', lead: null }
	]);
});
