import type { Kysely } from 'kysely';
import type { WorkspaceId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import type { Schema } from './schema.ts';

/**
 * How far the server holds each branch of a device without a gap [S1, S3.4, D4]:
 * 1. a fact is linked when it is number 1, or when the fact that it names as the one before it is linked and has the
 *    number before;
 * 2. a branch ends at a linked fact that no linked fact follows; so the branches follow from the facts that are here,
 *    in whatever order they came;
 * 3. a fact whose predecessor is missing is kept, and waits.
 */
type Link = Pick<WireFact, 'id' | 'deviceSeq' | 'hash' | 'previousHash'>;

/** Rows in one statement; SQLite takes 32,766 values. */
const chunk = 1000;

/** Inside the transaction that added `fresh`. */
export async function followBranches(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	device: string,
	fresh: readonly Link[]
): Promise<void> {
	const here = await linkedAmong(db, workspace, device, previousOf(fresh));
	let linked = linkOn(fresh, here);
	if (linked.length === 0) return;
	if (await isAwaited(db, workspace, device, linked)) {
		const waiting = await waitingOf(db, workspace, device);
		const known = await linkedAmong(db, workspace, device, previousOf(waiting));
		linked = linkOn(waiting, known);
	}
	await markLinked(db, workspace, linked);
	await moveBranches(db, workspace, device, linked);
}

/** Of these the ones that hang on the first number or on a linked hash, lowest number first. */
function linkOn(links: readonly Link[], known: ReadonlyMap<string, number>): Link[] {
	const numbers = new Map<string | null, number>([[null, 0], ...known]);
	return links
		.toSorted((a, b) => a.deviceSeq - b.deviceSeq)
		.filter(({ hash, deviceSeq, previousHash }) => {
			const isLinked = numbers.get(previousHash) === deviceSeq - 1;
			if (isLinked) numbers.set(hash, deviceSeq);
			return isLinked;
		});
}

function previousOf(links: readonly Link[]): string[] {
	return links.map(({ previousHash }) => previousHash).filter((hash) => hash !== null);
}

async function linkedAmong(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	device: string,
	hashes: readonly string[]
): Promise<Map<string, number>> {
	const found = new Map<string, number>();
	for (const some of chunks(hashes)) {
		const own = db.selectFrom('fact').select(['hash', 'device_seq']).where('workspace', '=', workspace);
		const rows = own.where('device', '=', device).where('hash', 'in', some).where('is_linked', '=', 1);
		for (const { hash, device_seq } of await rows.execute()) found.set(hash, device_seq);
	}
	return found;
}

/** Asked first: a tablet that fills a gap before thousands of waiting facts would have them read at every batch. */
async function isAwaited(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	device: string,
	linked: readonly Link[]
): Promise<boolean> {
	const hashes = new Set(linked.map(({ hash }) => hash));
	const next = [...new Set(linked.map(({ deviceSeq }) => deviceSeq + 1))];
	const rows = await db
		.selectFrom('fact')
		.select(['hash', 'previous_hash'])
		.where('workspace', '=', workspace)
		.where('device', '=', device)
		.where('device_seq', 'in', next)
		.where('is_linked', '=', 0)
		.execute();
	return rows.some(({ hash, previous_hash }) => !hashes.has(hash) && hashes.has(previous_hash ?? ''));
}

async function waitingOf(db: Kysely<Schema>, workspace: WorkspaceId, device: string): Promise<Link[]> {
	const rows = await db
		.selectFrom('fact')
		.select(['id', 'device_seq', 'hash', 'previous_hash'])
		.where('workspace', '=', workspace)
		.where('device', '=', device)
		.where('is_linked', '=', 0)
		.execute();
	return rows.map(({ id, device_seq, hash, previous_hash }) => ({
		...{ id, deviceSeq: device_seq, hash, previousHash: previous_hash }
	}));
}

async function markLinked(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	linked: readonly Link[]
): Promise<void> {
	for (const some of chunks(linked.map(({ id }) => id))) {
		const rows = db.updateTable('fact').set({ is_linked: 1 }).where('workspace', '=', workspace);
		await rows.where('id', 'in', some).execute();
	}
}

async function moveBranches(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	device: string,
	linked: readonly Link[]
): Promise<void> {
	const followed = new Set(previousOf(linked));
	for (const some of chunks([...followed])) {
		const ends = db.deleteFrom('branch').where('workspace', '=', workspace).where('device', '=', device);
		await ends.where('hash', 'in', some).execute();
	}
	const ends = linked.filter(({ hash }) => !followed.has(hash));
	for (const some of chunks(ends)) {
		const rows = some.map(({ hash, deviceSeq }) => ({ workspace, device, hash, up_to: deviceSeq }));
		await db.insertInto('branch').values(rows).execute();
	}
}

function chunks<T>(all: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(all.length / chunk) }, (_, at) =>
		all.slice(at * chunk, (at + 1) * chunk)
	);
}
