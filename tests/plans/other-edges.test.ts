import { expect, test } from 'vitest';
import { itemsOf, measuresOf, read } from './read-lines.ts';

/** What stands around the work: contents without a word above them, page heads, a level before a title, a date. */
const head = ['Veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ''];

test('rows of titles and climbing pages that come back as headings are contents, without a word that says so', () => {
	const reading = read(
		...head,
		'\tPagina',
		'1.\tInleiding\t1',
		'2.\tHaven\t2',
		'3.\tDijk\t4',
		'',
		'1.\tInleiding',
		'Wierhaven ligt aan het water.',
		'2.\tHaven',
		'Maatregelen',
		'• Kade tellen.',
		'3.\tDijk',
		'Maatregelen',
		'• Dijk bekijken.'
	);
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven', 'Dijk']);
	expect(measuresOf(reading)).toHaveLength(2);
	expect([reading.questions, reading.notUnderstood]).toEqual([[], []]);
});

test('"2. Prioriteit Haven" is a theme with its goal and its table, not a chapter above one', () => {
	const reading = read(
		...head,
		'2. Prioriteit Haven',
		'Doel 2028: rust op de kade.',
		'Actie\tMaatregel\tTrekker',
		'Kade\tKade tellen\tOOV',
		'3. Prioriteit Dijk',
		'Actie\tMaatregel\tTrekker',
		'Dijk\tDijk bekijken\tVTH'
	);
	expect(reading.themes.map(({ title, level, goals }) => [title, level, goals.length])).toEqual([
		['Haven', 'priority', 1],
		['Dijk', 'priority', 0]
	]);
	expect(reading.questions).toEqual([]);
});

test('a title printed at the head of every page is no text, and breaks no bullet in silence', () => {
	const reading = read(
		...head,
		'A. Haven',
		'Maatregelen',
		'• Kade tellen.',
		'• Schippers verwijzen naar',
		'Veiligheidsplan 2027-2030',
		'de havendienst.',
		'• Steiger sluiten.',
		'Veiligheidsplan 2027-2030',
		'B. Dijk',
		'Maatregelen',
		'• Dijk bekijken.'
	);
	expect(measuresOf(reading)).toEqual([
		'Kade tellen.',
		'Schippers verwijzen naar de havendienst.',
		'Steiger sluiten.',
		'Dijk bekijken.'
	]);
	expect(reading.questions).toMatchObject([{ what: 'brokenBullet', line: 9 }]);
});

test('the day of a decision contradicts no period', () => {
	const reading = read(
		...head,
		'1. Inleiding',
		'Dit plan is op 6 november 2026 door de gemeenteraad van Wierhaven in openbare vergadering vastgesteld.',
		'2. Haven',
		'Maatregelen',
		'• Kade tellen.'
	);
	expect(reading.decisions).toMatchObject([{ date: '2026-11-06' }]);
	expect(reading.questions).toEqual([]);
});

test('a chapter of a level with one table right under it is that theme, and asked', () => {
	const reading = read(
		...head,
		'1. Prioriteit Haven',
		'Actie\tMaatregel\tTrekker',
		'Kade\tKade tellen\tOOV',
		'2. Reguliere taken',
		'Actie\tMaatregel\tTrekker',
		'Dijk\tDijk bekijken\tVTH'
	);
	expect(reading.themes.map(({ title, level }) => [title, level])).toEqual([
		['Haven', 'priority'],
		['Reguliere taken', 'regular']
	]);
	expect(itemsOf(reading)).toHaveLength(2);
	expect(reading.questions).toMatchObject([{ what: 'lostHeading', guess: 'Reguliere taken' }]);
});

test('titles above prose in a numbered chapter of a level are its themes, and asked', () => {
	const reading = read(
		...head,
		'1 Prioriteit Haven',
		'Maatregelen',
		'• Kade tellen.',
		'2 Strategische thema’s',
		'Evenementen',
		'De organisator is verantwoordelijk.',
		'Brandveiligheid',
		'De brandweer adviseert.'
	);
	expect(reading.themes.map(({ title, level }) => [title, level])).toEqual([
		['Haven', 'priority'],
		['Evenementen', 'strategic'],
		['Brandveiligheid', 'strategic']
	]);
	expect(reading.questions.map((question) => question.what)).toEqual(['lostHeading', 'lostHeading']);
});
