import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readDocument } from '#lib/exchange/read/document.ts';
import type { Reading } from '#lib/exchange/reading.ts';
import { count } from '#lib/exchange/understand/review.ts';
import { understand } from '#lib/exchange/understand/understand.ts';

/** The three published plans lie outside this repository; where they are, the figures of the issue must come out. */
const folder = fileURLToPath(new URL('../../../shared/plans/', import.meta.url));
const present = existsSync(folder);
if (!present) console.warn(`PLANS ABSENT: ${folder} is not here, so the three real plans were NOT tested.`);

function textOf(name: string): string {
	return readFileSync(`${folder}${name}.txt`, 'utf8');
}

function read(text: string): Reading {
	const outcome = readDocument('plan.txt', new TextEncoder().encode(text));
	if (!outcome.ok) throw new Error(outcome.reason);
	return understand(outcome.document);
}

const tablePlan = 'noordoostpolder-uitvoeringsplan-2020-2021';
const agreementsPlan = 'vijfheerenlanden-ivb-2023-2026';
const blocksPlan = 'heemskerk-ivhp-2021-2024';

const tableCounts = { priorities: 4, themes: 12, items: 29, measures: 42 };
const agreementCounts = { themes: 9, goals: 28, measures: 51 };
const blockCounts = { priorities: 4, themes: 6, topics: 11, goals: 9, measures: 23, preconditions: 16 };

function swapColumns(text: string): string {
	const order = [5, 2, 1, 6, 0, 4, 3];
	const swap = (line: string): string => {
		const cells = line.split('\t');
		return cells.length === 7 ? order.map((place) => cells[place] ?? '').join('\t') : line;
	};
	return text.split('\n').map(swap).join('\r\n');
}

/** As copied from a printed page: no line is longer than its margin. */
function printed(text: string): string {
	const wrap = (line: string): string => {
		const rows = [''];
		for (const word of line.split(' ')) {
			if (`${rows.at(-1)} ${word}`.length > 90) rows.push(word);
			else rows[rows.length - 1] += rows.at(-1) === '' && rows.length > 1 ? word : ` ${word}`;
		}
		return rows.join('\n').slice(1);
	};
	return text.split('\n').map((line) => (line.includes('\t') ? line : wrap(line))).join('\n');
}

function withoutNumbers(text: string): string {
	return text
		.replace(/^\d{1,2}(?:\.\d{1,2})*\.? (?=[A-Z])/gm, '')
		.replace(/^(?:Prioriteit \d|Strategisch thema [a-h]): /gm, '');
}

if (!present) test('plans absent: nothing was tested here', () => expect(present).toBe(false));
else {
	test('the table programme gives its themes, items and measures, and what is missing in them', () => {
		const reading = read(textOf(tablePlan));
		const measures = reading.themes.flatMap((theme) => theme.items.flatMap((item) => item.measures));
		expect(reading.kind).toBe('programme');
		expect(count(reading)).toMatchObject(tableCounts);
		expect(reading.themes.filter((theme) => theme.level === 'strategic')).toHaveLength(8);
		expect(measures.filter((measure) => measure.lead !== null)).toHaveLength(1);
		expect(measures.filter((measure) => measure.budget !== null)).toHaveLength(0);
		expect(measures.filter((measure) => measure.planning === null)).toHaveLength(2);
	});

	test('the plan of goals and agreements gives both, with its broken bullet joined and asked', () => {
		const reading = read(textOf(agreementsPlan));
		expect(reading.kind).toBe('plan');
		expect(count(reading)).toMatchObject(agreementCounts);
		expect(reading.questions.filter((question) => question.what === 'brokenBullet')).toHaveLength(1);
	});

	test('the plan of fixed blocks gives topics, ambitions, approaches and preconditions', () => {
		const reading = read(textOf(blocksPlan));
		expect(count(reading)).toMatchObject(blockCounts);
		expect(reading.themes.filter((theme) => theme.level === 'strategic')).toHaveLength(2);
	});

	test.each([
		['columns in another order and Windows line ends', swapColumns],
		['other letters and level words', (text: string) => text.replace(/Prioriteit (\d):/g, 'Speerpunt $1.$1:').replace(/thema a:/, 'thema IV:')],
		['other header words', (text: string) => text.replaceAll('item/actiepunt', 'Onderwerp').replaceAll('trekker', 'Verantwoordelijke').replaceAll('planning', 'Wanneer')],
		['no numbers and no words for its levels', withoutNumbers],
		['lines broken at a margin', printed],
		['a lost heading', (text: string) => text.replace(/Strategisch thema c:.*\n/, '')]
	])('the table programme is understood alike with %s', (_, change) => {
		expect(count(read(change(textOf(tablePlan))))).toMatchObject(tableCounts);
	});

	test.each([
		['bullets on one line', (text: string) => text.replace(/\n- [•➢]\n/g, '\n- ')],
		['themes with a word before the number', (text: string) => text.replace(/\n(\d)\. (?=[A-Z])/g, '\nThema $1: ')],
		['other words for the labels', (text: string) => text.replace(/\n(Dit|Dat) willen we bereiken door:/g, '\nDit willen we bereiken met:')]
	])('the plan of agreements keeps its agreements with %s', (_, change) => {
		expect(count(read(change(textOf(agreementsPlan)))).measures).toBe(51);
	});

	test.each([
		['no numbers', withoutNumbers],
		['lines broken at a margin', printed]
	])('the plan of agreements is understood alike with %s', (_, change) => {
		expect(count(read(change(textOf(agreementsPlan))))).toMatchObject(agreementCounts);
	});

	test.each([
		['no numbers', withoutNumbers],
		['lines broken at a margin', printed],
		['other block words', (text: string) => text.replaceAll('Ambitie\n', 'Doelstellingen\n').replaceAll('Aanpak\n', 'Maatregelen\n')],
		['no blank lines', (text: string) => text.replace(/\n\n+/g, '\n')]
	])('the plan of fixed blocks is understood alike with %s', (_, change) => {
		expect(count(read(change(textOf(blocksPlan))))).toMatchObject(blockCounts);
	});
}
