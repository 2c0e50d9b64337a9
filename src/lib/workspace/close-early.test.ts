// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { houseName } from '../../../tests/simulation/support/small-town.ts';
import * as stores from '#lib/local/stores.ts';
import { closeWorkspace, createWorkspace, openHouse, openWorkspace } from './index.ts';

vi.mock('#lib/local/stores.ts', async (original) => {
	const real = await original<typeof stores>();
	return { ...real, townStore: vi.fn(real.townStore) };
});

test('a town whose stores never came can be closed, and opened when they do', async () => {
	const house = await openHouse(device(51), houseName());
	const id = await createWorkspace(house, { municipality: 'Veenwater', personName: 'Anne' });
	vi.mocked(stores.townStore).mockRejectedValue(new TypeError('the file did not come'));
	const early = await openWorkspace(house, id);
	await expect.poll(() => early.safety).toMatchObject({ state: 'stuck', reason: 'notLoaded' });
	await closeWorkspace(early);

	vi.mocked(stores.townStore).mockReset();
	const later = await openWorkspace(house, id);
	expect(later.me?.name).toBe('Anne');
	await expect.poll(() => later.safety.state).toBe('here');
	await closeWorkspace(later);
});
