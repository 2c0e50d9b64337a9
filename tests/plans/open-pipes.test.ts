import { expect, test } from 'vitest';
import { itemsOf, measuresOf, read } from './read-lines.ts';

/** Tables drawn with bars that have none at their edges, and what stands indented or in other words. */
const head = ['Actieprogramma 2027-2028', 'Gemeente Wierhaven', ''];

test('bars between cells make a table, also without bars at the edges', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'',
		'Actiepunt | Maatregel | Met wie | Trekker | Gereed',
		'Kade | Kade tellen | politie | OOV | 2027',
		' | Steiger sluiten | GGD | | 2028',
		'Dijk | Dijk bekijken | | Water',
		'',
		'Wie nu al meer wil weten | of iets wil zeggen, leest verder.'
	);
	expect(itemsOf(reading).map((item) => [item.title, item.partners, item.measures.length])).toEqual([
		['Kade', ['politie'], 2],
		['Dijk', [], 1]
	]);
	const measures = itemsOf(reading).flatMap((item) => item.measures);
	expect(measures.map(({ text, lead, planning }) => [text, lead, planning])).toEqual([
		['Kade tellen', 'OOV', '2027'],
		['Steiger sluiten', null, '2028'],
		['Dijk bekijken', 'Water', null]
	]);
	expect(measures[1]?.partners).toEqual(['GGD']);
	expect(reading.questions).toEqual([]);
	expect(reading.notUnderstood).toEqual([]);
});

test('with a drawn rule below the header two cells are enough', () => {
	const reading = read(...head, 'Prioriteit 1: Haven', '', 'Maatregel | Trekker', '--- | ---', 'Kade tellen | OOV', 'Steiger sluiten | Water');
	expect(measuresOf(reading)).toEqual(['Kade tellen', 'Steiger sluiten']);
});

test('fields of cards with bars between them stay fields', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'',
		'Actie 1: Kade tellen',
		'Trekker: OOV | Planning: 2027 | Kosten: € 100',
		'Actie 2: Steiger sluiten',
		'Trekker: Water | Planning: 2028 | Kosten: € 200'
	);
	const measures = itemsOf(reading).flatMap((item) => item.measures);
	expect(measures.map(({ lead, planning }) => [lead, planning])).toEqual([
		['OOV', '2027'],
		['Water', '2028']
	]);
});

test('an indented line below a bullet belongs to it and does not end the list', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'',
		'Doelen',
		'- Een rustige haven',
		'Maatregelen',
		'- Kade tellen',
		'  Elke maand een keer.',
		'- Steiger sluiten',
		'  Na overleg met de schippers.',
		'- Boeien leggen'
	);
	expect(measuresOf(reading)).toEqual([
		'Kade tellen Elke maand een keer.',
		'Steiger sluiten Na overleg met de schippers.',
		'Boeien leggen'
	]);
	expect(reading.notUnderstood).toEqual([]);
});

test('goals, conditions and money in other words of every day', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'',
		'Wat willen we in 2028 bereikt hebben?',
		'- Een rustige haven',
		'Dit hebben we nodig',
		'- Een boot',
		'',
		'Actie 1: Kade tellen',
		'Trekker: OOV',
		'Planning: 2027',
		'Wat kost het: € 100'
	);
	const [theme] = reading.themes;
	expect(theme?.goals.map((goal) => goal.text)).toEqual(['Een rustige haven']);
	expect(theme?.preconditions.map((one) => one.text)).toEqual(['Een boot']);
	expect(itemsOf(reading)[0]?.measures[0]?.budget ?? itemsOf(reading)[0]?.budget).toBe('€ 100');
});
