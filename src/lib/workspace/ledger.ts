import { readFact } from '#lib/domain/fact/read-fact.ts';
import { readLedger, type Ledger } from '#lib/domain/fact/ledger.ts';
import { gapsOf, verifyChains, type ChainFault } from '#lib/domain/fact/verify.ts';
import { healLinks } from '#lib/local/facts.ts';
import { deviceHere, deviceKeys } from './chain-facts.ts';
import { inside, type Workspace } from './handle.ts';

/** What "Dienst afsluiten" shows: read from the links, so that 20,000 facts open at once. */
export interface ShiftLedger extends Ledger {
	photos: number;
	/** Pictures that are not photos yet, and why those that never will be are not. */
	picturesComing: number;
	picturesFaulty: number;
	/** Facts of other devices that are here too: a colleague's tablet, a file, an earlier id of this one (D4). */
	othersHere: number;
	/** Devices of which two branches are here (D4). */
	branched: number;
	/** Facts that were written or taken in here and are not here any more; the file of a day before may hold them. */
	missing: number;
}

export async function readShift(workspace: Workspace): Promise<ShiftLedger> {
	const { database, platform } = inside(workspace);
	const { device } = await deviceHere(platform, database);
	await healLinks(database);
	const [all, ids, photos, pictures] = await Promise.all([
		database.links.toArray(),
		database.facts.toCollection().primaryKeys(),
		database.photos.toCollection().primaryKeys(),
		database.pictures.toArray()
	]);
	const here = new Set(ids);
	// A link without its fact counts for nothing but the gap that it names.
	const links = all.filter(({ id }) => here.has(id));
	const byDevice = Map.groupBy(links, (link) => link.device);
	const own = byDevice.get(device) ?? [];
	const upTo = all.reduce(
		(most, link) => (link.device === device ? Math.max(most, link.deviceSeq) : most),
		0
	);
	const gaps = gapsOf(own, upTo);
	const ledger = readLedger({
		facts: own,
		photos: photos.map((sha256) => ({ sha256, state: 'here' })),
		// There is no second safe place yet: nothing is called safe in two.
		receipt: null,
		epoch: null,
		stuck: []
	});
	const isBranched = (some: readonly { deviceSeq: number }[]) =>
		new Set(some.map(({ deviceSeq }) => deviceSeq)).size < some.length;
	return {
		...ledger,
		gaps,
		isClosed: ledger.isClosed && gaps.length === 0,
		photos: photos.length,
		picturesComing: pictures.filter(({ fault }) => fault === null).length,
		picturesFaulty: pictures.filter(({ fault }) => fault !== null).length,
		othersHere: links.length - ledger.count,
		branched: [...byDevice.values()].filter(isBranched).length,
		missing: all.length - links.length
	};
}

/** Recalculates every hash, link and signature on this device; `onProgress` hears how many of how many. */
export async function checkChain(
	workspace: Workspace,
	onProgress: (done: number, all: number) => void
): Promise<ChainFault[]> {
	const { database, platform } = inside(workspace);
	const keys = await deviceKeys(database);
	const faults: ChainFault[] = [];
	const devices = await database.links.orderBy('device').uniqueKeys();
	const all = await database.links.count();
	let done = 0;
	for (const device of devices) {
		const stored = await database.facts
			.where('[device+deviceSeq]')
			.between([device, 0], [device, Infinity])
			.toArray();
		const facts = stored.map(readFact).filter((fact) => fact !== null);
		faults.push(...(await verifyChains(platform, facts, keys)));
		done += stored.length;
		onProgress(done, all);
	}
	return faults;
}
