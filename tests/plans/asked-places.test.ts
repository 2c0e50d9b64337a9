import { expect, test } from 'vitest';
import type { Question, Reading } from '#lib/exchange/reading.ts';
import { answer } from '#lib/exchange/understand/answer.ts';
import { expectSeen, readingOf } from './seen-in.ts';

/** Where only the place of words tells what they are, the reading asks and the answer puts them where they belong. */
const unmarked = [
	'1. Haven',
	'Ambitie',
	'• Rust op de kade.',
	'Concrete afspraken en acties:',
	'Wij tellen de kade;',
	'Wij sluiten een steiger.',
	'Randvoorwaarden',
	'Er is geld voor een boot.'
];

const learned = [
	'1. Haven',
	'Feiten en cijfers',
	'• Negentig meldingen in 2026.',
	'Hier gaat het heen',
	'• Rust op de kade.',
	'Acties',
	'• Kade tellen.',
	'2. Dijk',
	'Feiten en cijfers',
	'• Twee lekken in 2026.',
	'Hier gaat het heen',
	'• Een droge polder.',
	'Acties',
	'• Dijkwacht opleiden.'
];

function questionAbout(reading: Reading, about: string): Question {
	const found = reading.questions.find((question) => question.about === about);
	if (found === undefined) throw new Error(`nothing is asked about ${about}`);
	return found;
}

test('measures and conditions without marks are told and asked', () => {
	expectSeen(
		`\n${unmarked.join('\n')}\n`,
		`
		thema 1 Haven
		doel Rust op de kade.
		verteld Concrete afspraken en acties: Wij tellen de kade; / Wij sluiten een steiger.
		verteld Randvoorwaarden: Er is geld voor een boot.
		vraag Wij tellen de kade;: toelichting of maatregelen
		vraag Er is geld voor een boot.: toelichting of randvoorwaarden
		`
	);
});

test('the answer makes each of them a measure or a condition on its own line', () => {
	const reading = readingOf(unmarked);
	const measures = answer(reading, questionAbout(reading, 'Wij tellen de kade;').key, 'maatregelen');
	const whole = answer(measures, questionAbout(measures, 'Er is geld voor een boot.').key, 'randvoorwaarden');
	const [theme] = whole.themes;
	expect(theme?.items.flatMap((item) => item.measures)).toMatchObject([
		{ text: 'Wij tellen de kade;', line: 8 },
		{ text: 'Wij sluiten een steiger.', line: 9 }
	]);
	expect(theme?.preconditions).toEqual([{ text: 'Er is geld voor een boot.', line: 11 }]);
	expect(theme?.sections).toEqual([]);
	expect(whole.uses.slice(7, 9)).toEqual(['content', 'content']);
	expect(whole.questions).toEqual([]);
});

test('the guess leaves them a story', () => {
	const reading = readingOf(unmarked);
	const kept = answer(reading, questionAbout(reading, 'Wij tellen de kade;').key, 'toelichting');
	expect(kept.themes).toEqual(reading.themes);
});

test('the list right above the work holds the goals where no word says so, and that is asked once', () => {
	expectSeen(
		`\n${learned.join('\n')}\n`,
		`
		thema 1 Haven
		doel Rust op de kade.
		actiepunt zonder titel
		- Kade tellen.
		thema 2 Dijk
		doel Een droge polder.
		actiepunt zonder titel
		- Dijkwacht opleiden.
		verteld Feiten en cijfers: Negentig meldingen in 2026.
		verteld Feiten en cijfers: Twee lekken in 2026.
		vraag Hier gaat het heen: doelen of toelichting
		`
	);
});

test('goals that turn out to be a story are told in every theme', () => {
	const reading = readingOf(learned);
	const told = answer(reading, questionAbout(reading, 'Hier gaat het heen').key, 'toelichting');
	expect(told.themes.map((theme) => theme.goals)).toEqual([[], []]);
	expect(told.themes.map((theme) => theme.sections.at(-1))).toMatchObject([
		{ heading: 'Hier gaat het heen', text: 'Rust op de kade.', line: 8 },
		{ heading: 'Hier gaat het heen', text: 'Een droge polder.', line: 15 }
	]);
	expect(told.uses[7]).toBe('prose');
	expect(told.themes.flatMap((theme) => theme.items.flatMap((item) => item.measures))).toHaveLength(2);
});
