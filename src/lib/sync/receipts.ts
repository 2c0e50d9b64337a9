import { receiptsAnswer } from '#lib/protocol/messages.ts';
import { askJson } from './ask.ts';
import type { SyncContext } from './context.ts';
import { known, meetEpoch } from './known.ts';

/**
 * Receipts come with the answer to a batch; asked for by name when the last fact was answered in a batch whose answer
 * never came through, or was brought by someone else [S3.4].
 */
export async function fetchReceipts(context: SyncContext): Promise<void> {
	const { database, workspace } = context;
	const device = String((await database.meta.get('device'))?.value);
	const last = await database.links
		.where('[device+deviceSeq]')
		.between([device, 0], [device, Infinity])
		.last();
	if (!last) return;
	const epoch = await known(database, 'epoch');
	const standing = await database.receipts.get([device, last.hash]);
	if (standing?.epoch === epoch) return;
	const path = `/w/${workspace}/receipts?device=${encodeURIComponent(device)}`;
	const answer = await askJson(context.road, path, receiptsAnswer);
	await meetEpoch(context, answer.epoch);
	await database.receipts.bulkPut(answer.receipts);
}
