import { sameName } from '#lib/domain/person-name.ts';
import { shape } from '#lib/domain/programme/shape.ts';
import { collections, type Collection } from '#lib/domain/step.ts';
import { addAll, type Entry } from '../edit.ts';
import { inside, type Workspace } from '../handle.ts';
import { setStatus, statusOf } from '../status.ts';

/**
 * Copies plans and programmes into a workspace that is there already (design D17): every row gets a new id, names that
 * stand in the register there are used, and each measure's status is said anew by whoever copies. Facts themselves stay
 * where they were said: they are signed for the measures of the old workspace.
 */
export async function copyInto(
	from: Workspace,
	to: Workspace
): Promise<{ plans: number; programmes: number; measures: number }> {
	const target = inside(to);
	await Promise.all([inside(from).opened, target.opened]);
	const ids = new Map<string, string>();
	const entries: Entry[] = [];
	for (const collection of collections)
		for (const row of from.rows[collection].all) {
			const known = inRegister(to, collection, row);
			ids.set(row.id, known ?? target.platform.newId());
			if (known === null) entries.push({ collection, fields: row } as Entry);
		}
	const renamed = entries.map(({ collection, fields }) => {
		const given = Object.entries(fields).map(([field, value]) => [field, withNewIds(value, ids)]);
		return { collection, fields: Object.fromEntries(given) as object };
	});
	// A row of the register lives in the register there.
	for (const { collection, fields } of renamed)
		if (shape[collection].homes.includes('register'))
			(fields as { parent?: string }).parent = target.registerId;
	await addAll(to, renamed, {
		what: 'imported',
		collection: 'programmes',
		field: null,
		count: renamed.length,
		name: null
	});
	for (const measure of from.rows.measures.all)
		await sayStatus(from, to, measure.id, ids.get(measure.id) ?? '');
	const { plans, programmes, measures } = from.rows;
	return { plans: plans.all.length, programmes: programmes.all.length, measures: measures.all.length };
}

function inRegister(to: Workspace, collection: Collection, row: { name?: unknown } | object): string | null {
	if (!shape[collection].homes.includes('register') || !('name' in row)) return null;
	const there: readonly { id: string }[] = to.rows[collection].all;
	const name = sameName(String(row.name));
	return there.find((one) => 'name' in one && sameName(String(one.name)) === name)?.id ?? null;
}

function withNewIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
	if (typeof value === 'string') return ids.get(value) ?? value;
	if (Array.isArray(value)) return value.map((one) => withNewIds(one, ids));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNewIds(one, ids)]));
}

async function sayStatus(from: Workspace, to: Workspace, old: string, fresh: string): Promise<void> {
	const { current } = statusOf(from, old);
	if (!current) return;
	const { status, colour, reason } = current;
	await setStatus(to, [fresh], { status, colour, reason });
}
