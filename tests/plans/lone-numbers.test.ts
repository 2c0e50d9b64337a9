import { expect, test } from 'vitest';
import { itemsOf, measuresOf, read } from './read-lines.ts';

/** Numbers of lists as published pages leave them: alone on their line, without words, or beginning again. */
const head = ['Veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ''];

test('a number alone on its line carries the words below it', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'Doelen',
		'1.',
		'De haven is rustig.',
		'2.',
		'De kade is schoon.',
		'Maatregelen',
		'a)',
		'Kade tellen.',
		'',
		'b)',
		'',
		'Steiger sluiten.'
	);
	expect(reading.themes[0]?.goals.map((goal) => goal.text)).toEqual(['De haven is rustig.', 'De kade is schoon.']);
	expect(measuresOf(reading)).toEqual(['Kade tellen.', 'Steiger sluiten.']);
	expect(reading.questions).toEqual([]);
});

test('a number without words inside a list is a blank bullet, and the list goes on', () => {
	const reading = read(...head, 'Prioriteit 1: Haven', 'Maatregelen', '1) Kade tellen', '2) Steiger sluiten', '3)', '4) Boeien leggen');
	expect(reading.themes).toHaveLength(1);
	expect(measuresOf(reading)).toEqual(['Kade tellen', 'Steiger sluiten', 'Boeien leggen']);
	expect(reading.questions).toMatchObject([{ what: 'blankBullet', line: 8 }]);
});

test('a list in front ends where the numbers of the chapters begin', () => {
	const reading = read(
		...head,
		'2. Hoofdstuk over de haven',
		'3. Hoofdstuk over de dijk',
		'4. Hoofdstuk over de markt',
		'',
		'1. Vooraf',
		'Dit plan beschrijft de jaren 2026-2029.',
		'2. Haven',
		'Maatregelen',
		'• Kade tellen.'
	);
	expect(reading.chapters.map((chapter) => chapter.heading)).toContain('1 Vooraf');
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven']);
	expect(reading.questions).toMatchObject([{ what: 'contradictingYears', alternatives: ['2026-2029'] }]);
});

test('every council that decided is told, with its own date', () => {
	const reading = read(
		'Veiligheidsbeleid gemeenten Wierhaven en Dijkveen 2027-2030',
		'De raad van Wierhaven heeft dit beleid vastgesteld op 3 oktober 2026 en de raad van Dijkveen op 8 oktober 2026.',
		'1. Haven',
		'Maatregelen',
		'• Kade tellen.'
	);
	expect(reading.decisions.map((decision) => decision.date)).toEqual(['2026-10-03', '2026-10-08']);
});

test('sentences behind a measure that are a label and its words are its fields', () => {
	const reading = read(
		...head,
		'2 Haven',
		'Maatregelen',
		'• Kade tellen. Trekker: OOV. Planning: 2027.',
		'• Let op: de steiger is glad. Wij sluiten haar.'
	);
	expect(reading.themes[0]?.title).toBe('Haven');
	expect(itemsOf(reading)[0]?.measures).toMatchObject([
		{ text: 'Kade tellen.', lead: 'OOV', planning: '2027' },
		{ text: 'Let op: de steiger is glad. Wij sluiten haar.', lead: null }
	]);
});

test('a list of Roman numbers in front ends where they begin again', () => {
	const reading = read(
		...head,
		'Thema’s',
		'I. Haven',
		'II. Dijk',
		'III. Markt',
		'',
		'I. Haven',
		'Doel: rust op de kade.',
		'Maatregelen',
		'• Kade tellen.',
		'II. Dijk',
		'Maatregelen',
		'• Dijk bekijken.'
	);
	expect(reading.themes.map(({ title, goals }) => [title, goals.length])).toEqual([
		['Haven', 1],
		['Dijk', 0]
	]);
});
