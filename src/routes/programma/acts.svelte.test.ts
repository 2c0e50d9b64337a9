// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { town } from '../../../tests/simulation/support/small-town.ts';
import type { Line } from '#lib/domain/programme/outline.ts';
import { edit, undo } from '#lib/workspace/index.ts';
import { titleItem } from './acts.ts';

test('an action item that is typed at a measure whose own is gone stands there, in one step', async () => {
	const { workspace, programme, measure } = await town();
	const row = () => workspace.rows.measures.get(measure);
	const items = () => workspace.rows.items.of(programme);
	const [own] = items();
	// As when another device takes it away while this measure is added under it.
	await edit(workspace, 'items', [own?.id ?? ''], { removedAt: 1 });
	expect(items()).toEqual([]);
	const line = { id: measure, item: null } as unknown as Line;
	await titleItem(workspace, line, 'Cameratoezicht');
	expect(items()).toMatchObject([{ title: 'Cameratoezicht', themeId: row()?.themeId }]);
	expect(row()?.itemId).toBe(items()[0]?.id);
	await titleItem(workspace, { id: measure, item: items()[0] } as unknown as Line, 'Toezicht met camera’s');
	expect(items()).toMatchObject([{ title: 'Toezicht met camera’s' }]);
	await undo(workspace);
	await undo(workspace);
	expect(items()).toEqual([]);
	expect(row()?.itemId).toBe(own?.id);
});
