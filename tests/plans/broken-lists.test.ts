import { expect, test } from 'vitest';
import { itemsOf, measuresOf, read, readFileOf } from './read-lines.ts';

/** Lists that a paste broke over lines, and numbers that count entries and no chapters. */
const head = ['Actieprogramma 2027-2028', 'Gemeente Wierhaven', ''];

test('a list inside a cell that was pasted over several lines is one row again', () => {
	const reading = read(
		...head,
		'Prioriteit 1: Haven',
		'',
		'Actiepunt\tMaatregelen\tPortefeuillehouder\tPartners\tTrekker\tPlanning\tKosten',
		'Kade\t- kade tellen',
		'- kade schonen',
		'- kade verlichten\tBurgemeester\tpolitie, GGD\tOOV\t2027\t€ 100',
		'Dijk\tdijk bekijken\tBurgemeester\tpolitie\tWater\t2028\t'
	);
	expect(itemsOf(reading).map((item) => [item.title, item.portfolioHolders, item.partners])).toEqual([
		['Kade', ['Burgemeester'], ['politie', 'GGD']],
		['Dijk', ['Burgemeester'], ['politie']]
	]);
	expect(measuresOf(reading)).toEqual(['kade tellen', 'kade schonen', 'kade verlichten', 'dijk bekijken']);
	expect(itemsOf(reading)[0]?.measures[0]).toMatchObject({ lead: 'OOV', planning: '2027', budget: '€ 100' });
	expect(reading.questions).toEqual([]);
	expect(reading.notUnderstood).toEqual([]);
});

test('where headings have a style, numbers that count on below a bold word are entries and no chapters', () => {
	const reading = readFileOf(
		'plan.md',
		'# Veiligheidsplan 2027-2030 gemeente Wierhaven',
		'## 1. Prioriteit: Haven',
		'### Ambitie',
		'1. Een rustige haven',
		'2. Een schone kade',
		'### Aanpak',
		'**Vooraf**',
		'',
		'1. Lessen geven',
		'2. Ouders spreken',
		'',
		'**Daarna**',
		'',
		'3. Steiger sluiten',
		'4. Kade afsluiten',
		'### Randvoorwaarden',
		'* Twee boa’s',
		'## 2. Prioriteit: Dijk',
		'### Ambitie',
		'- Een veilige dijk',
		'### Aanpak',
		'- Dijk bekijken'
	);
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven', 'Dijk']);
	expect(itemsOf(reading).map((item) => [item.title, item.measures.map((measure) => measure.text)])).toEqual([
		['Vooraf', ['Lessen geven', 'Ouders spreken']],
		['Daarna', ['Steiger sluiten', 'Kade afsluiten']],
		[null, ['Dijk bekijken']]
	]);
	expect(reading.themes[0]?.preconditions.map((one) => one.text)).toEqual(['Twee boa’s']);
});

test('a table that gives neither a title nor anything to hold makes no theme', () => {
	const reading = read(
		...head,
		'1. Samenvatting',
		'',
		'Prioriteit\tKern',
		'Haven\tRust in de haven',
		'Dijk\tEen veilige dijk',
		'',
		'Prioriteit 1: Haven',
		'Aanpak',
		'- Kade tellen',
		'Prioriteit 2: Dijk',
		'Aanpak',
		'- Dijk bekijken'
	);
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven', 'Dijk']);
	expect(reading.notUnderstood.map((left) => left.line)).toEqual([7, 8]);
	expect(reading.questions.filter((question) => question.what === 'lostHeading')).toEqual([]);
});
