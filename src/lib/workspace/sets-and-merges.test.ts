// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { add, addToSets, createWorkspace, newId, openHouse, openWorkspace, undo } from './index.ts';
import { mergeRegister } from './merge-register.ts';

let made = 700;
async function town() {
	const house = await openHouse(device(++made), `sets-${made}`);
	const workspace = await openWorkspace(
		house,
		await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Marit' })
	);
	const parent = await add(workspace, 'programmes', { title: 'Uitvoeringsprogramma 2026' });
	const themeId = await add(workspace, 'themes', { parent, title: 'Overlast' });
	const itemId = await add(workspace, 'items', { parent, themeId, title: 'Toezicht' });
	const police = await add(workspace, 'partners', { name: 'Politie' });
	const measure = (text: string, partners: (typeof police)[] = []) =>
		add(workspace, 'measures', { parent, themeId, itemId, text, partners });
	const partnersOf = (id: string) =>
		workspace.rows.measures.all
			.find((row) => row.id === id)
			?.partners.map((one) => workspace.rows.partners.get(one)?.name);
	return { workspace, police, measure, partnersOf };
}

describe('one more in a set', () => {
	test('rows that differ keep what they have, and it is one step to undo', async () => {
		const { workspace, police, measure, partnersOf } = await town();
		const [alone, together] = [await measure('Avondronde'), await measure('Schouw', [police])];
		const school = await add(workspace, 'partners', { name: 'School' });
		const steps = workspace.activity.length;
		await addToSets(workspace, [alone, together], 'partners', school);
		expect([partnersOf(alone), partnersOf(together)]).toEqual([['School'], ['Politie', 'School']]);
		expect(workspace.activity.length).toBe(steps + 1);
		await undo(workspace);
		expect([partnersOf(alone), partnersOf(together)]).toEqual([[], ['Politie']]);
	});

	test('a new name enters the register in the same step', async () => {
		const { workspace, measure, partnersOf } = await town();
		const id = await measure('Avondronde');
		const partner = newId(workspace);
		const fresh = [{ collection: 'partners' as const, fields: { id: partner as never, name: 'GGD' } }];
		await addToSets(workspace, [id], 'partners', partner, fresh);
		expect(partnersOf(id)).toEqual(['GGD']);
		await undo(workspace);
		expect(partnersOf(id)).toEqual([]);
		expect(workspace.rows.partners.all.map(({ name }) => name)).toEqual(['Politie']);
	});

	test('who is in every set already makes no step', async () => {
		const { workspace, police, measure } = await town();
		const id = await measure('Schouw', [police]);
		const steps = workspace.activity.length;
		await addToSets(workspace, [id], 'partners', police);
		expect(workspace.activity.length).toBe(steps);
	});
});

test('two covenants that are one keep everyone who takes part, and the end that is known', async () => {
	const { workspace, police } = await town();
	const school = await add(workspace, 'partners', { name: 'School' });
	const keep = await add(workspace, 'covenants', { name: 'Veilige School', partners: [police] });
	const drop = await add(workspace, 'covenants', {
		name: 'Veilige school',
		partners: [school, police],
		until: '2027-06-30'
	});
	await mergeRegister(workspace, 'covenants', keep, drop);
	expect(workspace.rows.covenants.all).toMatchObject([
		{ id: keep, partners: [police, school], until: '2027-06-30' }
	]);
	await undo(workspace);
	expect(workspace.rows.covenants.all.map(({ partners }) => partners.length)).toEqual([1, 2]);
});
