import * as Y from 'yjs';
import {
	emptyValue,
	shape,
	type AnyRow,
	type DocumentKind,
	type FieldKind
} from '#lib/domain/programme/shape.ts';
import { collections, type Collection } from '#lib/domain/step.ts';
import { changeText, fillPassage, readPassage } from './text.ts';

/**
 * One shared document: flat keys `<id>.<field>` in one map per collection (design D8).
 * 1. A row exists when it has an `order`; it is removed by `removedAt`, its keys are never deleted.
 * 2. Texts are made together with their row, never later: two devices would make two.
 * 3. Members of a set have a key each, `<id>.<field>.<member>`; the value is its place, null when it left.
 * 4. Unknown keys stay where they are.
 */
export interface SharedDocument {
	name: string;
	kind: DocumentKind;
	/** Id of the plan, programme or register it holds. */
	id: string;
	doc: Y.Doc;
	/** Which members each set was ever given, so that reading one row does not walk all keys. */
	members: Map<string, Set<string>>;
}

export interface RowRef {
	collection: Collection;
	id: string;
}

export interface FieldWrite extends RowRef {
	field: string;
	value: unknown;
}

/** Older clients keep off a document whose number they do not know [S12]. */
export const schemaVersion = 1;

export function sharedDocument(name: string, kind: DocumentKind, id: string): SharedDocument {
	const doc = new Y.Doc();
	// Beforehand: of a map that comes first with an update, that very change would not be known for one of rows.
	for (const collection of collectionsOf(kind)) doc.getMap(collection);
	return { name, kind, id, doc, members: new Map() };
}

export function collectionsOf(kind: DocumentKind): Collection[] {
	return collections.filter((collection) => shape[collection].homes.includes(kind));
}

function mapOf(shared: SharedDocument, collection: Collection): Y.Map<unknown> {
	return shared.doc.getMap(collection);
}

export function noteSchema(shared: SharedDocument): void {
	const meta = shared.doc.getMap('meta');
	if (meta.get('schema') === undefined) meta.set('schema', schemaVersion);
}

export function schemaOf(shared: SharedDocument): number | null {
	const version = shared.doc.getMap('meta').get('schema');
	return typeof version === 'number' ? version : null;
}

/** Learns the set members of everything that is there: once after loading, and again for keys that changed. */
export function learnMembers(shared: SharedDocument, collection: Collection, keys: Iterable<string>): void {
	for (const key of keys) {
		const [id, field, member] = partsOf(key);
		if (member === null || shape[collection].fields[field] !== 'set') continue;
		const name = `${id}.${field}`;
		const known = shared.members.get(name);
		if (known) known.add(member);
		else shared.members.set(name, new Set([member]));
	}
}

/** `a.partners.b.c` → id a, field partners, member b.c: names may hold dots, ids and fields never do. */
function partsOf(key: string): [id: string, field: string, member: string | null] {
	const first = key.indexOf('.');
	const second = key.indexOf('.', first + 1);
	if (second < 0) return [key.slice(0, first), key.slice(first + 1), null];
	return [key.slice(0, first), key.slice(first + 1, second), key.slice(second + 1)];
}

export function rowExists(shared: SharedDocument, ref: RowRef): boolean {
	return typeof mapOf(shared, ref.collection).get(`${ref.id}.order`) === 'string';
}

export function readRow(shared: SharedDocument, ref: RowRef): AnyRow | null {
	if (!rowExists(shared, ref)) return null;
	const row: Record<string, unknown> = { id: ref.id, parent: shared.id };
	for (const [field, kind] of Object.entries(shape[ref.collection].fields))
		row[field] = readField(shared, ref, field, kind);
	return row as unknown as AnyRow;
}

export function readField(shared: SharedDocument, ref: RowRef, field: string, kind: FieldKind): unknown {
	const map = mapOf(shared, ref.collection);
	if (kind === 'set') return readSet(map, shared.members.get(`${ref.id}.${field}`), `${ref.id}.${field}`);
	if (kind === 'passage') return readPassage(passageOf(shared, ref.id));
	const value = map.get(`${ref.id}.${field}`);
	if (kind === 'text') return value instanceof Y.Text ? value.toJSON() : '';
	return value === undefined ? emptyValue(kind) : value;
}

function readSet(map: Y.Map<unknown>, members: Set<string> | undefined, name: string): string[] {
	const placed: [string, number][] = [];
	for (const member of members ?? []) {
		const place = map.get(`${name}.${member}`);
		if (typeof place === 'number') placed.push([member, place]);
	}
	return placed.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([member]) => member);
}

function passageOf(shared: SharedDocument, id: string): Y.XmlFragment {
	return shared.doc.getXmlFragment(`section:${id}`);
}

export function allRefs(shared: SharedDocument): RowRef[] {
	return collectionsOf(shared.kind).flatMap((collection) =>
		[...mapOf(shared, collection).keys()]
			.filter((key) => key.endsWith('.order'))
			.map((key) => ({ collection, id: partsOf(key)[0] }))
	);
}

/** To be called inside one transaction of the document. */
export function writeField(shared: SharedDocument, write: FieldWrite, isNewRow: boolean): void {
	const kind = shape[write.collection].fields[write.field];
	if (kind === undefined) throw new Error(`${write.collection} has no field ${write.field}`);
	const map = mapOf(shared, write.collection);
	const key = `${write.id}.${write.field}`;
	if (kind === 'plain') map.set(key, write.value);
	else if (kind === 'set') writeSet(shared, map, key, asNames(write.value), write.collection);
	else if (kind === 'passage') fillPassage(passageOf(shared, write.id), asText(write.value));
	else {
		const text = map.get(key);
		if (text instanceof Y.Text) changeText(text, asText(write.value));
		else if (isNewRow) map.set(key, new Y.Text(asText(write.value)));
	}
}

function writeSet(
	shared: SharedDocument,
	map: Y.Map<unknown>,
	name: string,
	next: string[],
	collection: Collection
): void {
	const now = readSet(map, shared.members.get(name), name);
	for (const member of now) if (!next.includes(member)) map.set(`${name}.${member}`, null);
	next.forEach((member, place) => {
		if (map.get(`${name}.${member}`) !== place) map.set(`${name}.${member}`, place);
	});
	learnMembers(
		shared,
		collection,
		next.map((member) => `${name}.${member}`)
	);
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
function asNames(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/** Which rows a transaction touched, whoever made it. */
export function touchedRows(shared: SharedDocument, transaction: Y.Transaction): RowRef[] {
	const touched = new Map<string, RowRef>();
	const note = (collection: Collection, id: string) => touched.set(`${collection}.${id}`, { collection, id });
	const byMap = new Map<unknown, Collection>(
		collectionsOf(shared.kind).map((collection) => [mapOf(shared, collection), collection])
	);
	for (const [type, keys] of transaction.changed) {
		const collection = byMap.get(type);
		if (collection !== undefined) {
			const changed = [...keys].filter((key) => key !== null);
			learnMembers(shared, collection, changed);
			for (const key of changed) note(collection, partsOf(key)[0]);
		} else noteInner(type, byMap, note, shared.doc);
	}
	return [...touched.values()];
}

/** A text inside a row, or a passage: climb to the map or the root fragment it hangs in. */
function noteInner(
	type: unknown,
	byMap: Map<unknown, Collection>,
	note: (collection: Collection, id: string) => void,
	doc: Y.Doc
): void {
	for (let at = type; at instanceof Y.AbstractType;) {
		const item: Y.Item | null = at._item;
		if (item === null) {
			const name = [...doc.share.entries()].find(([, shared]) => shared === at)?.[0] ?? '';
			if (name.startsWith('section:')) note('sections', name.slice('section:'.length));
			return;
		}
		const parent: unknown = item.parent;
		const collection = byMap.get(parent);
		if (collection !== undefined && item.parentSub !== null)
			return note(collection, partsOf(item.parentSub)[0]);
		at = parent;
	}
}
