// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { town } from '../../../tests/simulation/support/small-town.ts';
import { spoken } from '#lib/ui/say.svelte.ts';
import { add, edit, redo, remove, undo } from '#lib/workspace/index.ts';
import { mergeRegister } from '#lib/workspace/merge-register.ts';
import { notice } from './notice.svelte.ts';
import { offerTurnBack } from './turn.ts';

test('[D12] the offer takes back what it was offered for, whatever was done after it', async () => {
	const { workspace, programme, measure } = await town();
	const { themeId, itemId } = workspace.rows.measures.get(measure) ?? {};
	const other = { parent: programme, themeId, itemId, text: 'Cameratoezicht' } as never;
	const stays = await add(workspace, 'measures', other);
	offerTurnBack(workspace, 'Maatregel verwijderd.', await remove(workspace, 'measures', [measure]));
	await edit(workspace, 'measures', [stays], { planning: '2026' });
	await spoken.offer?.undo();
	expect(workspace.rows.measures.get(measure)?.removedAt).toBeNull();
	expect(workspace.rows.measures.get(stays)?.planning).toBe('2026');
	expect([notice.text, spoken.sentence.text]).toEqual([null, expect.stringMatching(/^Ongedaan gemaakt/)]);
	// What was taken back last is the first to be done again.
	expect(await redo(workspace)).toMatchObject({ ok: true, label: { what: 'removed' } });
});

test('[D12] an offer of what was taken back already says so, and takes back nothing else', async () => {
	const { workspace, measure } = await town();
	await edit(workspace, 'measures', [measure], { planning: '2026' });
	offerTurnBack(workspace, 'Maatregel verwijderd.', await remove(workspace, 'measures', [measure]));
	await undo(workspace);
	await spoken.offer?.undo();
	expect(workspace.rows.measures.get(measure)).toMatchObject({ removedAt: null, planning: '2026' });
	expect(notice.text).toMatch(/^Dit was al ongedaan gemaakt/);
	// Done again, it is what was offered.
	await redo(workspace);
	await spoken.offer?.undo();
	expect(workspace.rows.measures.get(measure)?.removedAt).toBeNull();
	expect(notice.text).toBeNull();
});

test('[D12] an offer of what others built on says so, and leaves it', async () => {
	const { workspace, measure } = await town();
	const [keep, drop] = [
		await add(workspace, 'units', { name: 'Toezicht' }),
		await add(workspace, 'units', { name: 'toezicht' })
	];
	await edit(workspace, 'measures', [measure], { lead: { kind: 'unit', id: drop } });
	offerTurnBack(workspace, 'Samengevoegd.', await mergeRegister(workspace, 'units', keep, drop));
	await edit(workspace, 'measures', [measure], { lead: null });
	await spoken.offer?.undo();
	expect(workspace.rows.measures.get(measure)?.lead).toBeNull();
	expect(workspace.rows.units.all.map(({ id }) => id)).toEqual([keep]);
	expect(notice.text).toMatch(/^Dit kan niet meer terug/);
});

test('nothing is offered where nothing was done', async () => {
	const { workspace, measure } = await town();
	await remove(workspace, 'measures', [measure]);
	const before = spoken.offer;
	offerTurnBack(workspace, 'Maatregel verwijderd.', await remove(workspace, 'measures', []));
	expect(spoken.offer).toBe(before);
	expect(spoken.sentence.text).toBe('Maatregel verwijderd.');
});
