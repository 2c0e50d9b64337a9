import { holdsItsPayload, hashBytes } from '#lib/domain/fact/envelope.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import type { DeviceId } from '#lib/domain/id.ts';
import { chainEndOf, factTables, addFacts } from '#lib/local/facts.ts';
import { goOnAsNew, wentOnElsewhere } from '#lib/local/branch.ts';
import type { Attested } from '#lib/local/server-tables.ts';
import { fromWire } from '#lib/protocol/fact.ts';
import { pullPage, type PullPage } from '#lib/protocol/messages.ts';
import { askJson } from './ask.ts';
import type { SyncContext } from './context.ts';
import { forgetPassingRefusals } from './facts-out.ts';
import { known, meetEpoch, note } from './known.ts';

/**
 * Facts in:
 * 1. by cursor; when the asker's rights changed, from the start [S4.1];
 * 2. each is checked before it is written: its hash, its payload, and its signature where the key is known. What
 *    stands here already is not written again: own facts come back with the server's words about them;
 * 3. a page is written with its cursor in one transaction, so a kill in between asks for the same page again;
 * 4. facts under this device's own number that it never wrote show that a copy of it went on: this one goes on under a
 *    new id (D4).
 */
export async function fetchFacts(
	context: SyncContext,
	mostPages = Infinity
): Promise<{ came: number; hasMore: boolean }> {
	let came = 0;
	for (let pages = 1; ; pages++) {
		const after = (await known(context.database, 'cursor')) ?? 0;
		// A device that was revoked hears it here, before anything else comes [S11.2].
		const device = (await known(context.database, 'device')) ?? '';
		const path = `/w/${context.workspace}/facts?after=${after}&device=${device}`;
		const page = await askJson(context.road, path, pullPage);
		await meetEpoch(context, page.epoch);
		const view = await known(context.database, 'view');
		if (view !== null && view !== page.view && after > 0) {
			await note(context.database, { cursor: 0, view: page.view, documentsCursor: 0 });
			await forgetPassingRefusals(context);
			continue;
		}
		came += await takePage(context, page);
		if (!page.hasMore || pages >= mostPages) return { came, hasMore: page.hasMore };
	}
}

async function takePage(context: SyncContext, page: PullPage): Promise<number> {
	const { database, ports, told } = context;
	// Most rounds bring nothing: then no lock and no disk is waited for.
	if (page.facts.length === 0) {
		await note(database, { cursor: page.cursor, view: page.view });
		return 0;
	}
	const sound: Fact[] = [];
	const attested: Attested[] = [];
	const standing = await database.facts.bulkGet(page.facts.map(({ fact }) => fact.id));
	for (const [at, { fact: wire, attested: words }] of page.facts.entries()) {
		if (standing[at]?.hash === wire.hash) {
			attested.push({ id: wire.id, ...words });
			continue;
		}
		const fact = fromWire(wire);
		if (!fact || !(await isSound(context, fact))) {
			told.fault(new Error(`the server gave a fact that does not hold: ${wire.id}`));
			continue;
		}
		// As it was written: reading it into memory may add to it (docs/decisions).
		sound.push({ ...fact, payload: wire.payload as Fact['payload'] });
		attested.push({ id: wire.id, ...words });
	}
	const own = String((await database.meta.get('device'))?.value) as DeviceId;
	// Made before the transaction, which waits for nothing else; and only where it may be needed.
	const mayBeElsewhere = sound.some(({ device }) => device === own);
	const next = mayBeElsewhere ? { device: ports.newId(), key: await ports.newDeviceKey() } : null;
	let fresh: Fact[] = [];
	const tables = [
		database.meta,
		database.server,
		database.attested,
		database.refusedFacts,
		...factTables(database)
	];
	const arrival = await ports.lock(`journal:${database.name}`, () =>
		database.transaction('rw', tables, async () => {
			const here = await database.facts.bulkGet(sound.map(({ id }) => id));
			fresh = sound.filter((_, at) => here[at] === undefined);
			const isElsewhere = next !== null && (await wentOnElsewhere(database, sound, own));
			const end = isElsewhere ? await chainEndOf(database, own) : undefined;
			const arrived = await addFacts(database, sound);
			await database.attested.bulkPut(attested);
			await database.refusedFacts.bulkDelete(attested.map(({ id }) => id));
			if (isElsewhere) await goOnAsNew(database, next, end ?? null);
			await note(database, { cursor: page.cursor, view: page.view });
			return arrived;
		})
	);
	if (arrival) told.factsCame(fresh, arrival);
	return fresh.length;
}

async function isSound({ ports, database }: SyncContext, fact: Fact): Promise<boolean> {
	if ((await ports.sha256(fact.bytes)) !== fact.hash) return false;
	if (!(await holdsItsPayload(ports, fact))) return false;
	const key = (await database.meta.get(`publicKey:${fact.device}`))?.value;
	if (typeof key !== 'string' || fact.signature === null) return true;
	return ports.verify(key, hashBytes(fact.hash), fact.signature);
}

/** Facts that were lost here and stand there are asked for again [S1.9]; once for each loss, some stand nowhere. */
export async function fetchLostAgain({ database }: SyncContext): Promise<void> {
	const [facts, links, attested] = await Promise.all([
		database.facts.count(),
		database.links.count(),
		database.attested.count()
	]);
	const lost = Math.max(links, attested) - facts;
	if (lost <= 0 || (await known(database, 'lostAsked')) === lost) return;
	await note(database, { cursor: 0, lostAsked: lost });
}
