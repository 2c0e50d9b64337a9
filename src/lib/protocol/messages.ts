/** What client and server say to each other. A reader keeps to what it knows and lets later fields pass by. */
import * as v from 'valibot';
import { wireFact } from './fact.ts';
import { maxBatchFacts } from './limits.ts';
import { requestErrors, type FactRefusal } from './reasons.ts';
import { count, hash, id, name } from './words.ts';

/** Each fact is weighed by itself: a malformed one must not hold up the others, so it is not validated here. */
export const factBatch = v.object({ facts: v.pipe(v.array(v.unknown()), v.maxLength(maxBatchFacts)) });

/** In the order of the batch; `id` is null where none could be read. */
export const factVerdict = v.variant('verdict', [
	v.object({ verdict: v.literal('stored'), id }),
	v.object({ verdict: v.literal('duplicate'), id }),
	/** A word of `factRefusals`, or of a later version: then it is named as it is [S12]. */
	v.object({ verdict: v.literal('refused'), id: v.nullable(id), reason: v.string() })
]);
/** As this version says it. */
export type FactVerdict =
	| { verdict: 'stored' | 'duplicate'; id: string }
	| { verdict: 'refused'; id: string | null; reason: FactRefusal };

/**
 * The server holds all facts of `device` from 1 up to `upTo`, of which the last one has this hash [S3.4]. A device of
 * which two branches exist gets one per branch (design D4): the hash says whose it is.
 */
export const receipt = v.object({ device: id, upTo: v.pipe(count, v.minValue(1)), hash, epoch: id });
export type Receipt = v.InferOutput<typeof receipt>;

export const batchAnswer = v.object({
	verdicts: v.array(factVerdict),
	receipts: v.array(receipt),
	epoch: id
});
export type BatchAnswer = Omit<v.InferOutput<typeof batchAnswer>, 'verdicts'> & { verdicts: FactVerdict[] };
/** As it is heard, also from a later version. */
export type BatchHeard = v.InferOutput<typeof batchAnswer>;

/** What the server holds of a device now. */
export const receiptsAnswer = v.object({ receipts: v.array(receipt), epoch: id });

/** The server's own words about a fact [S3.1]. */
export const attestation = v.object({
	seq: v.pipe(count, v.minValue(1)),
	/** Milliseconds, the server's clock [S9.3]. */
	receivedAt: v.number(),
	/** Whose device signed it, and who brought it. */
	account: id,
	carrier: id,
	/** Whether that account is the person whom the fact names; a fact that names nobody claims nothing. */
	isOwnName: v.boolean(),
	/** Why it came too late (`lateReasons`) and was taken by a person all the same; missing where it came in time. */
	late: v.optional(v.string())
});
export type Attestation = v.InferOutput<typeof attestation>;

/**
 * Facts after a cursor, in the order in which they were committed [S4.1]. `cursor` is where to go on, also past facts
 * that the asker may not see; `view` changes with the asker's rights: then what was passed over may be asked again.
 */
export const pullPage = v.object({
	facts: v.array(v.object({ fact: wireFact, attested: attestation })),
	cursor: count,
	hasMore: v.boolean(),
	view: id,
	epoch: id
});
export type PullPage = v.InferOutput<typeof pullPage>;

/** "There is something": nothing depends on it [S4.2]. */
export const ping = v.object({ type: v.literal('ping'), workspace: id });
export type Ping = v.InferOutput<typeof ping>;

/** Makes a device and its public key (the uncompressed point, as `Signer` gives it) known to the server. */
export const deviceRegistration = v.object({
	device: id,
	publicKey: v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/)),
	/** How its owner calls it; missing: as at the sign-in here; null: it is another device, of which nobody said. */
	name: v.optional(v.nullable(name))
});
export type DeviceRegistration = v.InferOutput<typeof deviceRegistration>;

/** The device is known under this server's life. */
export const deviceAnswer = v.object({ epoch: id });

export const errorAnswer = v.object({ error: v.picklist(requestErrors) });
