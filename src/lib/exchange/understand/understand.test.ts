import { expect, test } from 'vitest';
import { readPastedText } from '../read/document.ts';
import type { Reading } from '../reading.ts';
import { answer } from './answer.ts';
import { count, dropThing, editThing } from './review.ts';
import { understand } from './understand.ts';

function read(text: string): Reading {
	const outcome = readPastedText(text);
	if (!outcome.ok) throw new Error(outcome.reason);
	return understand(outcome.document);
}

const table = [
	'Uitvoeringsprogramma veiligheid 2026-2027',
	'Gemeente Wierhaven',
	'Prioriteit 1: Veilige haven',
	'Over ligplaatsen en nachtelijk geluid op de kade gaat dit thema.',
	'doelstelling 2027',
	'Schippers en bewoners kennen elkaar.',
	'actiepunt\tmaatregelen 2024\tPH\tpartijen <i>intern</i>/extern\ttrekker\tplanning\tbegroting',
	'Kade in beeld\tTelling per kwartaal\tBurgemeester Wethouder Haven\t<i>Team Water</i>, Havenbond. Sleepdienst\t\t2026\t€ 5.000',
	'\tGesprek met schippers\t\t\tHavenbond\t2027\t',
	'Licht\tLantaarns nazien\tBurgemeester Wethouder\tTeam Water\t\t\t',
	'\tMelding van kapot licht\tOpenbare Ruimte\t\t\t\t'
].join('\n');

function itemsOf(reading: Reading) {
	return reading.themes.flatMap((theme) => theme.items);
}

function asked(reading: Reading): string[] {
	return reading.questions.map((question) => question.what);
}

test('a table becomes action items with measures; an empty first cell continues the item above', () => {
	const reading = read(table);
	expect(reading).toMatchObject({
		kind: 'programme',
		municipality: 'Wierhaven',
		period: { from: 2026, to: 2027 }
	});
	expect(itemsOf(reading).map((item) => [item.title, item.measures.length])).toEqual([
		['Kade in beeld', 2],
		['Licht', 2]
	]);
	expect(reading.themes[0]).toMatchObject({ code: '1', level: 'priority', line: 3 });
	expect(reading.themes[0]?.goals).toMatchObject([{ text: 'Schippers en bewoners kennen elkaar.', line: 6 }]);
});

test('two portfolio holders without anything between them are two, and asked', () => {
	const reading = read(table);
	expect(itemsOf(reading)[0]?.portfolioHolders).toEqual(['Burgemeester', 'Wethouder Haven']);
	const question = reading.questions.find((one) => one.what === 'twoPortfolioHolders');
	expect(question).toMatchObject({ line: 8, alternatives: ['Burgemeester Wethouder Haven'] });
	const one = answer(reading, question?.key ?? '', 'Burgemeester Wethouder Haven');
	expect(itemsOf(one)[0]?.portfolioHolders).toEqual(['Burgemeester Wethouder Haven']);
	expect(one.questions).toHaveLength(reading.questions.length - 1);
});

test('a portfolio holder that goes on in the row below is joined', () => {
	expect(itemsOf(read(table))[1]?.portfolioHolders).toEqual(['Burgemeester', 'Wethouder Openbare Ruimte']);
});

test('a full stop between partners is asked, and italics say who is inside the town hall', () => {
	const reading = read(table);
	expect(itemsOf(reading)[0]?.partners).toEqual(['Team Water', 'Havenbond', 'Sleepdienst']);
	expect(asked(reading)).toContain('fullStopForComma');
	expect(reading.partnerSides).toEqual({
		'Team Water': 'internal',
		Havenbond: 'external',
		Sleepdienst: 'external'
	});
});

test('years that contradict the title are asked', () => {
	expect(read(table).questions.find((one) => one.what === 'contradictingYears')).toMatchObject({
		about: 'maatregelen 2024',
		guess: '2026-2027',
		alternatives: ['2024']
	});
});

test('columns are known by their words, in any order and with Windows line ends', () => {
	const text = [
		'Jaarplan 2026',
		'Speerpunt B: Water',
		'Wanneer\tWie\tActie\tOnderwerp',
		'Q1 2026\tRoos\tDijk nazien\tDijken',
		'\t\tPomp nazien\t'
	];
	const [item] = itemsOf(read(text.join('\r\n')));
	expect(item).toMatchObject({
		title: 'Dijken',
		measures: [
			{ text: 'Dijk nazien', lead: 'Roos', planning: 'Q1 2026' },
			{ text: 'Pomp nazien', planning: null }
		]
	});
});

const agreements = [
	'Integraal veiligheidsplan 2026-2029',
	'1. Stille straten',
	'Er wordt hard gereden.',
	'Dit willen we bereiken door:',
	'- •',
	'Rust te brengen;',
	'- •',
	'Concrete afspraken en acties:',
	'- ➢',
	'Wij meten elk kwartaal de snelheid;',
	'- ➢',
	'Samen met bewoners zetten wij borden bij',
	'- ➢',
	'scholen en speelplaatsen.',
	'- ➢',
	'Wij vegen.'
].join('\n');

test('a bullet whose words stand on the next line is one, a blank one is named and a broken one is joined', () => {
	const reading = read(agreements);
	expect(count(reading)).toMatchObject({ themes: 1, goals: 1, measures: 3 });
	expect(asked(reading)).toEqual(['blankBullet', 'brokenBullet']);
	const broken = reading.questions.find((one) => one.what === 'brokenBullet');
	const parted = answer(reading, broken?.key ?? '', broken?.alternatives[0] ?? '');
	expect(count(parted).measures).toBe(4);
});

test('a missing heading is noticed when goals come a second time', () => {
	const reading = read(
		`${agreements}\nWarme buurten\nBuren helpen elkaar vaak.\nDit willen we bereiken door:\n- Samen te eten;\nConcrete afspraken en acties:\n- Wij koken.`
	);
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Stille straten', 'Warme buurten']);
	expect(asked(reading)).toContain('lostHeading');
});

test('fixed blocks become topics, goals, measures, preconditions and sections', () => {
	const reading = read(
		[
			'Veiligheidsplan 2026-2029',
			'2 Prioriteiten',
			'2.1 Water',
			'Bij Water horen de volgende onderwerpen:',
			'  • Dijken',
			'  • Sluizen',
			'Ambitie',
			'  • Droge voeten',
			'Aanpak',
			'  • Dijkwacht instellen',
			'Randvoorwaarden',
			'  • Genoeg laarzen',
			'Partners',
			'Het waterschap.'
		].join('\n')
	);
	expect(count(reading)).toMatchObject({ priorities: 1, topics: 2, goals: 1, measures: 1, preconditions: 1 });
	expect(reading.themes[0]?.sections).toEqual([{ heading: 'Partners', text: 'Het waterschap.', line: 13 }]);
});

test('label lines under a numbered action say who, when and what it costs', () => {
	const reading = read(
		[
			'Actieprogramma 2026',
			'Thema 1: Water',
			'1. Dijkwacht',
			'Doel: droge voeten',
			'Aanpak: elke week lopen',
			'Trekker: Roos',
			'Planning: Q2 2026',
			'Kosten: € 2.000',
			'2. Sluiswacht',
			'Trekker: Ilja',
			'Planning: 2026'
		].join('\n')
	);
	expect(itemsOf(reading)).toMatchObject([
		{ title: 'Dijkwacht', lead: 'Roos', budget: '€ 2.000', measures: [{ text: 'elke week lopen' }] },
		{ title: null, measures: [{ text: 'Sluiswacht', lead: 'Ilja', planning: '2026' }] }
	]);
	expect(reading.themes[0]?.goals).toMatchObject([{ text: 'droge voeten' }]);
});

test('several municipalities in one plan are all named, and whose it is first is asked', () => {
	const reading = read(
		'Integraal veiligheidsplan 2026-2029\nvan de gemeenten Wierhaven, Zandmeer en Oud Veen\n1. Water\nAmbitie\n- Droog\nAanpak\n- Pompen'
	);
	expect(reading.municipalities).toEqual(['Wierhaven', 'Zandmeer', 'Oud Veen']);
	expect(asked(reading)).toContain('municipality');
});

test('a table of contents is structure and makes no themes', () => {
	const reading = read(`Inhoud\n1. Veilige haven ..... 3\nPrioriteit 1: Veilige haven\t4\n${table}`);
	expect(reading.themes).toHaveLength(1);
	expect(reading.uses.slice(0, 3)).toEqual(['structure', 'structure', 'structure']);
});

test('what nobody knows is listed, never dropped', () => {
	const reading = read(`${table}\nNiet genoemd:\n- Vuurtoren`);
	expect(reading.notUnderstood).toEqual([{ text: 'Vuurtoren', line: 13 }]);
});

test('a thing can be corrected or dropped, and the reading before stays as it was', () => {
	const reading = read(table);
	const measure = itemsOf(reading)[0]?.measures[0];
	const key = measure?.key ?? '';
	expect(itemsOf(editThing(reading, key, 'lead', 'Roos'))[0]?.measures[0]?.lead).toBe('Roos');
	expect(count(dropThing(reading, key)).measures).toBe(3);
	expect(count(dropThing(reading, reading.themes[0]?.key ?? ''))).toMatchObject({ themes: 0, measures: 0 });
	expect(itemsOf(reading)[0]?.measures[0]?.lead).toBeNull();
});

test('a theme column inside a theme divides that theme into items; a weight of high or low names nothing', () => {
	const divided = read(
		'Prioriteit 1: Water\nThema\tMaatregel\tTrekker\nDijken\tNalopen\tRoos\n\tOphogen\tIlja\nSluizen\tSmeren\tRoos'
	);
	expect(divided.themes.map((theme) => theme.title)).toEqual(['Water']);
	expect(itemsOf(divided).map((item) => [item.title, item.measures.length])).toEqual([
		['Dijken', 2],
		['Sluizen', 1]
	]);
	const weighed = read('1. Water\nPrioriteit\tMaatregel\tTrekker\nhoog\tNalopen\tRoos\nlaag\tOphogen\tIlja');
	expect(weighed.themes.map((theme) => theme.title)).toEqual(['Water']);
	expect(weighed.notUnderstood.map((noted) => noted.text)).toEqual(['hoog', 'laag']);
});
