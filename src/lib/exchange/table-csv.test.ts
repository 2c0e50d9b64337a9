import { describe, expect, it } from 'vitest';
import { tableCsv } from './table-csv.ts';

describe('a table as CSV', () => {
	it('opens in a Dutch spreadsheet: byte order mark, semicolons, CRLF', () => {
		expect(tableCsv(['Maatregel', 'Trekker'], [['Schouw', 'Team Wijken']])).toBe(
			'\uFEFFMaatregel;Trekker\r\nSchouw;Team Wijken\r\n'
		);
	});

	it('neutralises what a spreadsheet would run as a formula', () => {
		for (const start of ['=', '+', '-', '@', '\t', '\r'])
			expect(tableCsv([`${start}1+1`], [])).toMatch(new RegExp(`^\uFEFF"?'`));
	});

	it('keeps quotes, semicolons and line breaks inside their cell', () => {
		expect(tableCsv(['a'], [['zegt "ja"; en\nnog iets']])).toBe('\uFEFFa\r\n"zegt ""ja""; en\nnog iets"\r\n');
	});
});
