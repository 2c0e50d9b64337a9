import { describe, expect, test } from 'vitest';
import type { Reading } from '#lib/exchange/reading.ts';
import { answer } from '#lib/exchange/understand/answer.ts';
import { read } from './read-lines.ts';

/** What a document says about itself, in ways that other municipalities write it. */
const theme = ['1. Havens', 'Ambitie', '• Minder lawaai.', 'Aanpak', '• Boeien leggen.'];
const planWith = (...lines: string[]): Reading =>
	read('Integraal veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ...lines, ...theme);

function decided(reading: Reading): string[] {
	return reading.decisions.map(({ body, kind, date }) => [body, kind, date ?? ''].join(' ').trim());
}

test.each([
	['De gemeenteraad heeft op 17 december 2026 besloten dit plan vast te stellen.', 'council adopt 2026-12-17'],
	['De raad besloot op 17 december 2026 tot vaststelling van het veiligheidsplan.', 'council adopt 2026-12-17'],
	['Het college stelde het programma op 4 maart 2027 vast.', 'executive adopt 2027-03-04'],
	['Op 4 maart 2027 stelde het college dit plan vast.', 'executive adopt 2027-03-04'],
	['De raad heeft er op 27 maart 2027 kennis van genomen.', 'council takeNote 2027-03-27'],
	['Vastgesteld door de raad op 7 dec. 2026', 'council adopt 2026-12-07'],
	['Vastgesteld door de raad op 7 mrt 2026', 'council adopt 2026-03-07']
])('%s', (sentence, decision) => {
	expect(decided(planWith(sentence))).toEqual([decision]);
});

test.each([
	'Het vorige plan is op 17 december 2022 door de gemeenteraad vastgesteld.',
	'Het eerdere integrale veiligheidsbeleid is door de raad vastgesteld op 17 december 2022.',
	'Het college stelde het ontwerp op 5 november 2026 vast.',
	'De raad stelde op 5 november 2026 de kaders voor het plan vast.',
	'Het college maakt elk jaar een programma, dat ter kennisname naar de raad gaat.'
])('no decision on this plan: %s', (sentence) => {
	expect(decided(planWith(sentence))).toEqual([]);
});

test('who decides is the one before the verb, not every body that is named', () => {
	const told = planWith('Het college heeft dit plan op 4 maart 2027 vastgesteld en aan de raad gestuurd.');
	expect(decided(told)).toEqual(['executive adopt 2027-03-04']);
	const proposed = planWith('De raad heeft op voorstel van het college dit plan op 4 maart 2027 vastgesteld.');
	expect(decided(proposed)).toEqual(['council adopt 2027-03-04']);
});

test('a signature over several lines is a decision', () => {
	const lines = [
		'Aldus besloten in de openbare vergadering van 17 december 2026,',
		'de raad voornoemd,',
		'de griffier, de voorzitter,'
	];
	const reading = read('Integraal veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ...theme, '', ...lines);
	expect(decided(reading)).toEqual(['council adopt 2026-12-17']);
});

test('the heading says who decided and the signature when', () => {
	const reading = read(
		'Besluit van de raad van de gemeente Wierhaven tot vaststelling van het veiligheidsbeleid 2027-2030',
		...theme,
		'',
		'Aldus vastgesteld in de openbare vergadering van 17 december 2026.'
	);
	expect(decided(reading)).toEqual(['council adopt 2026-12-17']);
});

test('a decision told beside another document, on a plan of other years or on what is no plan, is asked', () => {
	const beside = 'Dit plan vervangt het vorige plan, dat op 17 december 2022 door de raad is vastgesteld.';
	const parent = 'De raad stelde op 17 december 2022 het Integraal Veiligheidsplan 2023-2026 vast.';
	const law = 'De algemene verordening is op 17 december 2022 door de raad vastgesteld.';
	const budget = 'De raad heeft op 17 december 2022 de begroting vastgesteld.';
	for (const sentence of [beside, parent, law, budget]) {
		const reading = planWith(sentence);
		expect(decided(reading)).toEqual([]);
		const question = reading.questions.find((one) => one.what === 'decision');
		expect(question).toMatchObject({ about: sentence, guess: 'anderStuk', alternatives: ['ditStuk'] });
		expect(decided(answer(reading, question?.key ?? '', 'ditStuk'))).toEqual(['council adopt 2022-12-17']);
	}
});

test.each(['Berg van Wier', 'Wier en Haven', 'Oud Wier en Haven', 'Land van de Wier', 'Haven (NH)', 'Wier c.a.'])(
	'a line of its own says the whole name: Gemeente %s',
	(place) => {
		const reading = read('Integraal veiligheidsplan 2027-2030', `Gemeente ${place}`, ...theme);
		expect(reading).toMatchObject({ municipality: place, municipalities: [place], questions: [] });
	}
);

test('in sentences "en" and "van" may part two names: that is asked', () => {
	const title = 'Integraal veiligheidsplan 2027-2030';
	const often = read(title, 'In de gemeente Wier en Haven waait het. De gemeente Wier en Haven ligt laag.', ...theme);
	const [question] = often.questions;
	expect(question).toMatchObject({ what: 'municipality', guess: 'Wier en Haven', alternatives: ['Wier'] });
	expect(answer(often, question?.key ?? '', 'Wier')).toMatchObject({ municipality: 'Wier', municipalities: ['Wier'] });
	const once = read(title, 'Dit plan is van de gemeente Wierhaven en Sluiswacht.', ...theme);
	expect(once).toMatchObject({ municipality: 'Wierhaven', questions: [{ alternatives: ['Wierhaven en Sluiswacht'] }] });
	const both = read(title, 'Aan de gemeente Wierhaven en Sluiswacht. De gemeente Wierhaven ligt laag.', ...theme);
	expect(both).toMatchObject({ municipality: 'Wierhaven', questions: [] });
});

test('the name of a place does not go on in the next cell', () => {
	const rows = ['Actie\tTrekker\tPlanning', 'Boeien in de gemeente Wierhaven\tHavenbedrijf\t2027'];
	const reading = read('Uitvoeringsprogramma veiligheid 2027', 'Prioriteit 1: Havens', ...rows);
	expect(reading.municipality).toBe('Wierhaven');
});

describe('the years of a title', () => {
	const rows = ['Prioriteit 1: Havens', 'Actie\tTrekker\tPlanning', 'Boeien leggen\tHavenbedrijf\tmei'];
	const titled = (title: string): Reading => read(title, 'Gemeente Wierhaven', ...rows);

	test('the plan that is named behind the title has years of its own', () => {
		expect(titled('Uitvoeringsprogramma 2027 Integraal Veiligheidsplan 2025-2028')).toMatchObject({
			period: { from: 2027, to: 2027 },
			parentPlan: 'Integraal Veiligheidsplan 2025-2028',
			questions: []
		});
	});

	test.each(["2027/'28", '2027-28', '2027/2028', 'in 2027 en 2028'])('%s are two years', (years) => {
		expect(titled(`Uitvoeringsprogramma veiligheid ${years}`).period).toEqual({ from: 2027, to: 2028 });
	});

	test.each(['2027 en 30 acties', '2027-06'])('%s is one year', (years) => {
		expect(titled(`Uitvoeringsprogramma veiligheid ${years}`).period).toEqual({ from: 2027, to: 2027 });
	});

	test('a year beside a range is asked', () => {
		const reading = titled('Jaarprogramma veiligheid 2027 bij het meerjarige beleid 2025-2028');
		expect(reading.period).toEqual({ from: 2027, to: 2027 });
		expect(reading.questions).toMatchObject([{ what: 'period', guess: '2027', alternatives: ['2025-2028'] }]);
		expect(answer(reading, reading.questions[0]?.key ?? '', '2025-2028').period).toEqual({ from: 2025, to: 2028 });
	});
});
