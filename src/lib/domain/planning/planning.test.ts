import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueBy, parsePlanning, type Planning } from './planning.ts';

const spans: [string, Planning][] = [
	['2026', { kind: 'year', from: '2026-01-01', to: '2026-12-31' }],
	['2026-2027', { kind: 'yearRange', from: '2026-01-01', to: '2027-12-31' }],
	['2026/27', { kind: 'yearRange', from: '2026-01-01', to: '2027-12-31' }],
	['2026 kw. 3', { kind: 'quarter', from: '2026-07-01', to: '2026-09-30' }],
	['Q1 2027', { kind: 'quarter', from: '2027-01-01', to: '2027-03-31' }],
	['4e kwartaal 2026', { kind: 'quarter', from: '2026-10-01', to: '2026-12-31' }],
	['derde kwartaal van 2026', { kind: 'quarter', from: '2026-07-01', to: '2026-09-30' }],
	['oktober 2026', { kind: 'month', from: '2026-10-01', to: '2026-10-31' }],
	['april t/m juni 2026', { kind: 'monthRange', from: '2026-04-01', to: '2026-06-30' }],
	['april–okt.', { kind: 'yearlyMonths', fromMonth: 4, toMonth: 10 }],
	['vóór 1 juli 2026', { kind: 'before', to: '2026-06-30' }],
	['uiterlijk 15 maart 2027', { kind: 'before', to: '2027-03-15' }],
	['eind 2026', { kind: 'before', to: '2026-12-31' }],
	['zomer 2026', { kind: 'season', from: '2026-06-01', to: '2026-08-31' }],
	['winter 2026-2027', { kind: 'season', from: '2026-12-01', to: '2027-02-28' }],
	['schooljaar 2026-2027', { kind: 'season', from: '2026-08-01', to: '2027-07-31' }],
	['elk kwartaal', { kind: 'recurring', timesPerYear: 4 }],
	['6× per jaar', { kind: 'recurring', timesPerYear: 6 }],
	['jaarlijks in mei', { kind: 'recurring', timesPerYear: 1 }],
	['Doorlopend', { kind: 'continuous', from: null }],
	['vanaf 1 mei 2026', { kind: 'continuous', from: '2026-05-01' }],
	['12 maart 2026', { kind: 'date', from: '2026-03-12', to: '2026-03-12' }]
];

test.each(spans)('“%s” is placed in time', (text, planning) => {
	expect(parsePlanning(text)).toEqual(planning);
});

test.each(['', 'n.t.b.', 'zie actiepunt 3', 'in overleg'])('“%s” is left as it is written', (text) => {
	expect(parsePlanning(text)).toBeNull();
});

test('what has an end is due then; what goes on is never late', () => {
	expect(dueBy({ kind: 'before', to: '2026-06-30' })).toBe('2026-06-30');
	expect(dueBy({ kind: 'continuous', from: null })).toBeNull();
});

test('any text is understood or not, and an end never lies before a start', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const planning = parsePlanning(text);
			if (planning && 'from' in planning && 'to' in planning) expect(planning.to >= planning.from).toBe(true);
		})
	);
});
