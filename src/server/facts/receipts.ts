import type { DeviceId, WorkspaceId } from '#lib/domain/id.ts';
import type { Receipt } from '#lib/protocol/messages.ts';
import type { Store } from '../store/store.ts';

/** What the server holds of these devices without a gap, one receipt per branch [S3.4, D4]. */
export async function receiptsOf(
	store: Store,
	workspace: WorkspaceId,
	devices: readonly DeviceId[]
): Promise<Receipt[]> {
	const epoch = await store.epoch();
	const receipts: Receipt[] = [];
	for (const device of devices.toSorted())
		for (const { upTo, hash } of await store.facts.branches(workspace, device))
			receipts.push({ device, upTo, hash, epoch });
	return receipts;
}
