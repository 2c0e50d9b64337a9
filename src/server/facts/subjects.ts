import * as Y from 'yjs';
import type { AreaId, PersonId, UnitId, WorkspaceId } from '#lib/domain/id.ts';
import { leadOf } from '#lib/domain/gap/gap.ts';
import type { Lead } from '#lib/domain/programme/row.ts';
import { collections } from '#lib/domain/step.ts';
import { readName, type DocumentName } from '../documents/name.ts';
import type { Store } from '../store/store.ts';

/**
 * What facts are about, as the documents have it: in which document it stands, which team leads it, which areas it
 * names. A right that is bound to one of those reaches a fact by it; what is not known here, no such right reaches.
 * 1. Only what is on disk is read, and of a document that changed only what came since.
 * 2. A document that cannot be read, or is not current, knows nothing; the others go on.
 */
export interface Subjects {
	/** By the id of the measure, goal, item …: ids are of one document only. */
	in(workspace: WorkspaceId): Promise<ReadonlyMap<string, Subject>>;
}
export interface Subject {
	document: string;
	teams: readonly UnitId[];
	areas: readonly AreaId[];
}

/** Kept as documents: applying what came since costs a tenth of a millisecond, reading anew 80 (measured, 1,000 measures). */
interface Known {
	name: DocumentName;
	doc: Y.Doc;
	n: number;
}
interface Town {
	change: number;
	documents: Map<string, Known>;
	subjects: ReadonlyMap<string, Subject> | null;
	/** One after the other: two who ask at once read once. */
	read: Promise<void>;
}
const entriesAtOnce = 500;

export function createSubjects({ documents }: Pick<Store, 'documents'>): Subjects {
	const towns = new Map<WorkspaceId, Town>();

	async function readOn(workspace: WorkspaceId, town: Town): Promise<void> {
		for (;;) {
			const entries = await documents.changedSince(workspace, town.change, entriesAtOnce);
			for (const { name: said, isCurrent, quarantined } of entries) {
				const name = readName(said);
				if (name && isCurrent && quarantined === null) await readOne(town, name);
				else town.documents.delete(said);
				town.subjects = null;
			}
			town.change = entries.at(-1)?.change ?? town.change;
			if (entries.length < entriesAtOnce) return;
		}
	}

	async function readOne(town: Town, name: DocumentName): Promise<void> {
		const state = await documents.read(name.workspace, name.name);
		const known = town.documents.get(name.name) ?? { name, doc: new Y.Doc(), n: 0 };
		town.documents.set(name.name, known);
		const { snapshot, updates = [] } = state ?? { snapshot: null };
		try {
			if (snapshot && snapshot.upTo > known.n) Y.applyUpdate(known.doc, snapshot.bytes);
			for (const { n, bytes } of updates) if (n > known.n) Y.applyUpdate(known.doc, bytes);
			known.n = updates.at(-1)?.n ?? snapshot?.upTo ?? known.n;
		} catch {
			// Whoever opens it hears that it is poisoned (`rooms.ts`); here it knows nothing.
			town.documents.delete(name.name);
		}
	}

	return {
		async in(workspace) {
			const town = towns.get(workspace) ?? {
				...{ change: 0, documents: new Map<string, Known>(), subjects: null, read: Promise.resolve() }
			};
			towns.set(workspace, town);
			town.read = town.read.catch(() => undefined).then(() => readOn(workspace, town));
			await town.read;
			return (town.subjects ??= subjectsOf([...town.documents.values()]));
		}
	};
}

function subjectsOf(all: readonly Known[]): ReadonlyMap<string, Subject> {
	const units = new Map<PersonId, UnitId>();
	for (const { doc, name } of all) {
		if (name.kind !== 'register') continue;
		for (const [id, { fields }] of rowsIn(doc, 'people')) {
			const unit = fields.get('unitId');
			if (typeof unit === 'string') units.set(id as PersonId, unit as UnitId);
		}
	}
	return new Map(all.flatMap(({ doc, name }) => [...subjectsIn(doc, name.id, units)]));
}

function* subjectsIn(
	doc: Y.Doc,
	document: string,
	units: ReadonlyMap<PersonId, UnitId>
): Generator<[string, Subject]> {
	const items = rowsIn(doc, 'items');
	for (const collection of collections)
		for (const [id, row] of rowsIn(doc, collection)) {
			const item = items.get(String(row.fields.get('itemId')));
			const lead = leadOf({ lead: leadIn(row) }, item && { lead: leadIn(item) });
			const areas = [...(row.members.get('areas') ?? [])].sort() as AreaId[];
			yield [id, { document, teams: teamsOf(lead, units), areas }];
		}
}

function teamsOf(lead: Lead | null, units: ReadonlyMap<PersonId, UnitId>): UnitId[] {
	if (lead?.kind === 'unit') return [lead.id as UnitId];
	const unit = lead?.kind === 'person' ? units.get(lead.id as PersonId) : undefined;
	return unit === undefined ? [] : [unit];
}

/** Written by a client: anything may stand there. */
function leadIn({ fields }: Row): Lead | null {
	const lead = fields.get('lead') as Partial<Lead> | null | undefined;
	if (typeof lead !== 'object' || lead === null || typeof lead.id !== 'string') return null;
	const isKnown = lead.kind === 'person' || lead.kind === 'unit' || lead.kind === 'partner';
	return isKnown ? { kind: lead.kind as Lead['kind'], id: lead.id } : null;
}

interface Row {
	fields: Map<string, unknown>;
	members: Map<string, Set<string>>;
}

/** Flat keys (design D8): `<id>.<field>`, and `<id>.<field>.<member>` with its place, null when it left. */
function rowsIn(doc: Y.Doc, collection: string): Map<string, Row> {
	const rows = new Map<string, Row>();
	for (const [key, value] of doc.getMap(collection).entries()) {
		const [id = '', field = '', ...member] = key.split('.');
		const row: Row = rows.get(id) ?? { fields: new Map(), members: new Map() };
		rows.set(id, row);
		if (member.length === 0) row.fields.set(field, value);
		else if (typeof value === 'number')
			row.members.set(field, (row.members.get(field) ?? new Set()).add(member.join('.')));
	}
	return rows;
}
