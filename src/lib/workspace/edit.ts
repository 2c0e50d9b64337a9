import { generateNKeysBetween } from 'fractional-indexing';
import type { Id } from '#lib/domain/id.ts';
import type { Lead, ActionItemRow } from '#lib/domain/programme/row.ts';
import {
	emptyValue,
	firstValues,
	shape,
	type DocumentKind,
	type RowOf
} from '#lib/domain/programme/shape.ts';
import type { Collection, StepLabel } from '#lib/domain/step.ts';
import { sameName } from '#lib/domain/person-name.ts';
import type { FieldWrite } from '#lib/collab/shared-document.ts';
import type { StepId } from '#lib/local/database.ts';
import { act, type Act } from './act.ts';
import { inside, type Inside, type Workspace } from './handle.ts';

/** Fields of a new row; what is left out starts empty. `parent` says which plan or programme it joins. */
export type NewRow<C extends Collection> = Partial<RowOf[C]> & { id?: string };
export type Entry = { [C in Collection]: { collection: C; fields: NewRow<C> } }[Collection];

/** Writes the same values into one or more rows; one step to undo. */
export async function edit<C extends Collection>(
	workspace: Workspace,
	collection: C,
	ids: readonly string[],
	patch: Partial<Omit<RowOf[C], 'id' | 'parent'>>
): Promise<void> {
	const fields: [string, unknown][] = Object.entries(patch);
	const [field, value] = fields[0] ?? ['', null];
	await act(inside(workspace), {
		label: {
			what: isEmpty(value) ? 'cleared' : 'edited',
			collection,
			field: fields.length === 1 ? field : null,
			count: ids.length,
			name: ids.length === 1 ? nameOf(workspace, collection, ids[0] ?? '') : null
		},
		writes: ids.flatMap((id) => fields.map(([name, next]) => ({ collection, id, field: name, value: next })))
	});
}

function isEmpty(value: unknown): boolean {
	return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function nameOf(workspace: Workspace, collection: Collection, id: string): string | null {
	const row = workspace.rows[collection].get(id);
	if (!row) return null;
	if ('name' in row) return row.name;
	if ('text' in row && collection !== 'sections') return row.text;
	return 'title' in row ? row.title : 'heading' in row ? row.heading : null;
}

export async function add<C extends Collection>(
	workspace: Workspace,
	collection: C,
	fields: NewRow<C>
): Promise<RowOf[C]['id']> {
	const [id] = await addAll(workspace, [{ collection, fields } as Entry]);
	return id as RowOf[C]['id'];
}

/** Several new rows in one step. A row may point at another new one by an `id` given beforehand (`newId`). */
export async function addAll(
	workspace: Workspace,
	entries: Entry[],
	label?: StepLabel
): Promise<Id<string>[]> {
	const whole = inside(workspace);
	await whole.opened;
	const { ids, ...prepared } = prepareRows(whole, entries);
	const first = entries[0];
	if (!first) return [];
	await act(whole, {
		label: label ?? {
			what: 'added',
			collection: first.collection,
			field: null,
			count: entries.length,
			name: entries.length === 1 ? givenName(first) : null
		},
		...prepared
	});
	return ids;
}

function givenName({ fields }: Entry): string | null {
	const named = fields as { name?: string; text?: string; title?: string | null; heading?: string };
	return named.name ?? named.title ?? named.text ?? named.heading ?? null;
}

export function newId(workspace: Workspace): string {
	return inside(workspace).platform.newId();
}

const documentOf: Partial<Record<Collection, DocumentKind>> = { plans: 'plan', programmes: 'programme' };

/** Ids, places and documents for new rows; nothing is written yet. */
export function prepareRows(
	workspace: Inside,
	entries: readonly Entry[]
): Pick<Act, 'writes' | 'homes' | 'newDocuments'> & { ids: Id<string>[] } {
	const homes = new Map<string, string>();
	const newDocuments: { kind: DocumentKind; id: string }[] = [];
	const orders = freshOrders(workspace, entries);
	const writes: FieldWrite[] = [];
	const ids: Id<string>[] = [];
	for (const [at, { collection, fields }] of entries.entries()) {
		const given: Record<string, unknown> = { ...fields };
		const id = typeof given['id'] === 'string' ? given['id'] : workspace.platform.newId();
		const parent = given['parent'];
		const ownDocument = documentOf[collection];
		if (ownDocument) newDocuments.push({ kind: ownDocument, id });
		homes.set(id, ownDocument ? id : typeof parent === 'string' ? parent : workspace.registerId);
		ids.push(id as Id<string>);
		const all = { ...firstValues[collection], ...given, order: given['order'] ?? orders[at] };
		for (const [field, kind] of Object.entries(shape[collection].fields))
			writes.push({
				collection,
				id,
				field,
				value: (all as Record<string, unknown>)[field] ?? emptyValue(kind)
			});
	}
	return { writes, homes, newDocuments, ids };
}

/** New rows come last, in the order given. */
function freshOrders(workspace: Inside, entries: readonly Entry[]): string[] {
	const counts = new Map<Collection, number>();
	for (const { collection } of entries) counts.set(collection, (counts.get(collection) ?? 0) + 1);
	const keys = new Map<Collection, string[]>();
	for (const [collection, count] of counts) {
		const last = workspace.tables[collection].all.at(-1)?.order ?? null;
		keys.set(collection, generateNKeysBetween(last, null, count).reverse());
	}
	return entries.map(({ collection }) => keys.get(collection)?.pop() ?? '');
}

/** Orders between two neighbours, for moving rows; null means the very first or last place. */
export function orderBetween(before: string | null, after: string | null): string {
	// Two tabs that added at once may have given two rows the same place; there is nothing between those.
	const isOpen = before === null || after === null || before < after;
	return generateNKeysBetween(before, isOpen ? after : null, 1)[0] ?? '';
}

/**
 * Removed by date: it can be brought back, and another device that edits it meanwhile loses nothing. Answers the step;
 * null where all of it was gone already.
 */
export async function remove(
	workspace: Workspace,
	collection: Collection,
	ids: readonly string[]
): Promise<StepId | null> {
	const removedAt = inside(workspace).platform.now();
	const below = ids.flatMap((id) => hangsUnder(workspace, collection, id));
	const step = await act(inside(workspace), {
		label: {
			what: 'removed',
			collection,
			field: null,
			count: ids.length,
			name: ids.length === 1 ? nameOf(workspace, collection, ids[0] ?? '') : null
		},
		writes: [...ids.map((id) => ({ collection, id })), ...below].map((ref) => ({
			...ref,
			field: 'removedAt',
			value: removedAt
		}))
	});
	return step?.id ?? null;
}

/** What would be left hanging: measures of an item, everything of a theme. */
function hangsUnder(
	workspace: Workspace,
	collection: Collection,
	id: string
): { collection: Collection; id: string }[] {
	const { goals, sections, items, measures, checkItems } = workspace.rows;
	const refs = (of: Collection, rows: readonly { id: string }[]) =>
		rows.map((row) => ({ collection: of, id: row.id }));
	if (collection === 'measures')
		return refs(
			'checkItems',
			checkItems.all.filter((row) => row.measureId === id)
		);
	if (collection === 'items')
		return refs(
			'measures',
			measures.all.filter((row) => row.itemId === id)
		);
	if (collection !== 'themes') return [];
	return [
		...refs(
			'goals',
			goals.all.filter((row) => row.themeId === id)
		),
		...refs(
			'sections',
			sections.all.filter((row) => row.themeId === id)
		),
		...refs(
			'items',
			items.all.filter((row) => row.themeId === id)
		),
		...refs(
			'measures',
			measures.all.filter((row) => row.themeId === id)
		)
	];
}

/** To another action item of the same programme; its theme follows. */
export async function moveMeasures(
	workspace: Workspace,
	measureIds: readonly string[],
	itemId: string
): Promise<void> {
	const item: ActionItemRow | undefined = workspace.rows.items.get(itemId);
	if (!item) return;
	await edit(workspace, 'measures', measureIds, { itemId: item.id, themeId: item.themeId });
}

/** A new action item over a measure whose own is gone, in the theme where the measure stands, in one step. */
export async function addItemOver(workspace: Workspace, measureId: string, title: string): Promise<void> {
	const whole = inside(workspace);
	await whole.opened;
	const measure = workspace.rows.measures.get(measureId);
	if (!measure) return;
	const { parent, themeId } = measure;
	const { ids, ...prepared } = prepareRows(whole, [
		{ collection: 'items', fields: { parent, themeId, title } }
	]);
	await act(whole, {
		label: { what: 'added', collection: 'items', field: null, count: 1, name: title },
		...prepared,
		writes: [...prepared.writes, { collection: 'measures', id: measureId, field: 'itemId', value: ids[0] }]
	});
}

/** Puts a new name in the register and makes it the lead, in one step. A name that is there already is used. */
export async function assignNewLead(
	workspace: Workspace,
	measureIds: readonly string[],
	{ kind, name }: { kind: Lead['kind']; name: string }
): Promise<Lead> {
	const whole = inside(workspace);
	await whole.opened;
	const collection = kind === 'person' ? 'people' : kind === 'unit' ? 'units' : 'partners';
	const rows: readonly { id: string; name: string }[] = workspace.rows[collection].all;
	const known = rows.find((row) => sameName(row.name) === sameName(name));
	const id = known?.id ?? whole.platform.newId();
	const lead = { kind, id } as Lead;
	const prepared = known
		? { writes: [] }
		: prepareRows(whole, [{ collection, fields: { id, name: name.trim() } as never }]);
	await act(whole, {
		label: { what: 'edited', collection: 'measures', field: 'lead', count: measureIds.length, name: null },
		...prepared,
		writes: [
			...prepared.writes,
			...measureIds.map((measure) => ({
				collection: 'measures' as const,
				id: measure,
				field: 'lead',
				value: lead
			}))
		]
	});
	return lead;
}
