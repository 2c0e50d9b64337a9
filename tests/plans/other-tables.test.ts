import { describe, expect, test } from 'vitest';
import type { Reading } from '#lib/exchange/reading.ts';
import { answer } from '#lib/exchange/understand/answer.ts';
import { itemsOf, measuresOf, read, readFileOf } from './read-lines.ts';

/** Tables as other municipalities draw them. */
function table(...rows: string[]): Reading {
	return read('Uitvoeringsprogramma veiligheid 2027', 'Gemeente Wierhaven', 'Prioriteit 1: Havens', ...rows);
}

function listed(reading: Reading): string[] {
	return reading.notUnderstood.map((noted) => noted.text);
}

function columnsAsked(reading: Reading): string[] {
	return reading.questions.filter((one) => one.what === 'column').map((one) => one.about);
}

describe('a row that adds up', () => {
	const header = 'Actiepunt\tMaatregel\tTrekker\tKosten';
	const row = 'Kade\tBoeien leggen\tHavenbedrijf\t€ 5.000';

	test.each(['Totaal\t\t\t€ 5.000', '\tTotaal:\t\t€ 5.000', '\t\tSubtotaal\t5.000', 'Totaal prioriteit 1\t\t\t€ 5.000'])(
		'is listed and never a thing, and its money is not counted twice: %s',
		(total) => {
			const reading = table(header, row, total);
			expect(measuresOf(reading)).toEqual(['Boeien leggen']);
			expect(itemsOf(reading)).toMatchObject([{ title: 'Kade', budget: null, measures: [{ budget: '€ 5.000' }] }]);
			expect(listed(reading)).toEqual([total.replaceAll('\t', ' | ')]);
		}
	);

	test('is no theme in a column of themes', () => {
		const rows = ['Thema;Maatregel;Trekker;Kosten', 'Havens;Boeien leggen;Havenbedrijf;€ 5.000', 'Totaal;;;€ 5.000'];
		const reading = readFileOf('plan.csv', 'Jaarplan veiligheid 2027;;;', ...rows);
		expect(reading.themes.map((theme) => theme.title)).toEqual(['Havens']);
		expect(listed(reading)).toEqual(['Totaal |  |  | € 5.000']);
	});

	test('a measure about the whole is a measure', () => {
		const measure = 'Totaal\tTotaal verbod op vuurwerk\tHavenbedrijf\t€ 500';
		expect(measuresOf(table(header, row, measure))).toEqual(['Boeien leggen', 'Totaal verbod op vuurwerk']);
	});
});

describe('who leads and who answers for it', () => {
	const lead = (header: string, row: string) => itemsOf(table(header, row))[0];

	test.each(['Verantwoordelijk wethouder', 'Portefeuillehouder/wethouder', 'Burgemeester of wethouder', 'Verantwoordelijk bestuurder'])(
		'"%s" is the portfolio holder, beside the one who leads',
		(holder) => {
			const item = lead(`Maatregel\t${holder}\tAmbtelijk trekker\tPlanning`, 'Boeien leggen\tHaven\tTeam Water\tmei');
			expect(item).toMatchObject({ measures: [{ lead: 'Team Water', portfolioHolders: ['Haven'] }] });
		}
	);

	test('of two that lead the plainer one keeps it, the other is asked', () => {
		const header = 'Maatregel\tVerantwoordelijke afdeling\tTrekker\tPlanning';
		const reading = table(header, 'Boeien leggen\tRuimte\tTeam Water\tmei');
		expect(itemsOf(reading)[0]?.measures[0]?.lead).toBe('Team Water');
		expect(reading.questions).toMatchObject([{ what: 'column', about: 'Verantwoordelijke afdeling' }]);
		expect(listed(reading)).toEqual(['Ruimte']);
	});

	test('"Wie is aan zet?" leads', () => {
		const item = lead('Wat gaan we doen?\tWie is aan zet?\tWanneer?', 'Boeien leggen\tTeam Water\tmei');
		expect(item?.measures[0]?.lead).toBe('Team Water');
	});
});

describe('one thing in two columns', () => {
	test('begin and end are both planning', () => {
		const reading = table('Maatregel\tTrekker\tStart\tEind', 'Boeien leggen\tTeam Water\tmei 2027\tjuni 2027');
		expect(itemsOf(reading)[0]?.measures[0]?.planning).toBe('mei 2027 · juni 2027');
		expect(reading.questions).toEqual([]);
	});

	test('a column that nobody knows may be more planning, and then adds to it', () => {
		const reading = table('Maatregel\tTrekker\tStart\tOpleversel', 'Boeien leggen\tTeam Water\tmei\t30 juni');
		const [question] = reading.questions;
		expect(question?.alternatives).toEqual(expect.arrayContaining(['planning', 'budget', 'status']));
		const answered = answer(reading, question?.key ?? '', 'planning');
		expect(itemsOf(answered)[0]?.measures[0]?.planning).toBe('mei · 30 juni');
		expect(answered.notUnderstood).toEqual([]);
	});
});

describe('what heads a table', () => {
	test('a description is what is done where no other column says it', () => {
		const reading = table('Nr\tOmschrijving\tTrekker\tPlanning\tBudget', '1\tBoeien leggen\tTeam Water\tmei\t€ 500');
		expect(itemsOf(reading)).toMatchObject([
			{ title: null, measures: [{ text: 'Boeien leggen', lead: 'Team Water', planning: 'mei', budget: '€ 500' }] }
		]);
		expect(reading.questions).toEqual([]);
	});

	test('without any word for it, the first column is taken for it, and shown', () => {
		const reading = table('Onze boeien\tTrekker\tPlanning\tBudget', 'Boeien leggen\tTeam Water\tmei\t€ 500');
		expect(measuresOf(reading)).toEqual(['Boeien leggen']);
		expect(reading.questions).toMatchObject([{ what: 'column', about: 'Onze boeien', guess: 'measure' }]);
	});

	test('years with euros below them are money', () => {
		const reading = table('Maatregel\tTrekker\tPlanning\t2027\t2028', 'Boeien leggen\tTeam Water\tmei\t€ 500\t€ 700');
		expect(itemsOf(reading)[0]?.measures[0]).toMatchObject({ planning: 'mei', budget: '€ 500 · € 700' });
		expect(columnsAsked(reading)).toEqual([]);
	});

	test('beside a column of money they may be parts of it: listed and asked', () => {
		const reading = table('Maatregel\tTrekker\tKosten\t2027\t2028', 'Boeien leggen\tTeam Water\t€ 900\t€ 400\t€ 500');
		expect(itemsOf(reading)[0]?.measures[0]?.budget).toBe('€ 900');
		expect(listed(reading)).toEqual(['€ 400', '€ 500']);
		expect(columnsAsked(reading)).toEqual(['2027', '2028']);
	});

	test('a cross under a quarter is when it is done', () => {
		const reading = table('Actie\tTrekker\tQ1\tQ2\tQ3\tQ4', 'Boeien leggen\tTeam Water\tx\tx\t\t', 'Kade vegen\tTeam Stad\t\t\tx\t');
		expect(itemsOf(reading)[0]?.measures.map((one) => one.planning)).toEqual(['Q1 · Q2', 'Q3']);
		expect(listed(reading)).toEqual([]);
	});

	test('a row of words that head tables elsewhere is a row below the header it has', () => {
		const reading = table(
			'Maatregel\tPH\tTrekker\tPlanning\tDekking',
			'Maatregelen kade\tWethouder Haven\tProjectleider\teind 2027\teigen middelen',
			'Aanpak boeien\tBurgemeester\tTeam Water\tgereed\tregulier budget'
		);
		expect(itemsOf(reading)[0]?.measures).toMatchObject([
			{ text: 'Maatregelen kade', lead: 'Projectleider', planning: 'eind 2027', budget: 'eigen middelen' },
			{ text: 'Aanpak boeien', lead: 'Team Water', planning: 'gereed', budget: 'regulier budget' }
		]);
	});

	test('a header that comes back, or another one, is a header right below rows', () => {
		const header = 'Maatregel\tTrekker\tPlanning';
		const other = 'Actie\tPlanning\tKosten';
		const reading = table(header, 'Boeien leggen\tTeam Water\tmei', header, 'Kade vegen\tTeam Stad\tjuli', other, 'Steiger nazien\t2027\t€ 50');
		expect(itemsOf(reading).flatMap((item) => item.measures)).toMatchObject([
			{ text: 'Boeien leggen', lead: 'Team Water' },
			{ text: 'Kade vegen', lead: 'Team Stad' },
			{ text: 'Steiger nazien', lead: null, planning: '2027', budget: '€ 50' }
		]);
	});

	test('a row that names a burgemeester and an aanpak is a row', () => {
		const reading = table('Actie\tPH\tPlanning', 'Aanpak kade\tBurgemeester\tvoorjaar', 'Maatregel kade\tWethouder\tnajaar');
		expect(measuresOf(reading)).toEqual(['Aanpak kade', 'Maatregel kade']);
	});
});

describe('a row broken in two', () => {
	const header = 'Maatregel\tActiepunt\tTrekker\tPH\tPartijen\tPlanning\tKosten';
	const next = 'Kade vegen\tKade\tTeam Stad\tWethouder Stad\tschippers\tjuli\t€ 50';

	test.each([
		['in the middle', 'Boeien leggen\tHaven\tTeam Water\tBurgemeester', 'Wethouder Water\tpolitie, Halt\t2027\t€ 500'],
		['near its end', 'Boeien leggen\tHaven\tTeam Water\tBurgemeester Wethouder Water\tpolitie,', 'Halt\t2027\t€ 500']
	])('%s is one where its pieces stand under headers that cannot be theirs', (_, first, second) => {
		const reading = table(header, first, second, next);
		expect(measuresOf(reading)).toEqual(['Boeien leggen', 'Kade vegen']);
		expect(itemsOf(reading)[0]).toMatchObject({
			title: 'Haven',
			portfolioHolders: ['Burgemeester', 'Wethouder Water'],
			partners: ['politie', 'Halt'],
			measures: [{ lead: 'Team Water', planning: '2027', budget: '€ 500' }]
		});
	});

	test('two rows that lost their empty ends are two', () => {
		const reading = table(header, 'Boeien leggen\tHaven\tTeam Water\tBurgemeester', 'Steiger nazien\tSteiger\tTeam Kade\tWethouder Kade', next);
		expect(measuresOf(reading)).toEqual(['Boeien leggen', 'Steiger nazien', 'Kade vegen']);
	});

	test.each([
		['in rows', ['Actiepunt\tMaatregel\tPortefeuille-', 'houder\tPartners\tTrekker\tPlanning']],
		['in words', ['Actiepunt\tMaatregel\tPortefeuillehouder\tPartners\tTrekker\tPlan-', 'ning']]
	])('a header broken %s is mended by the width of the rows below it', (_, broken) => {
		const reading = table(...broken, 'Haven\tBoeien leggen\tburgemeester\tpolitie\tTeam Water\tmei', '\tKade vegen\t\t\tTeam Stad\tjuli');
		expect(itemsOf(reading)).toMatchObject([
			{
				title: 'Haven',
				portfolioHolders: ['burgemeester'],
				measures: [
					{ text: 'Boeien leggen', lead: 'Team Water', planning: 'mei' },
					{ text: 'Kade vegen', lead: 'Team Stad', planning: 'juli' }
				]
			}
		]);
		expect(listed(reading)).toEqual([]);
	});
});

describe('tables that count', () => {
	const plan = (...lines: string[]): Reading =>
		read('Integraal veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ...lines, '', '3. Havens', 'Ambitie', '• Rust.', 'Aanpak', '• Boeien leggen.');

	test.each([
		['figures', ['Delict\t2024\t2025\t2026', 'Inbraak\t90\t75\t60', 'Geweld\t120\t130\t118']],
		['money', ['Onderdeel\t2027\t2028', 'Boeien\t€ 500\t€ 700', 'Kade\t€ 1.000\t-']],
		['posts', ['Post\tBedrag', 'Boeien\t€ 500', 'Kade\tp.m.', 'Steiger\t€ 20']]
	])('a table of %s is listed, no theme and no measures', (_, rows) => {
		const reading = plan('2. In cijfers', '', ...rows);
		expect(reading.themes.map((theme) => theme.title)).toEqual(['Havens']);
		expect(measuresOf(reading)).toEqual(['Boeien leggen.']);
		expect(listed(reading)).toEqual(rows.map((row) => row.replaceAll('\t', ' | ')));
		expect(reading.questions).toEqual([]);
	});

	test('below a table of work it does not become work', () => {
		const figures = ['Post\t2027\t2028', 'Boeien\t€ 500\t€ 700'];
		const reading = table('Actie\tTrekker\tPlanning', 'Boeien leggen\tTeam Water\tmei', '', ...figures);
		expect(measuresOf(reading)).toEqual(['Boeien leggen']);
		expect(listed(reading)).toEqual(figures.map((row) => row.replaceAll('\t', ' | ')));
	});

	test('as a table of Markdown it is listed too', () => {
		const rows = ['| Post | 2027 |', '|---|---|', '| Boeien | € 500 |'];
		const head = ['# Integraal veiligheidsplan 2027-2030', '## 1. Havens', '### Ambitie', '- Rust.', '## 2. Geld', ''];
		const reading = readFileOf('plan.md', ...head, ...rows);
		expect(reading.themes.map((theme) => theme.title)).toEqual(['Havens']);
		expect(listed(reading)).toEqual(['Post | 2027', 'Boeien | € 500']);
	});

	test('a label above a table of results heads that table and is no empty goal', () => {
		const header = 'Resultaat\tActiviteit\tTrekker\tPlanning';
		const reading = table('Resultaten 2027', header, 'Stille nachten\tBoeien leggen\tTeam Water\tmei');
		expect(reading.themes[0]?.goals.map((goal) => goal.text)).toEqual(['Stille nachten']);
		expect(measuresOf(reading)).toEqual(['Boeien leggen']);
		expect(reading.questions).toEqual([]);
	});
});

describe('lone words between the rows of a sheet', () => {
	const header = 'Maatregel;Trekker;Planning;Kosten';
	const sheet = (...rows: string[]): Reading =>
		readFileOf('plan.csv', 'Uitvoeringsprogramma veiligheid 2027;;;', ...rows);
	const boeien = 'Boeien leggen;Team Water;2027;€ 500';
	const kade = 'Kade vegen;Team Stad;mei;€ 50';

	test('part it into themes, and are asked', () => {
		const reading = sheet(header, 'Havens;;;', boeien, 'Straten;;;', kade, 'Totaal;;;');
		expect(reading.themes.map(({ title, line }) => [title, line])).toEqual([
			['Havens', 3],
			['Straten', 5]
		]);
		expect(measuresOf(reading)).toEqual(['Boeien leggen', 'Kade vegen']);
		expect(reading.questions).toMatchObject([
			{ what: 'lostHeading', about: 'Havens' },
			{ what: 'lostHeading', about: 'Straten' }
		]);
		expect(listed(reading)).toEqual(['Totaal |  |  | ']);
	});

	test.each([
		['of one theme are its action items', ['Prioriteit 1: Water;;;', header, 'Havens;;;', boeien, 'Straten;;;', kade], 2],
		['that come once are work that nobody filled in', [header, 'Havens;;;', boeien, kade], 3],
		['below the first row are work that nobody filled in', [header, boeien, 'Havens;;;', kade, 'Straten;;;', kade], 5]
	])('%s', (_, rows, measures) => {
		const reading = sheet(...rows);
		expect(reading.themes).toHaveLength(1);
		expect(measuresOf(reading)).toHaveLength(measures);
	});
});
