// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Fact } from '#lib/domain/fact/fact.ts';
import type { IndicatorId } from '#lib/domain/id.ts';
import { madeFact, withdrawal } from '../../../tests/simulation/support/facts.ts';
import { WorkspaceDatabase } from '#lib/local/database.ts';
import { addFacts, factTables } from '#lib/local/facts.ts';
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

let made = 0;
async function stored(batches: readonly (readonly Fact[])[]): Promise<FactTable> {
	const database = new WorkspaceDatabase(`facts-${++made}`);
	for (const batch of batches)
		await database.transaction('rw', factTables(database), () => addFacts(database, batch));
	return new FactTable(
		() => Promise.resolve(database),
		() => undefined
	);
}

test.each([
	['after it', [[figure], [taken]]],
	['before it', [[taken], [figure]]],
	['with it', [[taken, figure]]]
])('a withdrawal that arrives %s is found beside what it takes back', async (_, batches) => {
	const table = await stored(batches);
	await table.load('i');
	const ids = table.observations('i').map(({ id }) => id);
	expect(ids.toSorted()).toEqual(['f', 'w']);
});

test('a withdrawal that names its measure is there before what it takes back', async () => {
	const table = await stored([[madeFact('w', withdrawal('f'))]]);
	expect((await table.load('m')).map(({ id }) => id)).toEqual(['w']);
});

test('[S1] a fact that arrives twice is there once', async () => {
	const table = await stored([[figure], [figure]]);
	expect((await table.load('i')).map(({ id }) => id)).toEqual(['f']);
});
