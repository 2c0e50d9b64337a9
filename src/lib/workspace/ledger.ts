import { readFact } from '#lib/domain/fact/read-fact.ts';
import { readLedger, type Ledger, type Stuck } from '#lib/domain/fact/ledger.ts';
import { missingNumbers, verifyChains, type ChainFault } from '#lib/domain/fact/verify.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import type { DeviceId } from '#lib/domain/id.ts';
import type { Link, Picture, WorkspaceDatabase } from '#lib/local/database.ts';
import { healLinks, namedPhotos } from '#lib/local/facts.ts';
import { deviceHere, deviceKeys, writerHere } from './chain-facts.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import { isLetGo } from './pictures.ts';
import type { Platform } from './platform.ts';
import { untilItStands } from './safety.ts';

/** What stands here, counted by the store itself: at once, also with 20,000 facts, and no proof yet of anything. */
export interface ShiftCount extends Pick<Ledger, 'first' | 'last' | 'count'> {
	/** What this device recorded since `since`; null where there is nothing. */
	lately: { first: number; last: number; count: number } | null;
}

/** What "Dienst afsluiten" shows and proves: read from the links, without the facts themselves. */
export interface ShiftLedger extends ShiftCount, Ledger {
	photos: number;
	/** Pictures that are not photos yet, and why those that never will be are not. */
	picturesComing: number;
	picturesFaulty: number;
	/** Numbers of the facts whose photo still follows. */
	awaitingPhoto: number[];
	/** Facts of other devices that are here too: a colleague's tablet, a file, an earlier id of this one (D4). */
	othersHere: number;
	/** Devices of which two branches are here (D4). */
	branched: number;
	/** Facts that were written or taken in here and are not here any more; the file of a day before may hold them. */
	missing: number;
}

export function readShift(workspace: Workspace, since = 0): Promise<ShiftLedger> {
	const whole = inside(workspace);
	return untilItStands(whole, 'reading', () => proveShift(whole, since));
}

/** How much is here of this device, and from which number to which; `readShift` says whether any is missing. */
export function countShift(workspace: Workspace, since = 0): Promise<ShiftCount> {
	const whole = inside(workspace);
	return untilItStands(whole, 'reading', async () => {
		const database = await whole.stored;
		const { device } = await deviceHere(whole.platform, database);
		const own = () => numbersOf(database, device);
		const [count, first, lately] = await Promise.all([
			own().count(),
			own().firstKey(),
			latelyOf(database, device, since)
		]);
		return { count, first: numberIn(first), last: lately.end, lately: lately.shift };
	});
}

function numbersOf({ facts }: WorkspaceDatabase, device: DeviceId, from = 0, upTo = Infinity) {
	return facts.where('[device+deviceSeq]').between([device, from], [device, upTo], true, true);
}

function numberIn(key: unknown): number | null {
	return Array.isArray(key) ? Number(key[1]) : null;
}

async function proveShift({ stored, platform }: Inside, since: number): Promise<ShiftLedger> {
	const database = await stored;
	const { device } = await deviceHere(platform, database);
	const [{ all, links }, kept, pictures] = await Promise.all([
		readLinks(database),
		database.photos.toCollection().primaryKeys(),
		database.pictures.filter((picture) => !isLetGo(picture)).toArray()
	]);
	const photos = await namedPhotos(database, kept);
	const byDevice = Map.groupBy(links, (link) => link.device);
	const own = byDevice.get(device) ?? [];
	const upTo = all.reduce(
		(most, link) => (link.device === device ? Math.max(most, link.deviceSeq) : most),
		0
	);
	const gaps = missingNumbers(own, upTo);
	const ledger = provenLedger(await readProof(database, device, photos), own, photos);
	const isBranched = (some: readonly { deviceSeq: number }[]) =>
		new Set(some.map(({ deviceSeq }) => deviceSeq)).size < some.length;
	return {
		...ledger,
		gaps,
		isClosed: ledger.isClosed && gaps.length === 0,
		photos: photos.length,
		picturesComing: pictures.filter(({ fault }) => fault === null).length,
		picturesFaulty: pictures.filter(({ fault }) => fault !== null).length,
		awaitingPhoto: await awaitedBy(database, pictures),
		lately: (await latelyOf(database, device, since)).shift,
		othersHere: links.length - ledger.count,
		branched: [...byDevice.values()].filter(isBranched).length,
		missing: all.length - links.length
	};
}

/** All links, and those of which the fact is here: one without its fact counts for nothing but the gap that it names. */
async function readLinks(database: WorkspaceDatabase): Promise<{ all: Link[]; links: Link[] }> {
	const [all, ids] = await Promise.all([
		database.links.toArray(),
		database.facts.toCollection().primaryKeys()
	]);
	const linked = new Set(all.map(({ id }) => id));
	if (ids.some((id) => !linked.has(id))) {
		await healLinks(database);
		return readLinks(database);
	}
	const here = new Set(ids);
	return { all, links: all.filter(({ id }) => here.has(id)) };
}

/** What a second place said of this device, and in which life of the server (design D13). */
async function readProof(database: WorkspaceDatabase, device: DeviceId, photos: readonly string[]) {
	const [epoch, receipts, refused, sent] = await Promise.all([
		database.server.get('epoch'),
		database.receipts.where('[device+hash]').between([device, ''], [device, '\uffff']).toArray(),
		database.refusedFacts.toArray(),
		database.sentPhotos.toArray()
	]);
	const facts = await database.facts.bulkGet(refused.map(({ id }) => id));
	const stuckFacts = refused.flatMap(({ reason }, at): Stuck[] => {
		const fact = facts[at];
		return fact?.device === device ? [{ what: 'fact', deviceSeq: fact.deviceSeq, reason }] : [];
	});
	const here = new Set(photos);
	const stuckPhotos = sent.flatMap(({ sha256, refused: reason }): Stuck[] =>
		reason === null || !here.has(sha256) ? [] : [{ what: 'photo', sha256, reason }]
	);
	return {
		epoch: typeof epoch?.value === 'string' ? epoch.value : null,
		receipts,
		stuck: [...stuckFacts, ...stuckPhotos],
		sent: new Set(sent.filter(({ refused: reason }) => reason === null).map(({ sha256 }) => sha256))
	};
}

/** Of two branches each has its receipt (D4): the one that proves most of what is here is this device's own. */
function provenLedger(
	{ epoch, receipts, stuck, sent }: Awaited<ReturnType<typeof readProof>>,
	facts: readonly Link[],
	photos: readonly string[]
): Ledger {
	const states = photos.map((sha256) => ({
		sha256,
		state: sent.has(sha256) ? ('twoPlaces' as const) : ('here' as const)
	}));
	const ledgers = [null, ...receipts].map((receipt) =>
		readLedger({ facts, photos: states, receipt, epoch, stuck })
	);
	return ledgers.reduce((best, one) => (one.twoPlaces > best.twoPlaces ? one : best));
}

async function awaitedBy(database: WorkspaceDatabase, pictures: readonly Picture[]): Promise<number[]> {
	const waiting = pictures.flatMap(({ fact, fault }) => (fact !== null && fault === null ? [fact] : []));
	const facts = await database.facts.bulkGet(waiting);
	return facts.flatMap((fact) => (fact ? [fact.deviceSeq] : []));
}

/**
 * A shift is a few dozen facts; read from the end, so that years of facts do not matter, and many at once, for each trip
 * to the store is as long as ten facts.
 */
async function latelyOf(
	database: WorkspaceDatabase,
	device: DeviceId,
	since: number
): Promise<{ shift: ShiftCount['lately']; end: number | null }> {
	const end = numberIn(await numbersOf(database, device).lastKey());
	const numbers: number[] = [];
	let isOlder = false;
	for (let upTo = end; upTo !== null && upTo > 0 && !isOlder && numbers.length < mostLately; upTo -= atOnce) {
		const facts = await numbersOf(database, device, upTo - atOnce + 1, upTo)
			.reverse()
			.toArray();
		const older = facts.findIndex(({ occurredAt }) => occurredAt < since);
		isOlder = older >= 0;
		numbers.push(...facts.slice(0, isOlder ? older : facts.length).map(({ deviceSeq }) => deviceSeq));
	}
	const [last] = numbers;
	const first = numbers.at(-1);
	const shift = first === undefined || last === undefined ? null : { first, last, count: numbers.length };
	return { shift, end };
}

/** More than anyone records in one shift. */
const mostLately = 500;
const atOnce = 50;

/** The number that the next fact of this device will carry. */
export function nextNumber(workspace: Workspace): Promise<number> {
	const whole = inside(workspace);
	return untilItStands(whole, 'reading', async () => (await writerHere(whole)).chainEnd.deviceSeq + 1);
}

/**
 * Recalculates every hash, link and signature on this device; `onProgress` hears how many of how many. Throws an
 * `AbortError` when `signal` says stop.
 */
export async function checkChain(
	workspace: Workspace,
	onProgress: (done: number, all: number) => void,
	signal?: AbortSignal
): Promise<ChainFault[]> {
	const { stored, platform } = inside(workspace);
	const database = await stored;
	const keys = await deviceKeys(database);
	const faults: ChainFault[] = [];
	const devices = await database.links.orderBy('device').uniqueKeys();
	const all = await database.links.count();
	let done = 0;
	for (const device of devices) {
		const stored = await numbersOf(database, device as DeviceId).toArray();
		const facts = stored.map(readFact).filter((fact) => fact !== null);
		const before = done;
		const told = heard(platform, facts, (now) => onProgress(before + now, all), signal);
		faults.push(...(await verifyChains(told, facts, keys)));
		done += stored.length;
		onProgress(done, all);
	}
	return faults;
}

/** Each fact's own bytes are hashed once: that is where a long check can be followed and stopped. */
function heard(
	platform: Platform,
	facts: readonly Fact[],
	onDone: (done: number) => void,
	signal?: AbortSignal
): Platform {
	const bytesOf = new Set(facts.map(({ bytes }) => bytes));
	let done = 0;
	return {
		...platform,
		sha256(bytes) {
			signal?.throwIfAborted();
			if (bytesOf.delete(bytes) && ++done % toldEvery === 0) onDone(done);
			return platform.sha256(bytes);
		}
	};
}

/** Often enough to see it move, seldom enough not to slow it down. */
const toldEvery = 100;
