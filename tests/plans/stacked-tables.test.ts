import { expect, test } from 'vitest';
import { itemsOf, read } from './read-lines.ts';

/** A table copied out of a printed page with one cell on each line. */
const head = [
	'Uitvoeringsprogramma 2027',
	'Gemeente Wierhaven',
	'',
	'Prioriteit 1: Haven',
	'',
	'Actiepunt',
	'Maatregel',
	'PH',
	'Trekker',
	'Planning'
];

function rowsIn(reading: ReturnType<typeof read>): unknown[] {
	return itemsOf(reading).flatMap((item) =>
		item.measures.map((one) => [item.title, one.text, item.portfolioHolders.join('+'), one.lead, one.planning, one.line])
	);
}

const kade = ['Kade', 'Kade tellen', 'Burgemeester', 'OOV', '2027'];
const dijk = ['Dijk', 'Dijk bekijken', 'Wethouder Water', 'Beheer', 'Q2 2027'];

test('full rows are rows, and a remark below them is none', () => {
	const reading = read(...head, ...kade, ...dijk, '', 'Deze tabel wordt elk half jaar bijgewerkt.');
	expect(rowsIn(reading)).toEqual([
		['Kade', 'Kade tellen', 'Burgemeester', 'OOV', '2027', 11],
		['Dijk', 'Dijk bekijken', 'Wethouder Water', 'Beheer', 'Q2 2027', 16]
	]);
	expect(reading.notUnderstood).toEqual([]);
});

test('a blank line inside the rows is an empty cell', () => {
	const reading = read(...head, ...kade, '', 'Steiger sluiten', '', 'VTH', '2028', ...dijk);
	expect(rowsIn(reading)).toEqual([
		['Kade', 'Kade tellen', 'Burgemeester', 'OOV', '2027', 11],
		['Kade', 'Steiger sluiten', 'Burgemeester', 'VTH', '2028', 17],
		['Dijk', 'Dijk bekijken', 'Wethouder Water', 'Beheer', 'Q2 2027', 21]
	]);
});

test('blank lines between whole rows, or after every cell, part them', () => {
	const parted = rowsIn(read(...head, '', ...kade, '', ...dijk));
	expect(parted.map((row) => (row as string[])[1])).toEqual(['Kade tellen', 'Dijk bekijken']);
	const spaced = [...head.slice(5), ...kade, ...dijk].flatMap((cell) => [cell, '']);
	const reading = read(...head.slice(0, 5), ...spaced);
	expect(itemsOf(reading).map((item) => item.title)).toEqual(['Kade', 'Dijk']);
});

test('where a cell is lost nobody knows which: every line is listed', () => {
	for (const lines of [
		[...kade, ...dijk.slice(0, 4)],
		[...kade, '', ...dijk.slice(1)]
	]) {
		const reading = read(...head, ...lines, '', 'Prioriteit 2: Markt', 'Maatregelen', '• Kramen tellen.');
		expect(itemsOf(reading)).toHaveLength(1);
		expect(reading.notUnderstood).toHaveLength(9);
	}
});
