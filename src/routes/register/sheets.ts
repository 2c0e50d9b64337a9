/** The six sheets of the register. */
import type { AreaId, UnitId } from '#lib/domain/id.ts';
import type { AreaRow, PartnerRow } from '#lib/domain/programme/register.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import { add, edit, remove, type Workspace } from '#lib/workspace/index.ts';
import { mergeRegister } from '#lib/workspace/merge-register.ts';
import type { Cell, Kind, Line, Option, Sheet } from './sheet.ts';
import { areaUse, countUses, holderUse, indicatorUse, leadUse, memberUse, partnerUse } from './use.ts';

export function sheetOf(ws: Workspace, kind: Kind): Sheet {
	return { people, units, partners, areas, indicators, covenants }[kind](ws);
}

/** Named entries first by name: a register is looked up, not read. */
function byName<R extends { name: string }>(rows: readonly R[]): R[] {
	return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

function optionsOf(rows: readonly { id: string; name: string }[]): Option[] {
	return byName(rows).map(({ id, name }) => ({ key: id, label: name }));
}

function wordOptions<Key extends string>(names: Record<Key, string>, keys: readonly Key[]): Option[] {
	return keys.map((key) => ({ key, label: names[key] }));
}

const text = (value: string | null, commit: (text: string) => Promise<unknown>): Cell => ({
	kind: 'text',
	value: value ?? '',
	commit
});

function people(ws: Workspace): Sheet {
	const { register } = words;
	const uses = countUses(ws);
	const units = optionsOf(ws.rows.units.all);
	const lines = byName(ws.rows.people.all).map((person): Line => {
		const { id, name, role, unitId, isPortfolioHolder } = person;
		return {
			id,
			name,
			depth: 0,
			cells: [
				text(role, (next) => edit(ws, 'people', [id], { role: next || null })),
				{
					kind: 'choice',
					value: unitId ?? '',
					empty: register.none,
					options: units,
					commit: (key) => edit(ws, 'people', [id], { unitId: (key as UnitId | null) ?? null })
				},
				{
					kind: 'flag',
					value: isPortfolioHolder,
					commit: (is) => edit(ws, 'people', [id], { isPortfolioHolder: is })
				}
			],
			uses: [...leadUse(uses, 'person', id), ...holderUse(uses, person)],
			rename: (next) => edit(ws, 'people', [id], { name: next }),
			remove: () => remove(ws, 'people', [id]),
			mergeInto: (keep) => mergeRegister(ws, 'people', keep, id)
		};
	});
	return {
		kind: 'people',
		heads: [register.role, register.unit, register.holder],
		lines,
		add: (name) => add(ws, 'people', { name })
	};
}

function units(ws: Workspace): Sheet {
	const { register } = words;
	const uses = countUses(ws);
	const lines = byName(ws.rows.units.all).map(({ id, name, kind }): Line => ({
		id,
		name,
		depth: 0,
		cells: [
			{
				kind: 'choice',
				value: kind,
				empty: null,
				options: wordOptions(register.unitKinds, ['unit', 'team']),
				commit: (key) => edit(ws, 'units', [id], { kind: key === 'team' ? 'team' : 'unit' })
			}
		],
		uses: [...leadUse(uses, 'unit', id), ...memberUse(uses, id)],
		rename: (next) => edit(ws, 'units', [id], { name: next }),
		remove: () => remove(ws, 'units', [id]),
		mergeInto: (keep) => mergeRegister(ws, 'units', keep, id)
	}));
	return {
		kind: 'units',
		heads: [register.unitKind],
		lines,
		add: (name) => add(ws, 'units', { name, kind: 'unit' })
	};
}

function partners(ws: Workspace): Sheet {
	const { register } = words;
	const uses = countUses(ws);
	const sides = ['internal', 'external'] as const;
	const lines = byName(ws.rows.partners.all).map(({ id, name, side, contact }: PartnerRow): Line => ({
		id,
		name,
		depth: 0,
		cells: [
			{
				kind: 'choice',
				value: side ?? '',
				empty: register.sides.unknown,
				options: wordOptions(register.sides, sides),
				commit: (key) => edit(ws, 'partners', [id], { side: sides.find((one) => one === key) ?? null })
			},
			text(contact, (next) => edit(ws, 'partners', [id], { contact: next || null }))
		],
		uses: [...leadUse(uses, 'partner', id), ...partnerUse(uses, id)],
		rename: (next) => edit(ws, 'partners', [id], { name: next }),
		remove: () => remove(ws, 'partners', [id]),
		mergeInto: (keep) => mergeRegister(ws, 'partners', keep, id)
	}));
	return {
		kind: 'partners',
		heads: [register.side, register.contact],
		lines,
		add: (name) => add(ws, 'partners', { name })
	};
}

/** Depth first; an area whose parent is gone, or that lies in itself, stands at the root rather than nowhere. */
function treeOf(rows: readonly AreaRow[]): { row: AreaRow; depth: number; path: readonly AreaId[] }[] {
	const known = new Set<AreaId>(rows.map((row) => row.id));
	const placed = new Set<AreaId>();
	const tree: { row: AreaRow; depth: number; path: readonly AreaId[] }[] = [];
	const place = (row: AreaRow, path: readonly AreaId[]) => {
		if (placed.has(row.id)) return;
		placed.add(row.id);
		tree.push({ row, depth: path.length, path });
		for (const child of rows) if (child.parentId === row.id) place(child, [...path, row.id]);
	};
	for (const row of rows) if (row.parentId === null || !known.has(row.parentId)) place(row, []);
	for (const row of rows) place(row, []);
	return tree;
}

function areas(ws: Workspace): Sheet {
	const { register } = words;
	const uses = countUses(ws);
	const areaKinds = ['municipality', 'district', 'neighbourhood', 'place'] as const;
	const tree = treeOf(byName(ws.rows.areas.all));
	const lines = tree.map(({ row: { id, name, kind, code, parentId }, depth }): Line => {
		const outside = tree.filter(({ row, path }) => row.id !== id && !path.includes(id)).map(({ row }) => row);
		return {
			id,
			name,
			depth,
			cells: [
				{
					kind: 'choice',
					value: kind,
					empty: null,
					options: wordOptions(register.areaKinds, areaKinds),
					commit: (key) => edit(ws, 'areas', [id], { kind: areaKinds.find((one) => one === key) ?? 'place' })
				},
				text(code, (next) => edit(ws, 'areas', [id], { code: next || null })),
				{
					kind: 'choice',
					value: parentId ?? '',
					empty: register.none,
					options: optionsOf(outside),
					commit: (key) =>
						edit(ws, 'areas', [id], { parentId: outside.find((row) => row.id === key)?.id ?? null })
				}
			],
			uses: areaUse(uses, id),
			rename: (next) => edit(ws, 'areas', [id], { name: next }),
			remove: () => remove(ws, 'areas', [id]),
			mergeInto: (keep) => mergeRegister(ws, 'areas', keep, id)
		};
	});
	return {
		kind: 'areas',
		heads: [register.areaKind, register.areaCode, register.areaParent],
		lines,
		add: (name) => add(ws, 'areas', { name, kind: 'place' })
	};
}

function indicators(ws: Workspace): Sheet {
	const { register } = words;
	const uses = countUses(ws);
	const ways = ['down', 'up', 'hold'] as const;
	const lines = byName(ws.rows.indicators.all).map((row): Line => {
		const { id, name, unit, origin, direction } = row;
		return {
			id,
			name,
			depth: 0,
			cells: [
				text(unit, (next) => edit(ws, 'indicators', [id], { unit: next })),
				text(origin, (next) => edit(ws, 'indicators', [id], { origin: next || null })),
				{
					kind: 'choice',
					value: direction ?? '',
					empty: register.notKnown,
					options: wordOptions(register.directions, ways),
					commit: (key) =>
						edit(ws, 'indicators', [id], { direction: ways.find((one) => one === key) ?? null })
				}
			],
			uses: indicatorUse(ws, uses, id),
			rename: (next) => edit(ws, 'indicators', [id], { name: next }),
			remove: () => remove(ws, 'indicators', [id]),
			mergeInto: (keep) => mergeRegister(ws, 'indicators', keep, id)
		};
	});
	return {
		kind: 'indicators',
		heads: [register.measuredIn, register.source, register.direction],
		lines,
		add: (name) => add(ws, 'indicators', { name })
	};
}

function covenants(ws: Workspace): Sheet {
	const { register } = words;
	const all = ws.rows.partners.all;
	const lines = byName(ws.rows.covenants.all).map(({ id, name, partners: taking, until }): Line => ({
		id,
		name,
		depth: 0,
		cells: [
			{
				kind: 'many',
				value: optionsOf(all.filter((partner) => taking.includes(partner.id))),
				options: optionsOf(all),
				commit: (keys) =>
					edit(ws, 'covenants', [id], {
						partners: all.filter((partner) => keys.includes(partner.id)).map((partner) => partner.id)
					})
			},
			{
				kind: 'date',
				value: until ?? '',
				commit: (next) => edit(ws, 'covenants', [id], { until: next || null })
			}
		],
		uses: [],
		rename: (next) => edit(ws, 'covenants', [id], { name: next }),
		remove: () => remove(ws, 'covenants', [id]),
		mergeInto: (keep) => mergeRegister(ws, 'covenants', keep, id)
	}));
	return {
		kind: 'covenants',
		heads: [register.covenantPartners, register.until],
		lines,
		add: (name) => add(ws, 'covenants', { name })
	};
}
