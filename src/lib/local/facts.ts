import type { Table } from 'dexie';
import type { Fact } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import type { Arrival, Link, StoredFact, WorkspaceDatabase } from './database.ts';
import { filedUnder, linkOf, subjectsOf } from './filing.ts';

/**
 * Facts on this device:
 * 1. a fact, its link and the notice of its arrival are written in one transaction, or none of them [S2];
 * 2. a fact is never changed; only under which subject it is filed may be found out later;
 * 3. writing a fact twice changes nothing [S1].
 */
const factTables = (database: WorkspaceDatabase) => [database.facts, database.links, database.arrivals];

/** The tables that `addFacts` writes: for the transaction around it. */
export { factTables };

/**
 * Inside a transaction, and awaiting nothing but the database: anything else would let the transaction end. What is
 * here already under the same id stays as it is. Says which subjects have something new, and under which number.
 */
export async function addFacts(
	database: WorkspaceDatabase,
	facts: readonly Fact[]
): Promise<Required<Arrival> | null> {
	const targets = facts.flatMap(({ payload }) => (payload.kind === 'withdrawal' ? [payload.factId] : []));
	// At once: each trip to the database is time between a tap and its tick.
	const [here, found, waiting] = await Promise.all([
		database.facts.bulkGet(facts.map(({ id }) => id)),
		database.facts.bulkGet(targets),
		database.facts.where('awaits').above('').count()
	]);
	const fresh = facts.filter((_, at) => here[at] === undefined);
	if (fresh.length === 0) return null;
	const filed = filedUnder(fresh, new Map(found.flatMap((fact) => (fact ? [[fact.id, fact.about]] : []))));
	const fetched = waiting > 0 ? await fetchWaiting(database, filed) : [];
	return store(database, filed, fetched);
}

/**
 * Facts that were made here just now, in the caller's transaction: nobody has these ids yet, so nothing is looked up,
 * and a tick comes a trip sooner. What takes something back has to find it first.
 */
export async function addNewFacts(
	database: WorkspaceDatabase,
	facts: readonly Fact[]
): Promise<Required<Arrival> | null> {
	if (facts.some(({ payload }) => payload.kind === 'withdrawal')) return addFacts(database, facts);
	return store(database, filedUnder(facts, new Map()));
}

async function store(
	{ facts, links, arrivals }: WorkspaceDatabase,
	filed: readonly StoredFact[],
	fetched: readonly StoredFact[] = []
): Promise<Required<Arrival>> {
	const about = subjectsOf([...filed, ...fetched]);
	const [, , n] = await Promise.all([
		facts.bulkPut([...filed, ...fetched]),
		links.bulkPut(filed.map(linkOf)),
		arrivals.add({ about })
	]);
	return { about, n };
}

/** Withdrawals that came before what they withdraw. */
async function fetchWaiting(
	database: WorkspaceDatabase,
	filed: readonly StoredFact[]
): Promise<StoredFact[]> {
	const byId = new Map(filed.map((fact) => [fact.id as string, fact.about]));
	const waiting = await database.facts
		.where('awaits')
		.anyOf([...byId.keys()])
		.toArray();
	return waiting.map(({ awaits, ...fact }) => ({ ...fact, about: byId.get(awaits ?? '') ?? fact.about }));
}

/** What is stored about one thing, in memory's form; what has no envelope is counted by `faulty`. */
export async function factsAbout(
	database: WorkspaceDatabase,
	about: string
): Promise<{ facts: Fact[]; faulty: number }> {
	const stored = await database.facts.where('about').equals(about).toArray();
	const facts = stored.map(readFact).filter((fact) => fact !== null);
	return { facts, faulty: stored.length - facts.length };
}

/**
 * Where the chain of a device goes on. Links are asked as well: when facts are lost their numbers are not given again,
 * so that the gap is seen and what a file brings back still fits.
 */
export async function chainEndOf(database: WorkspaceDatabase, device: string): Promise<Link | undefined> {
	const [fact, link] = await Promise.all(
		[database.facts, database.links].map((table) =>
			(table as Table<Link>).where('[device+deviceSeq]').between([device, 0], [device, Infinity]).last()
		)
	);
	return link && link.deviceSeq > (fact?.deviceSeq ?? 0) ? link : fact;
}

/** Upon what facts were made. */
export interface Upon {
	device: string;
	deviceOffset: number | null;
	/** Where the chain ended. */
	deviceSeq: number;
	hash: string | null;
	/** From the last fact of this tab, not read for this act. */
	isPresumed: boolean;
}

/** Nothing was written: what the facts were made upon was no longer so. They have to be made anew. */
export class MovedOn extends Error {
	override name = 'MovedOn';
}

/** Whether that is still so; asked in the transaction that writes them, before they are there. */
export async function stillHolds(database: WorkspaceDatabase, upon: Upon): Promise<boolean> {
	const [end, [device, offset]] = await Promise.all([
		chainEndOf(database, upon.device),
		database.meta.bulkGet(['device', 'deviceOffset'])
	]);
	const isEnd = (end?.deviceSeq ?? 0) === upon.deviceSeq && (end?.hash ?? null) === upon.hash;
	return isEnd && device?.value === upon.device && (offset?.value ?? null) === upon.deviceOffset;
}

/** As many facts as are read at once when all of them are. */
const batch = 500;

/** Links that are lost are made again from the facts; what has a link and no fact stays, and is missing. */
export async function healLinks(database: WorkspaceDatabase): Promise<void> {
	const { facts, links } = database;
	const ids = await facts.toCollection().primaryKeys();
	const linked = new Set((await links.toArray()).map(({ id }) => id));
	const bare = ids.filter((id) => !linked.has(id));
	for (let at = 0; at < bare.length; at += batch) {
		const found = await facts.bulkGet(bare.slice(at, at + batch));
		await links.bulkPut(found.filter((fact) => fact !== undefined).map(linkOf));
	}
}

/** Of these photos the ones that a fact here names: only those go anywhere, and no other counts. */
export async function namedPhotos(
	{ facts }: WorkspaceDatabase,
	photos: readonly string[]
): Promise<string[]> {
	if (photos.length === 0) return [];
	const among = facts.where('photos');
	const keys = await (photos.length > fewPhotos ? among.above('') : among.anyOf(photos)).keys();
	const named = new Set(keys.map(String));
	return photos.filter((sha256) => named.has(sha256));
}

/** Looked up one by one; of more than these all names are read, which a store gives in long runs. */
const fewPhotos = 50;

/** Every subject that something is filed under. */
export async function subjectsWithFacts({ facts }: WorkspaceDatabase): Promise<string[]> {
	return (await facts.orderBy('about').uniqueKeys()).map(String);
}
