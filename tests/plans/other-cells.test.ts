import { describe, expect, test } from 'vitest';
import type { ReadItem, Reading } from '#lib/exchange/reading.ts';
import { answer } from '#lib/exchange/understand/answer.ts';
import { itemsOf, measuresOf, read } from './read-lines.ts';

/** What stands in one cell of a table, as other municipalities fill it. */
const header = 'Actiepunt\tMaatregel\tPH\tPartners\tTrekker\tPlanning';

function tableOf(...rows: string[]): Reading {
	return read('Uitvoeringsprogramma veiligheid 2027', 'Gemeente Wierhaven', 'Prioriteit 1: Havens', header, ...rows);
}

describe('a list in a cell', () => {
	test.each([
		['of HTML', '<ul><li>Boeien leggen</li><li class="x">Kade vegen</li></ul>'],
		['with marks and no line breaks', '• Boeien leggen • Kade vegen'],
		['with other marks', '➢ Boeien leggen ➢ Kade vegen']
	])('%s holds several measures', (_, cell) => {
		const reading = tableOf(`Haven\t${cell}\tburgemeester\t\tTeam Water\tmei`);
		expect(itemsOf(reading)).toMatchObject([
			{
				measures: [
					{ text: 'Boeien leggen', planning: 'mei' },
					{ text: 'Kade vegen', planning: 'mei' }
				]
			}
		]);
	});

	test.each([
		['Schoon water:<ul><li>boeien</li><li>kade</li></ul>', 'Schoon water: • boeien • kade'],
		['<p>Boeien leggen</p><p>Kade vegen</p>', 'Boeien leggen Kade vegen'],
		['<div>Boeien</div>leggen', 'Boeien leggen'],
		['Boeien - kade- en steigerwerk', 'Boeien - kade- en steigerwerk'],
		['<ul><li>Boeien leggen</li></ul>', 'Boeien leggen']
	])('its words stay words: %s', (cell, text) => {
		expect(measuresOf(tableOf(`Haven\t${cell}\tburgemeester\t\tTeam Water\tmei`))).toEqual([text]);
	});

	test('parts holders and partners without marks in their names', () => {
		const list = (...names: string[]): string => `<ul>${names.map((name) => `<li>${name}</li>`).join('')}</ul>`;
		const people = `${list('burgemeester', 'wethouder Water')}\t${list('politie', 'Halt')}\t${list('Team Water')}`;
		const [item] = itemsOf(tableOf(`Haven\tBoeien leggen\t${people}\tmei`));
		expect(item).toMatchObject({
			portfolioHolders: ['burgemeester', 'wethouder Water'],
			partners: ['politie', 'Halt'],
			measures: [{ lead: 'Team Water' }]
		} satisfies Partial<Omit<ReadItem, 'measures'>> & { measures: unknown });
	});
});

describe('partners with "en", "/" or "&" between them', () => {
	const withPartners = (...cells: string[]): Reading =>
		tableOf(...cells.map((cell, at) => `Punt ${at}\tMaatregel ${at}\tburgemeester\t${cell}\tTeam Water\tmei`));
	const partners = (reading: Reading): string[][] => itemsOf(reading).map((item) => item.partners);

	test('are parted where the document names each of them by itself', () => {
		const reading = withPartners('politie, Halt, OM', 'politie/Halt', 'politie & OM', 'scholen, politie en Halt');
		expect(partners(reading).slice(1)).toEqual([
			['politie', 'Halt'],
			['politie', 'OM'],
			['scholen', 'politie', 'Halt']
		]);
		expect(reading.questions).toEqual([]);
	});

	test('at the end of a list they are likely two: asked once, and the answer holds in every row', () => {
		const reading = withPartners('politie, havenbond en schippers', 'Halt, havenbond en schippers');
		expect(partners(reading)).toEqual([
			['politie', 'havenbond', 'schippers'],
			['Halt', 'havenbond', 'schippers']
		]);
		expect(reading.questions).toMatchObject([
			{ what: 'joinedPartners', guess: 'havenbond; schippers', alternatives: ['havenbond en schippers'] }
		]);
		expect(partners(answer(reading, reading.questions[0]?.key ?? '', 'havenbond en schippers'))).toEqual([
			['politie', 'havenbond en schippers'],
			['Halt', 'havenbond en schippers']
		]);
	});

	test('alone, with one of them known, they are likely one: asked', () => {
		const reading = withPartners('politie, Halt', 'politie en buurt');
		expect(partners(reading)[1]).toEqual(['politie en buurt']);
		expect(reading.questions).toMatchObject([{ what: 'joinedPartners', alternatives: ['politie; buurt'] }]);
	});

	test.each(['MO/RO', 'Zorg en Welzijn', 'Zorggroep Oud en Nieuw Wier', 'politie, zorg- en jeugdteam', 'politie (wijk en stad)'])(
		'a name that holds them stays whole: %s',
		(cell) => {
			const reading = withPartners('politie, Halt', cell);
			expect(partners(reading)[1]?.at(-1)).toBe(cell.replace('politie, ', ''));
			expect(reading.questions).toEqual([]);
		}
	);
});
