// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import { houseName } from '../../../tests/simulation/support/small-town.ts';
import { inside } from './handle.ts';
import { add, createWorkspace, edit, openHouse, openWorkspace, recordFact, undo } from './index.ts';
import { untilItStands } from './safety.ts';

async function town() {
	const house = await openHouse(device(61), houseName());
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Bram' });
	const workspace = await openWorkspace(house, id);
	const programme = await add(workspace, 'programmes', { title: 'Uitvoeringsprogramma' });
	return { workspace, whole: inside(workspace), programme };
}

test('[S2] what goes wrong behind a write that stood does not keep the next act from being written', async () => {
	const { workspace, whole, programme } = await town();
	const tabs = whole.tabs;
	const broken = () => {
		throw new DOMException('Channel is closed', 'InvalidStateError');
	};
	Object.assign(whole, { tabs: { ...tabs, ping: broken } });
	await expect(edit(workspace, 'programmes', [programme], { title: 'Een' })).rejects.toThrow('closed');
	Object.assign(whole, { tabs });
	await edit(workspace, 'programmes', [programme], { title: 'Twee' });
	const { rows } = await whole.stored;
	expect((await rows.toArray()).find(({ id }) => id === programme)).toMatchObject({ row: { title: 'Twee' } });
});

test('[D12] a fact behind whose write something went wrong can still be taken back', async () => {
	const { workspace, whole, programme } = await town();
	const tabs = whole.tabs;
	const broken = () => {
		throw new DOMException('Channel is closed', 'InvalidStateError');
	};
	Object.assign(whole, { tabs: { ...tabs, ping: broken } });
	const about = { collection: 'programmes', id: programme } as const;
	await recordFact(workspace, { kind: 'comment', about, text: 'Eerst de kade' });
	await expect.poll(() => whole.log.saying.size).toBe(0);
	Object.assign(whole, { tabs });
	expect(await undo(workspace)).toMatchObject({ ok: true, label: { what: 'recorded' } });
});

test('[S2.4] the word stays stuck until the very thing that was refused stands, whatever succeeds beside it', async () => {
	const { workspace, whole } = await town();
	let isRefused = true;
	const refused = untilItStands(whole, 'reading', () =>
		isRefused ? Promise.reject(new DOMException('', 'QuotaExceededError')) : Promise.resolve()
	);
	await expect.poll(() => workspace.safety.state).toBe('stuck');
	await untilItStands(whole, 'reading', () => Promise.resolve());
	expect(workspace.safety.state).toBe('stuck');
	isRefused = false;
	await refused;
	expect(workspace.safety.state).toBe('here');
});
