import { expect, test } from 'vitest';
import { readObservation, readPeriod, type TypedObservation } from './observation.ts';

test.each([
	['2026', '2026'],
	['2026-Q1', '2026-Q1'],
	['1e kwartaal 2026', '2026-Q1'],
	['kw 3 2026', '2026-Q3'],
	['03-2026', '2026-03'],
	['2026-3', '2026-03'],
	['maart', null],
	['13-2026', null],
	['', null]
])('the period «%s» is read as %s', (typed, read) => {
	expect(readPeriod(typed)).toBe(read);
});

const nothing: TypedObservation = {
	period: '2026',
	value: '',
	low: '',
	high: '',
	source: '',
	story: '',
	areaId: ''
};
const indicator = { id: 'i', unit: 'meldingen' };

test('a number with margins and a source is an observation', () => {
	const typed = { ...nothing, value: '1.250', low: '1.200', high: '1.300', source: 'politie' };
	expect(readObservation(typed, indicator)).toMatchObject({
		ok: true,
		payload: { value: 1250, unit: 'meldingen', margin: { low: 1200, high: 1300 }, source: 'politie' }
	});
});

test('a story may stand without a number', () => {
	const read = readObservation({ ...nothing, story: 'Bewoners zitten weer op het plein.' }, indicator);
	expect(read).toMatchObject({
		ok: true,
		payload: { value: null, story: 'Bewoners zitten weer op het plein.' }
	});
});

test.each([
	[{ period: 'ooit', value: '1' }, 'period'],
	[{ value: 'veel' }, 'value'],
	[{}, 'empty'],
	[{ value: '5', low: '6', high: '9' }, 'margin'],
	[{ value: '5', low: '4' }, 'margin']
])('%j is refused because of the %s', (typed, fault) => {
	expect(readObservation({ ...nothing, ...typed }, indicator)).toEqual({ ok: false, fault });
});
