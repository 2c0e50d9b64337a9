import type { Merge } from '#lib/local/server-tables.ts';
import type { AnyRow } from '#lib/domain/programme/shape.ts';
import { act } from '../act.ts';
import { inside, type Workspace } from '../handle.ts';

/** What came together after time apart, newest first; live by `followMerges`. */
export async function mergesOf(workspace: Workspace): Promise<Merge[]> {
	return (await inside(workspace).stored).merges.orderBy('at').reverse().toArray();
}

/** Changes whenever a list was added, put away or acted upon. */
export function followMerges(workspace: Workspace): void {
	inside(workspace).together.mergesLive.read();
}

export async function dismissMerge(workspace: Workspace, id: string): Promise<void> {
	const { stored, together, tabs } = inside(workspace);
	const database = await stored;
	await database.merges.delete(id);
	together.mergesLive.changed();
	tabs.ping();
}

/**
 * The own value that lost, written again as an act of its own: it can be undone, and the other is told in turn.
 * `changedSince`: someone wrote there again; then it is for a person to look at.
 */
export async function putBack(
	workspace: Workspace,
	id: string,
	at: number
): Promise<'done' | 'changedSince' | 'gone'> {
	const whole = inside(workspace);
	const { stored, together, tables } = whole;
	const database = await stored;
	const merge = await database.merges.get(id);
	const field = merge?.fields[at];
	if (!merge || !field || field.outcome !== 'theirs') return 'gone';
	const { collection, id: row, field: name, mine, theirs } = field;
	const { same } = await whole.opened;
	const now = tables[collection].get(row) as (AnyRow & Record<string, unknown>) | undefined;
	if (!now) return 'gone';
	if (!same(now[name], theirs)) return 'changedSince';
	await act(whole, {
		label: { what: 'restored', collection, field: name, count: 1, name: null },
		writes: [{ collection, id: row, field: name, value: mine }]
	});
	const fields = merge.fields.map((one, n) => (n === at ? { ...one, isPutBack: true } : one));
	await database.merges.put({ ...merge, fields });
	together.mergesLive.changed();
	return 'done';
}
