import { expect, test } from 'vitest';
import { answer } from '#lib/exchange/understand/answer.ts';
import { itemsOf, measuresOf, read, readFileOf } from './read-lines.ts';

/** Tables whose rows hang together by something else than a column for the action item. */
const head = ['Uitvoeringsprogramma 2027', 'Gemeente Wierhaven', ''];

test('a title alone above full rows is an action item, and asked', () => {
	const reading = readFileOf(
		'plan.md',
		...head,
		'# Prioriteit 1: Haven',
		'',
		'| Wat | Wie | Met | Klaar | Kosten |',
		'|---|---|---|---|---|',
		'| **Kade** | | | | |',
		'| Kade tellen | OOV | politie | 2027 | 100 |',
		'| Steiger sluiten | VTH | GGD | Q2 | - |',
		'| **Dijk** | | | | |',
		'| Dijk bekijken | OOV | schippers | 2028 | - |'
	);
	const shape = itemsOf(reading).map((item) => [item.title, ...item.measures.map((one) => one.text)]);
	expect(shape).toEqual([
		['Kade', 'Kade tellen', 'Steiger sluiten'],
		['Dijk', 'Dijk bekijken']
	]);
	expect(itemsOf(reading)[0]?.measures[0]).toMatchObject({ planning: '2027', partners: ['politie'] });
	expect(itemsOf(reading)[0]?.partners).toEqual([]);
	expect(reading.questions).toMatchObject([
		{ line: 8, guess: 'actiepunt', alternatives: ['maatregel'] },
		{ line: 11, guess: 'actiepunt', alternatives: ['maatregel'] }
	]);
	const told = answer(reading, reading.questions[1]?.key ?? '', 'maatregel');
	expect(itemsOf(told).map((item) => item.title)).toEqual(['Kade', null]);
	expect(measuresOf(told)).toEqual(['Kade tellen', 'Steiger sluiten', 'Dijk', 'Dijk bekijken']);
});

test('the last theme of a theme column keeps its only row above a total', () => {
	const reading = readFileOf(
		'plan.tsv',
		'Jaarschijf 2027\t\t\t\t',
		'Thema\tActie\tDeelactie\tTrekker\tBudget',
		'Haven\tKade\tKade tellen\tOOV\t€ 100',
		'Dijk\tSteiger\tSteiger sluiten\tVTH\tp.m.',
		'Totaal\t\t\t\t€ 100'
	);
	expect(reading.kind).toBe('programme');
	expect(reading.themes.map((theme) => theme.title)).toEqual(['Haven', 'Dijk']);
	expect(itemsOf(reading).map((item) => item.title)).toEqual(['Kade', 'Steiger']);
	expect(measuresOf(reading)).toEqual(['Kade tellen', 'Steiger sluiten']);
	expect(reading.notUnderstood.map((left) => left.line)).toEqual([5]);
});

test('"Burgemeester Griffier" is two, and asked', () => {
	const reading = read(...head, 'Prioriteit 1: Haven', 'Actie\tMaatregel\tPH', 'Kade\tKade tellen\tBurgemeester Griffier');
	expect(itemsOf(reading)[0]?.portfolioHolders).toEqual(['Burgemeester', 'Griffier']);
	expect(reading.questions).toMatchObject([{ what: 'twoPortfolioHolders' }]);
});
