import { readLedger } from '#lib/domain/fact/ledger.ts';
import type { SyncContext } from './context.ts';
import { unlessSame } from './counted.ts';
import { unsentDocuments } from './documents.ts';
import { unansweredFacts } from './facts-out.ts';
import { known } from './known.ts';
import { unsentPhotos } from './photos.ts';

/** What is only here, and what the server does not take. */
export interface Waiting {
	facts: number;
	photos: number;
	documents: number;
}
export interface NotTaken {
	what: 'fact' | 'photo' | 'document';
	id: string;
	reason: string;
}
export interface Standing {
	waiting: Waiting;
	refused: NotTaken[];
	/** Everything on this device stands in a second place, proven by receipts and durable answers [S3.6] [S5.2]. */
	safeTwice: boolean;
}

/** Counted from what is stored, so every tab counts the same; nothing that is only in memory makes it better. */
export async function readStanding(
	context: Pick<SyncContext, 'database' | 'documents' | 'counted'>
): Promise<Standing> {
	const { database } = context;
	const [facts, photos, following, documents, refusedFacts, sentPhotos, catalogue] = await Promise.all([
		unansweredFacts(context),
		unsentPhotos(context),
		followingPictures(context),
		unsentDocuments(context),
		database.refusedFacts.toArray(),
		database.sentPhotos.toArray(),
		database.catalogue.filter(({ refused }) => refused !== null).toArray()
	]);
	const waitingPhotos = new Set(photos);
	const stuckPhotos = sentPhotos.filter(
		({ sha256, refused }) => refused !== null && waitingPhotos.has(sha256)
	);
	const stuckDocuments = catalogue.filter(({ name }) => documents.has(name));
	const refused: NotTaken[] = [
		...refusedFacts.map(({ id, reason }) => ({ what: 'fact' as const, id, reason })),
		...stuckPhotos.map(({ sha256, refused: reason }) => ({
			what: 'photo' as const,
			id: sha256,
			reason: reason ?? ''
		})),
		...stuckDocuments.map(({ name, refused: reason }) => ({
			what: 'document' as const,
			id: name.split('/')[2] ?? name,
			reason: reason ?? ''
		}))
	];
	const waiting = {
		facts: facts.length,
		photos: photos.length - stuckPhotos.length + following,
		documents: documents.size - stuckDocuments.length
	};
	const isQuiet = waiting.facts + waiting.photos + waiting.documents + refused.length === 0;
	return { waiting, refused, safeTwice: isQuiet && (await areOwnFactsProven(context)) };
}

/** Pictures of facts that were said before they were photos: they follow, and until then they are here alone. */
function followingPictures({ database }: Pick<SyncContext, 'database'>): Promise<number> {
	const ofFacts = database.pictures.where('fact').above('');
	return ofFacts.filter(({ fault }) => fault === null).count();
}

/**
 * By receipts, followed back link by link; a device with two branches needs one for each (D4). Links are only added;
 * receipts and the epoch are others in time.
 */
async function areOwnFactsProven({
	database,
	counted
}: Pick<SyncContext, 'database' | 'counted'>): Promise<boolean> {
	const { links } = database;
	const device = String((await database.meta.get('device'))?.value);
	const ofDevice = () => links.where('[device+deviceSeq]').between([device, 0], [device, Infinity]);
	const [count, last, receipts, epoch] = await Promise.all([
		ofDevice().count(),
		ofDevice().last(),
		database.receipts.where('[device+hash]').between([device, ''], [device, '\uffff']).toArray(),
		known(database, 'epoch')
	]);
	if (epoch === null) return false;
	if (count === 0) return true;
	return unlessSame(counted.proof, [device, count, last?.hash, receipts, epoch], async () => {
		const own = await links.where('device').equals(device).toArray();
		return receipts.some((receipt) => {
			const ledger = readLedger({ facts: own, photos: [], receipt, epoch, stuck: [] });
			return ledger.here === 0 && ledger.gaps.length === 0;
		});
	});
}
