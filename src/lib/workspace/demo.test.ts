// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { verifyChains } from '#lib/domain/fact/chain.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { deviceKeys } from './chain-facts.ts';
import { inside } from './handle.ts';
import {
	createDemo,
	currentPlan,
	currentProgramme,
	gapsOf,
	openHouse,
	openWorkspace,
	statusOf
} from './index.ts';

test('the demo town opens filled, through the same door as a person’s own acts', async () => {
	const house = await openHouse(device(5), 'demo-house');
	const workspace = await openWorkspace(house, await createDemo(house));
	const programme = currentProgramme(workspace);
	expect(workspace.municipality).toBe('Wierhaven');
	expect(workspace.me?.name).toBe('Marit Veldstra');
	expect(currentPlan(workspace)?.state).toBe('adopted');
	expect(workspace.rows.measures.all.length).toBeGreaterThan(60);
	expect(gapsOf(workspace, programme?.id ?? '').lead.length).toBeGreaterThan(0);
	const conflicting = workspace.rows.measures.all.filter(
		(row) => statusOf(workspace, row.id).heads.length > 1
	);
	expect(conflicting.length).toBe(1);
	const { platform, stored } = inside(workspace);
	const database = await stored;
	const facts = (await database.facts.toArray()).map(readFact).filter((fact) => fact !== null);
	expect(facts.length).toBeGreaterThan(60);
	expect(await verifyChains(platform, facts, await deviceKeys(database))).toEqual([]);
	expect(workspace.history.undo).toBeNull();
});
