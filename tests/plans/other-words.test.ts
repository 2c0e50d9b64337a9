import { expect, test } from 'vitest';
import { answer } from '#lib/exchange/understand/answer.ts';
import { itemsOf, measuresOf, read, readFileOf } from './read-lines.ts';

/** Words that stand where no rule expected them: in front of the themes, with a year, in capitals, inside a title. */
const head = ['Veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ''];

test('a label no word knows opens the work, though a chapter in front is called "Aanpak"', () => {
	const theme = (title: string, goal: string, work: string): string[] => [
		title,
		'Er is meer te doen dan eerst.',
		'Onze doelen:',
		`• ${goal}`,
		'Hierop mag u rekenen:',
		`• ${work}`
	];
	const reading = read(
		...head,
		'1. Inleiding',
		'1.1 Aanpak',
		'Wij spraken met vissers en schippers.',
		...theme('2. Haven', 'De haven is rustig.', 'Wij tellen de kade.'),
		...theme('3. Dijk', 'De dijk is veilig.', 'Wij sluiten de steiger.')
	);
	expect(reading.themes.map((one) => one.title)).toEqual(['Haven', 'Dijk']);
	expect(measuresOf(reading)).toEqual(['Wij tellen de kade.', 'Wij sluiten de steiger.']);
	expect(reading.questions).toMatchObject([{ what: 'other', guess: 'maatregelen' }]);
});

test('a kind of theme of their own words is known by its letter, and its contents may contradict it', () => {
	const reading = read(
		...head,
		'Inhoud',
		'1 Hoofdopgaven\t2',
		'Hoofdopgave A: Haven\t2',
		'2 Waakthema’s\t3',
		'Waakthema A: Dijk\t3',
		'Waakthema B: Markt\t4',
		'',
		'1 Hoofdopgaven',
		'Hoofdopgave A: Haven',
		'Maatregelen',
		'• Kade tellen.',
		'2 Waakthema’s',
		'Waakthema A: Dijk',
		'Maatregelen',
		'• Steiger sluiten.',
		'Waakthema C: Markt',
		'Maatregelen',
		'• Kramen tellen.'
	);
	expect(reading.themes.map(({ code, title }) => [code, title])).toEqual([
		['A', 'Haven'],
		['A', 'Dijk'],
		['C', 'Markt']
	]);
	expect(reading.questions).toMatchObject([{ what: 'contradictingCode', guess: 'C', alternatives: ['B'] }]);
});

test('the letter behind a paragraph number may contradict the contents as well', () => {
	const reading = read(
		...head,
		'Inhoud',
		'3.1 Borgthema A: Haven\t2',
		'3.2 Borgthema B: Dijk\t3',
		'',
		'3 Borgthema’s',
		'3.1 Borgthema A: Haven',
		'Maatregelen',
		'• Kade tellen.',
		'3.2 Borgthema C: Dijk',
		'Maatregelen',
		'• Steiger sluiten.'
	);
	expect(reading.themes.map(({ code, title }) => [code, title])).toEqual([
		['3.1', 'Haven'],
		['3.2', 'Dijk']
	]);
	expect(reading.questions).toMatchObject([{ what: 'contradictingCode', guess: 'C', alternatives: ['B'] }]);
});

test('a role in the brackets of a title is asked about where nobody holds the item', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'Actie\tMaatregel\tPH',
		'Straatwerk (wethouder Jeugd)\tElke avond op pad\t',
		'Kade (burgemeester)\tKade tellen\tWethouder Haven',
		'Steiger (bij de brug)\tSteiger sluiten\t'
	);
	expect(itemsOf(reading).map((item) => item.portfolioHolders)).toEqual([[], ['Wethouder Haven'], []]);
	expect(reading.questions).toMatchObject([
		{ what: 'holderInTitle', line: 6, guess: '', alternatives: ['wethouder Jeugd'] }
	]);
	const told = answer(reading, reading.questions[0]?.key ?? '', 'wethouder Jeugd');
	expect(itemsOf(told)[0]?.portfolioHolders).toEqual(['wethouder Jeugd']);
});

test.each(['Doel 2027: De haven is rustig.', '**Onze ambitie 2028:** De haven is rustig.', 'Kwalitatieve doelstelling: De haven is rustig.'])(
	'"%s" is a goal',
	(line) => {
		const reading = readFileOf('plan.md', ...head, '# Prioriteit 1: Haven', '', line, '', '**Maatregelen**', '', '- Kade tellen.');
		expect(reading.themes[0]?.goals.map((goal) => goal.text)).toEqual(['De haven is rustig.']);
	}
);

test('a period in capitals is a period', () => {
	const reading = read('VEILIGHEIDSPLAN WIERHAVEN', '2027 T/M 2030', '', 'Prioriteit 1: Haven', 'Maatregelen', '• Kade tellen.');
	expect(reading.period).toEqual({ from: 2027, to: 2030 });
});

test.each(['Dit plan geldt voor 2026-2029.', 'Deze beleidsnota is opgesteld voor de jaren 2026 t/m 2029.'])(
	'a short sentence about the document itself may contradict its title: %s',
	(sentence) => {
		const reading = read(...head, '1. Inleiding', sentence, '2. Haven', 'Maatregelen', '• Kade tellen.');
		expect(reading.questions).toMatchObject([{ what: 'contradictingYears', alternatives: ['2026-2029'] }]);
	}
);

test('a decision on "het" is asked: it may be this document or the one named before', () => {
	const reading = read(
		'Uitvoeringsprogramma 2027',
		'Dit hoort bij het Veiligheidsplan Wierhaven 2026-2029. Het college stelde het vast op 14 januari 2027.',
		'Prioriteit 1: Haven',
		'Maatregelen',
		'• Kade tellen.'
	);
	expect(reading.decisions).toEqual([]);
	expect(reading.questions).toMatchObject([{ what: 'decision', alternatives: ['ditStuk'] }]);
	const told = answer(reading, reading.questions[0]?.key ?? '', 'ditStuk');
	expect(told.decisions).toMatchObject([{ body: 'executive', kind: 'adopt', date: '2027-01-14' }]);
});

test('an "o" without words in a list of them is a blank bullet', () => {
	const reading = read(...head, 'Prioriteit 1: Haven', 'Maatregelen', 'o Kade tellen', 'o', 'o Steiger sluiten');
	expect(measuresOf(reading)).toEqual(['Kade tellen', 'Steiger sluiten']);
	expect(reading.questions).toMatchObject([{ what: 'blankBullet', line: 7 }]);
});

test('marks numbered as "1°." carry the words below them', () => {
	const reading = read(
		...head,
		'1 Haven',
		'Dit hoofdthema bestaat uit de volgende onderwerpen:',
		'  • 1°.',
		'    Kade.',
		'  • 2°.',
		'    Steiger.',
		'Maatregelen',
		'  • Kade tellen.'
	);
	expect(reading.themes[0]?.topics.map((topic) => topic.text)).toEqual(['Kade.', 'Steiger.']);
});

test('"Basistaak: Dijk" names its level and its title', () => {
	const reading = read(...head, '2.1 Prioriteit: Haven', 'Maatregelen', '• Kade tellen.', '2.2 Basistaak: Dijk', 'Maatregelen', '• Dijk bekijken.');
	expect(reading.themes.map(({ level, title }) => [level, title])).toEqual([
		['priority', 'Haven'],
		['regular', 'Dijk']
	]);
});

test('a goal that goes on in small letters on the next line is one, and asked', () => {
	const reading = read(...head, 'Prioriteit 1: Haven', 'Doel', 'De haven is', 'rustig en schoon.', 'Maatregelen', '• Kade tellen.');
	expect(reading.themes[0]?.goals.map((goal) => goal.text)).toEqual(['De haven is rustig en schoon.']);
	expect(reading.questions).toMatchObject([{ what: 'brokenBullet', line: 7 }]);
});

test('a break in a cell parts holders, partners and measures, and measures are asked', () => {
	const reading = readFileOf(
		'plan.md',
		...head,
		'# Prioriteit 1: Haven',
		'',
		'| Actie | Maatregel | Door<br>wie | PH | Partners |',
		'|---|---|---|---|---|',
		'| Kade | Kade tellen<br>Steiger sluiten | OOV | Burgemeester<br>Wethouder Haven | politie<br>GGD |'
	);
	const [item] = itemsOf(reading);
	expect(item?.portfolioHolders).toEqual(['Burgemeester', 'Wethouder Haven']);
	expect(item?.partners).toEqual(['politie', 'GGD']);
	expect(item?.measures).toMatchObject([{ text: 'Kade tellen Steiger sluiten', lead: 'OOV' }]);
	expect(reading.questions).toMatchObject([
		{ what: 'brokenBullet', alternatives: ['Kade tellen; Steiger sluiten'] }
	]);
});
