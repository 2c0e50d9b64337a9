import { expect, test } from 'vitest';
import { readPastedText } from '../read/document.ts';
import type { Question, Reading } from '../reading.ts';
import { answer } from './answer.ts';
import { count, dropThing } from './review.ts';
import { understand } from './understand.ts';

function read(lines: readonly string[]): Reading {
	const outcome = readPastedText(lines.join('\n'));
	if (!outcome.ok) throw new Error(outcome.reason);
	return understand(outcome.document);
}

function asked(reading: Reading, what: Question['what']): Question {
	const question = reading.questions.find((one) => one.what === what);
	if (question === undefined) throw new Error(`nobody asked about ${what}`);
	return question;
}

function measuresOf(reading: Reading) {
	return reading.themes.flatMap((theme) => theme.items.flatMap((item) => item.measures));
}

const unknownColumn = [
	'Prioriteit 1: Water',
	'Maatregel\tPlanning\tKleurcode\tPotje',
	'Dijk nazien\t2027\tTeam Water\t€ 5.000',
	'Pomp nazien\t2028\t\tPM',
	'Prioriteit 2: Vuur',
	'Maatregel\tPlanning\tKleurcode\tPotje',
	'Brandgang vegen\t2027\tTeam Vuur\t'
];

test('a column that nobody knows is asked, with what the table does not hold already or may hold twice', () => {
	const reading = read(unknownColumn);
	expect(asked(reading, 'column')).toMatchObject({ about: 'Kleurcode', guess: 'niet gebruikt', line: 2 });
	expect(asked(reading, 'column').alternatives).toEqual([
		'lead',
		'planning',
		'budget',
		'partners',
		'portfolioHolders',
		'status'
	]);
	const led = read(unknownColumn.map((line) => line.replace('Planning', 'Trekker')));
	expect(asked(led, 'column').alternatives).not.toContain('lead');
});

test('the answer fills that field in every table that has the column, and its cells are understood from then on', () => {
	const reading = read(unknownColumn);
	const done = answer(reading, asked(reading, 'column').key, 'lead');
	expect(measuresOf(done).map((measure) => measure.lead)).toEqual(['Team Water', null, 'Team Vuur']);
	expect(done.notUnderstood.map((noted) => noted.text)).toEqual(['€ 5.000', 'PM']);
	const paid = answer(done, asked(done, 'column').key, 'budget');
	expect(measuresOf(paid).map((measure) => measure.budget)).toEqual(['€ 5.000', 'PM', null]);
	expect(paid.notUnderstood).toEqual([]);
});

test.each(['partners', 'portfolioHolders'] as const)('names in that column become %s', (field) => {
	const reading = read(unknownColumn.map((line) => line.replace('Team Water', 'Roos, Ilja')));
	const done = answer(reading, asked(reading, 'column').key, field);
	expect(measuresOf(done)[0]?.[field]).toEqual(['Roos', 'Ilja']);
});

test('leaving the column unused leaves everything as it is and listed', () => {
	const reading = read(unknownColumn);
	const done = answer(reading, asked(reading, 'column').key, 'niet gebruikt');
	expect(done.themes).toEqual(reading.themes);
	expect(done.notUnderstood).toEqual(reading.notUnderstood);
	expect(done.questions).toHaveLength(reading.questions.length - 1);
});

test('a paragraph where goals were promised becomes a goal when someone says so', () => {
	const reading = read([
		'1. Water',
		'Dit willen we bereiken door:',
		'Wij houden de voeten droog en de kelders ook.',
		'Concrete afspraken:',
		'- Dijk nazien'
	]);
	expect(count(reading).goals).toBe(0);
	const done = answer(reading, asked(reading, 'other').key, 'doel');
	expect(done.themes[0]?.goals).toMatchObject([
		{ text: 'Wij houden de voeten droog en de kelders ook.', line: 3 }
	]);
	expect(done.themes[0]?.sections).toEqual([]);
	expect(done.uses[2]).toBe('content');
});

test('every answer that is offered changes something', () => {
	const readings = [
		read(unknownColumn),
		read(['Prioriteit 1: Water', 'Actie\tPH', 'Dijk nazien\tBurgemeester Wethouder Water']),
		read(['Prioriteit 1: Water', 'Actie\tPartners', 'Dijk nazien\tHavenbond. Sleepdienst'])
	];
	for (const reading of readings)
		for (const question of reading.questions)
			for (const choice of question.alternatives) {
				const done = answer(reading, question.key, choice);
				expect({ ...done, questions: [] }).not.toEqual({ ...reading, questions: [] });
			}
});

const blocks = [
	'1. Water',
	'Ons land ligt laag.',
	'Ambitie',
	'- Droge voeten',
	'Aanpak',
	'- Dijk nazien',
	'- Pomp nazien'
];

test('a dropped measure is no longer used: its line and its words are not understood again', () => {
	const reading = read(blocks);
	const done = dropThing(reading, measuresOf(reading)[0]?.key ?? '');
	expect(done.uses[5]).toBe('notUnderstood');
	expect(done.notUnderstood).toEqual([{ text: 'Dijk nazien', line: 6 }]);
	expect(done.uses[6]).toBe('content');
});

test('a dropped theme frees all that stood under it, its prose included', () => {
	const reading = read([...blocks, '2. Vuur', 'Brand komt voor.', 'Aanpak', '- Blussen']);
	const done = dropThing(reading, reading.themes[0]?.key ?? '');
	expect(done.notUnderstood.map((noted) => noted.line)).toEqual([1, 2, 4, 6, 7]);
	expect(done.uses.slice(0, 7)).toEqual([
		'notUnderstood',
		'notUnderstood',
		'structure',
		'notUnderstood',
		'structure',
		'notUnderstood',
		'notUnderstood'
	]);
	expect(done.uses.slice(7)).toEqual(reading.uses.slice(7));
});

test('a line that two things share stays used while one of them is there', () => {
	const reading = read(['Prioriteit 1: Water', 'Actiepunt\tMaatregel\tTrekker', 'Dijken\tNalopen\tRoos']);
	const done = dropThing(reading, measuresOf(reading)[0]?.key ?? '');
	expect(done.uses[2]).toBe('content');
	expect(done.notUnderstood).toEqual([]);
});
