import { expect, test } from 'vitest';
import { answer } from '#lib/exchange/understand/answer.ts';
import { itemsOf, measuresOf, read, readFileOf } from './read-lines.ts';

/** Lists that something stands in the way of, and what brackets and paragraphs say inside an entry. */
const head = ['Veiligheidsplan 2027-2030', 'Gemeente Wierhaven', '', 'Prioriteit 1: Haven', ''];

test('labels in brackets behind a measure are its fields', () => {
	const reading = read(
		...head,
		'Maatregelen',
		'• Kade tellen. (trekker: team Water, planning: 2027)',
		'• Steiger sluiten (trekker: OOV; partners: politie, GGD; kosten: € 100);',
		'• Boeien leggen (let op: alleen in de winter).'
	);
	const fields = itemsOf(reading).flatMap((item) =>
		item.measures.map(({ text, lead, planning, budget, partners }) => [text, lead, planning, budget, partners])
	);
	expect(fields).toEqual([
		['Kade tellen.', 'team Water', '2027', null, []],
		['Steiger sluiten', 'OOV', null, '€ 100', ['politie', 'GGD']],
		['Boeien leggen (let op: alleen in de winter).', null, null, null, []]
	]);
	expect(reading.questions).toEqual([]);
});

test('two paragraphs in one cell may be two measures: asked', () => {
	const reading = readFileOf(
		'plan.md',
		...head,
		'| Actie | Maatregel | Trekker |',
		'|---|---|---|',
		'| Kade | Kade tellen<br><br>Steiger sluiten | OOV |',
		'| Dijk | Dijk bekijken met<br><br>Rijkswaterstaat | OOV |'
	);
	expect(measuresOf(reading)).toEqual(['Kade tellen Steiger sluiten', 'Dijk bekijken met Rijkswaterstaat']);
	expect(reading.questions).toMatchObject([
		{ what: 'brokenBullet', alternatives: ['Kade tellen; Steiger sluiten'] }
	]);
	const parted = answer(reading, reading.questions[0]?.key ?? '', 'Kade tellen; Steiger sluiten');
	expect(measuresOf(parted)).toEqual(['Kade tellen', 'Steiger sluiten', 'Dijk bekijken met Rijkswaterstaat']);
	expect(itemsOf(parted)[0]?.measures.map((measure) => measure.lead)).toEqual(['OOV', 'OOV']);
});

test('an entry of a lettered list that goes on below does not end the list', () => {
	const reading = read(
		...head,
		'Afspraken:',
		'a) Boa’s varen elke week een ronde;',
		'b) Met de waterschappen komt er een convenant,',
		'   dat ook de kosten regelt;',
		'c) Afval wordt binnen twee dagen opgeruimd;',
		'd) Er komt een camera.'
	);
	expect(measuresOf(reading)).toEqual([
		'Boa’s varen elke week een ronde;',
		'Met de waterschappen komt er een convenant, dat ook de kosten regelt;',
		'Afval wordt binnen twee dagen opgeruimd;',
		'Er komt een camera.'
	]);
});

test('a footnote between two bullets does not end their list, and is listed', () => {
	const reading = read(
		...head,
		'Maatregelen',
		'• Kade tellen met de havendienst.2',
		'• Steiger sluiten.',
		'',
		'2 De havendienst is een dienst van de provincie.',
		'• Boeien leggen.'
	);
	expect(measuresOf(reading)).toHaveLength(3);
	expect(reading.notUnderstood.map((left) => left.line)).toEqual([10]);
});

test('a numbered line that no word points at is no footnote', () => {
	const reading = read(...head, 'Maatregelen', '• Kade tellen.', '• Steiger sluiten.', '2 Dijk', 'Maatregelen', '• Dijkwacht opleiden.');
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven', 'Dijk']);
});

test('doubt about names in brackets is asked as it is in a cell', () => {
	const reading = read(
		...head,
		'Maatregelen',
		'• Kade tellen (partners: politie, GGD. Halt; portefeuillehouder: burgemeester wethouder Haven)'
	);
	expect(itemsOf(reading)[0]?.measures[0]).toMatchObject({
		partners: ['politie', 'GGD', 'Halt'],
		portfolioHolders: ['burgemeester', 'wethouder Haven']
	});
	expect(reading.questions.map((question) => question.what).sort()).toEqual([
		'fullStopForComma',
		'twoPortfolioHolders'
	]);
});

test('two dashes are one deeper than one', () => {
	const reading = read(...head, 'Maatregelen', '- Kade bewaken', '-- een camera', '-- een ronde', '- Steiger sluiten', 'Randvoorwaarden', '- Geld');
	const shape = itemsOf(reading).map((item) => [item.title, ...item.measures.map((one) => one.text)]);
	expect(shape).toEqual([
		['Kade bewaken', 'een camera', 'een ronde'],
		[null, 'Steiger sluiten']
	]);
	expect(reading.themes[0]?.preconditions).toHaveLength(1);
});
