import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { AccountId } from '#lib/domain/id.ts';
import type { DocumentRefusal } from '#lib/protocol/reasons.ts';
import type { ClientBinding } from '../store/store.ts';
import { inspect, standsDeeper, type Inspected } from './inspect.ts';
import type { DocumentLimits } from './limits.ts';

/** Who brings an update, by which road, and what they brought before. */
export interface Writer {
	account: AccountId;
	/** By HTTP an update may be carried for others (design D14); on a socket everyone writes as themselves. */
	road: 'socket' | 'http';
	/** Client ids that this writer was the first to bring. */
	newClients: number;
	/** What this writer removed lately, the oldest first; `n`: the document's last update before it. */
	removals: { at: number; n: number; count: number }[];
	/** When a version was made for what this writer removes; milliseconds, the server's clock. */
	keptAt: number | null;
}
export function writer(account: AccountId, road: Writer['road']): Writer {
	return { account, road, newClients: 0, removals: [], keptAt: null };
}

export interface Tried {
	/** What it changes and nothing more, or null where all of it is known. */
	update: Uint8Array | null;
	bindings: ClientBinding[];
	/** Under which client ids it says something new. */
	clients: number[];
	/** Characters and values that stood there and are gone. */
	removed: number;
}

/** Tried on a copy that nobody reads: whatever it breaks, it breaks there. After `isSpoilt` the copy is to be thrown away. */
export type Outcome = { tried: Tried } | Refused;
interface Refused {
	refused: DocumentRefusal;
	isSpoilt: boolean;
}
export type Clients = ReadonlyMap<number, AccountId | null>;

export function tryOn(
	trial: Y.Doc,
	clients: Clients,
	bytes: Uint8Array,
	by: Writer,
	limits: DocumentLimits
): Outcome {
	const clean = (refused: DocumentRefusal): Outcome => ({ refused, isSpoilt: false });
	if (bytes.length > limits.updateBytes) return clean('tooLarge');
	if (sectionsIn(bytes) > clients.size + mostNew(by, limits)) return clean('tooManyClients');
	const found = inspect(bytes, limits.depth);
	if (typeof found === 'string') return clean(found);
	const news = [...found.ends].filter(([client, end]) => end > Y.getState(trial.store, client));
	const writing = news.map(([client]) => client);
	const bindings = bind(clients, writing, by, limits);
	if (typeof bindings === 'string') return clean(bindings);
	if (found.structs.some((struct) => contradicts(trial, struct))) return clean('contradicts');
	const outcome = apply(trial, bytes, found, limits);
	return 'refused' in outcome ? outcome : { tried: { ...outcome, bindings, clients: writing } };
}

/** An update begins with how many clients it holds something of: a hundred thousand are refused without reading on. */
function sectionsIn(bytes: Uint8Array): number {
	try {
		return decoding.readVarUint(decoding.createDecoder(bytes));
	} catch {
		return 0;
	}
}

function mostNew({ road }: Writer, limits: DocumentLimits): number {
	return road === 'socket' ? limits.newClientsBySocket : limits.newClientsByHttp;
}

/** Only what is new counts: everyone may bring again what is there. */
function bind(
	clients: Clients,
	writing: readonly number[],
	by: Writer,
	limits: DocumentLimits
): ClientBinding[] | DocumentRefusal {
	const { account, road, newClients } = by;
	const bindings: ClientBinding[] = [];
	let unknown = newClients;
	for (const client of writing) {
		const owner = clients.get(client);
		const isForeign = owner !== undefined && owner !== null && owner !== account;
		if (road === 'socket' && isForeign) return 'foreignClient';
		if (owner === undefined) unknown += 1;
		if (owner === undefined || (owner === null && road === 'socket'))
			bindings.push({ client, account: road === 'socket' ? account : null });
	}
	return unknown > mostNew(by, limits) ? 'tooManyClients' : bindings;
}

/** Two copies that went on under one client id say different things under one number: they would never be equal again. */
function contradicts(doc: Y.Doc, struct: Inspected['structs'][number]): boolean {
	const { client, clock } = struct.id;
	if (!(struct instanceof Y.Item) || clock >= Y.getState(doc.store, client)) return false;
	const known = Y.getItem(doc.store, struct.id) as Y.Item | Y.GC;
	if (!(known instanceof Y.Item) || known.deleted || struct.deleted) return false;
	const skipped = clock - known.id.clock;
	const [here, there] = [known.content, struct.content];
	if (here instanceof Y.ContentString && there instanceof Y.ContentString) {
		const [one, other] = [here.str.slice(skipped), there.str];
		const length = Math.min(one.length, other.length);
		return one.slice(0, length) !== other.slice(0, length);
	}
	if (here instanceof Y.ContentAny && there instanceof Y.ContentAny) {
		const one = here.arr.slice(skipped) as unknown[];
		const length = Math.min(one.length, there.arr.length);
		return JSON.stringify(one.slice(0, length)) !== JSON.stringify(there.arr.slice(0, length));
	}
	return !(there instanceof Y.ContentDeleted) && here.constructor !== there.constructor;
}

function apply(
	trial: Y.Doc,
	bytes: Uint8Array,
	{ types }: Inspected,
	limits: DocumentLimits
): Pick<Tried, 'update' | 'removed'> | Refused {
	const spoilt = (refused: DocumentRefusal): Refused => ({ refused, isSpoilt: true });
	let update: Uint8Array | null = null;
	let removed = 0;
	const noteUpdate = (changed: Uint8Array) => void (update = changed);
	const noteRemoved = (transaction: Y.Transaction) => void (removed += removedBy(transaction));
	trial.on('update', noteUpdate);
	trial.on('afterTransaction', noteRemoved);
	try {
		Y.applyUpdate(trial, bytes);
		if (trial.store.pendingStructs || trial.store.pendingDs) return spoilt('gap');
		if (types.some((id) => standsDeeper(trial, id, limits.depth))) return spoilt('tooDeep');
	} catch {
		return spoilt('malformed');
	} finally {
		trial.off('update', noteUpdate);
		trial.off('afterTransaction', noteRemoved);
	}
	return { update, removed };
}

/** Of what was there before: an update that brings something and its removal takes nothing away. */
function removedBy({ deleteSet, beforeState }: Y.Transaction): number {
	let count = 0;
	for (const [client, ranges] of deleteSet.clients) {
		const known = beforeState.get(client) ?? 0;
		for (const { clock, len } of ranges) count += Math.max(0, Math.min(clock + len, known) - clock);
	}
	return count;
}
