import { expect, test } from 'vitest';
import type { IndicatorId } from '#lib/domain/id.ts';
import { madeFact, withdrawal } from '../../../tests/simulation/support/facts.ts';
import { FactTable } from './facts.ts';

const figure = madeFact('f', {
	kind: 'observation',
	indicatorId: 'i' as IndicatorId,
	period: '2026',
	value: 3,
	unit: '',
	source: null,
	margin: null,
	areaId: null,
	story: null
});
const taken = madeFact('w', { kind: 'withdrawal', factId: figure.id, measureId: null });

test.each([
	['after it', [[figure], [taken]]],
	['before it', [[taken], [figure]]],
	['with it', [[taken, figure]]]
])('a withdrawal that arrives %s is found beside what it takes back', (_, batches) => {
	const table = new FactTable();
	for (const batch of batches) table.add(batch);
	expect(
		table
			.observations('i')
			.map(({ id }) => id)
			.sort()
	).toEqual(['f', 'w']);
});

test('a withdrawal that names its measure is there before what it takes back', () => {
	const table = new FactTable();
	table.add([madeFact('w', withdrawal('f'))]);
	expect(table.of('m').map(({ id }) => id)).toEqual(['w']);
});
