import type { Fact } from '#lib/domain/fact/fact.ts';
import { toWire, type WireFact } from '#lib/protocol/fact.ts';
import { maxBatchBytes, maxBatchFacts } from '#lib/protocol/limits.ts';
import { batchAnswer, type BatchHeard } from '#lib/protocol/messages.ts';
import type { FactRefusal } from '#lib/protocol/reasons.ts';
import { askJson, pressed, said } from './ask.ts';
import type { SyncContext } from './context.ts';
import { unlessSame } from './counted.ts';
import { known, meetEpoch } from './known.ts';

/**
 * Facts out:
 * 1. everything here that the server has not answered for goes, own and carried alike, per device in its order;
 * 2. each fact has its own verdict; one that is refused stays, with its reason, and holds up nothing behind it [S3.3];
 * 3. answers are written down in the order in which the batches went, and none after one that failed: what is sent
 *    again by that, or after a kill, changes nothing [S1.1];
 * 4. on a line that answers soon some batches are underway at once, or it would stand idle while each is answered. A
 *    line that does not carries one at a time: each must come through within its patience.
 */
export async function sendFacts(context: SyncContext): Promise<void> {
	const ids = await unansweredFacts(context);
	const underway = new Set<Promise<void>>();
	let noted: Promise<unknown> = Promise.resolve();
	let most = 1;
	try {
		for (let at = 0; at < ids.length;) {
			const { batch, taken } = await nextBatch(context, ids.slice(at, at + maxBatchFacts));
			at += taken;
			if (batch.length === 0) continue;
			while (underway.size >= most) await Promise.race(underway);
			const before = noted;
			const sentAt = context.ports.now();
			const one = (async () => {
				const answer = await sendBatch(context, batch);
				most = context.ports.now() - sentAt <= soonMs ? mostUnderway : 1;
				await before;
				await noteAnswer(context, batch, answer);
			})();
			noted = one;
			underway.add(one);
			one.then(
				() => underway.delete(one),
				() => null
			);
		}
	} finally {
		// Also after a failure: nothing of this round is written once it has ended.
		await Promise.allSettled(underway);
	}
	await noted;
}

/** One fills a 4G-like line (1.5 Mbit/s up) for a quarter of a second; with three it never stands idle (npm run bench). */
const mostUnderway = 3;
const soonMs = 3000;

/**
 * Ids of facts that the server has said nothing about in this epoch; those of one device in their order. Facts are only
 * added, each with the notice of its arrival, and what the server has of them is forgotten with its epoch alone;
 * refusals come and go.
 */
export async function unansweredFacts({
	database,
	counted
}: Pick<SyncContext, 'database' | 'counted'>): Promise<readonly string[]> {
	const { facts, arrivals, attested, refusedFacts } = database;
	const [epoch, all, arrived, taken, refused] = await Promise.all([
		known(database, 'epoch'),
		facts.count(),
		arrivals.toCollection().lastKey(),
		attested.count(),
		refusedFacts.toCollection().primaryKeys()
	]);
	return unlessSame(counted.unanswered, [epoch, all, arrived, taken, refused], async () => {
		const answered = new Set([...(await attested.toCollection().primaryKeys()), ...refused]);
		const ids = await facts.orderBy('[device+deviceSeq]').primaryKeys();
		return ids.filter((id) => !answered.has(id));
	});
}

/** As many of these as fit in one batch, and how many ids that took. */
async function nextBatch(
	context: SyncContext,
	ids: readonly string[]
): Promise<{ batch: WireFact[]; taken: number }> {
	const stored = await context.database.facts.bulkGet([...ids]);
	const batch: WireFact[] = [];
	let taken = 0;
	let bytes = 0;
	for (const fact of stored) {
		const wire = fact ? wireOf(fact) : null;
		const weight = wire ? JSON.stringify(wire).length : 0;
		if (batch.length > 0 && bytes + weight > maxBatchBytes - envelopeBytes) break;
		if (wire) batch.push(wire);
		bytes += weight;
		taken++;
	}
	return { batch, taken: Math.max(1, taken) };
}

async function sendBatch(context: SyncContext, batch: readonly WireFact[]): Promise<BatchHeard> {
	const path = `/w/${context.workspace}/facts`;
	return askJson(context.road, path, batchAnswer, await pressed(said({ facts: batch })));
}

/** For the brackets and commas around the facts. */
const envelopeBytes = 1024;

/** Filed facts carry what this device added to find them; that stays here. */
function wireOf(fact: Fact): WireFact {
	return toWire({ ...fact, continues: fact.continues ?? null, signature: fact.signature ?? null });
}

async function noteAnswer(
	context: SyncContext,
	batch: readonly WireFact[],
	{ verdicts, receipts, epoch }: BatchHeard
): Promise<void> {
	await meetEpoch(context, epoch);
	const { database, ports } = context;
	const { attested, refusedFacts } = database;
	const ids = batch.map(({ id }) => id);
	const at = ports.now();
	await database.transaction('rw', [attested, refusedFacts, database.receipts], async () => {
		const standing = new Set((await attested.bulkGet([...ids])).flatMap((one) => (one ? [one.id] : [])));
		for (const [n, verdict] of verdicts.entries()) {
			const id = ids[n];
			if (id === undefined) continue;
			if (verdict.verdict === 'refused') await refusedFacts.put({ id, reason: verdict.reason, at });
			else {
				await refusedFacts.delete(id);
				// What was pulled says more than this answer.
				if (!standing.has(id))
					await attested.put({
						id,
						seq: 0,
						receivedAt: null,
						account: null,
						carrier: null,
						isOwnName: null
					});
			}
		}
		await database.receipts.bulkPut(receipts);
	});
}

/** These never pass. The others may: a device becomes known, a right is given, a later version knows its own word. */
const lasting: FactRefusal[] = ['malformed', 'tooLarge', 'changed', 'brokenLink', 'idTaken', 'badSignature'];

/** After rights or devices changed: refusals that may have passed are asked again. */
export async function forgetPassingRefusals({ database }: SyncContext): Promise<void> {
	await database.refusedFacts.filter(({ reason }) => !lasting.some((one) => one === reason)).delete();
}
