// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { progress, town } from '../../../tests/simulation/support/small-town.ts';
import { readField, writeField } from '#lib/collab/shared-document.ts';
import { inside } from './handle.ts';
import { edit, recordFact, redo, setStatus, statusOf, undo, withdrawFact, type Workspace } from './index.ts';

const status = (name: 'running' | 'done') => ({ status: name, colour: null, reason: null });

async function withdrawals(workspace: Workspace): Promise<string[]> {
	const facts = await (await inside(workspace).stored).facts.toArray();
	return facts.flatMap(({ payload }) => (payload.kind === 'withdrawal' ? [payload.factId] : []));
}

test('[D12] two quick steps back take back two steps, and two forward bring both again', async () => {
	const { workspace, measure } = await town();
	const row = () => workspace.rows.measures.get(measure);
	await edit(workspace, 'measures', [measure], { planning: '2026' });
	await edit(workspace, 'measures', [measure], { budget: '€ 5.000' });
	const back = await Promise.all([undo(workspace), undo(workspace)]);
	expect(back.map(({ label }) => label?.field)).toEqual(['budget', 'planning']);
	expect(row()).toMatchObject({ planning: null, budget: null });
	const forward = await Promise.all([redo(workspace), redo(workspace)]);
	expect(forward.map(({ label }) => label?.field)).toEqual(['planning', 'budget']);
	expect(row()).toMatchObject({ planning: '2026', budget: '€ 5.000' });
	// One there and back again, in one breath.
	const both = await Promise.all([undo(workspace), redo(workspace)]);
	expect(both.map(({ label }) => label?.field)).toEqual(['budget', 'budget']);
	expect(row()).toMatchObject({ planning: '2026', budget: '€ 5.000' });
});

test('[D12] a step back does not wait for the disk to see what the one before it took back', async () => {
	const { workspace, measure } = await town();
	await edit(workspace, 'measures', [measure], { planning: '2026' });
	await edit(workspace, 'measures', [measure], { budget: '€ 5.000' });
	const database = await inside(workspace).stored;
	const refuse = () => {
		throw new Error('full');
	};
	database.journal.hook('creating', refuse);
	const back = [undo(workspace), undo(workspace)];
	await expect
		.poll(() => workspace.rows.measures.get(measure))
		.toMatchObject({ planning: null, budget: null });
	expect(workspace.safety.state).not.toBe('here');
	database.journal.hook('creating').unsubscribe(refuse);
	expect((await Promise.all(back)).every(({ ok }) => ok)).toBe(true);
});

test('[D12] two quick steps back withdraw two facts, each once', async () => {
	const { workspace, measure } = await town();
	await setStatus(workspace, [measure], status('running'));
	await setStatus(workspace, [measure], status('done'));
	expect((await Promise.all([undo(workspace), undo(workspace)])).every(({ ok }) => ok)).toBe(true);
	const taken = await withdrawals(workspace);
	expect(taken).toHaveLength(2);
	expect(new Set(taken).size).toBe(2);
	expect(statusOf(workspace, measure).current).toBeNull();
});

test('[D12] a fact that is still being written is taken back too', async () => {
	const { workspace, measure } = await town();
	const said = setStatus(workspace, [measure], status('running'));
	const turned = await undo(workspace);
	await said;
	expect(turned).toMatchObject({ ok: true, label: { what: 'statusSet' } });
	expect(await withdrawals(workspace)).toHaveLength(1);
	expect(statusOf(workspace, measure).current).toBeNull();
});

test('[D12] a fact that was taken back by hand is not withdrawn a second time', async () => {
	const { workspace, measure } = await town();
	const { id } = await recordFact(workspace, { ...progress(measure), text: 'gesproken' });
	await withdrawFact(workspace, id);
	await undo(workspace);
	expect(await withdrawals(workspace)).toEqual([id]);
});

test('[D12] what another wrote while a step back is under way stays', async () => {
	const { workspace, programme, measure } = await town();
	await edit(workspace, 'measures', [measure], { planning: '2026' });
	const whole = inside(workspace);
	const shared = whole.documents.get(programme)?.shared;
	if (!shared) throw new Error('no programme');
	const place = { collection: 'measures' as const, id: measure, field: 'planning' };
	const { facts } = await whole.stored;
	const asked = vi.spyOn(facts, 'bulkGet').mockImplementationOnce((ids) => {
		shared.doc.transact(() => writeField(shared, { ...place, value: '2029' }, false), 'another');
		return facts.bulkGet(ids);
	});
	await undo(workspace);
	expect(asked).toHaveBeenCalled();
	expect(readField(shared, place, 'planning', 'plain')).toBe('2029');
});
