import type { WorkspaceId } from '#lib/domain/id.ts';
import type { Asker, Meeting } from '../meeting.ts';

/** Reading what is confidential stands in the log too, and before the answer goes: no log, no reading. */
export async function logReading(
	{ store, ports }: Pick<Meeting, 'store' | 'ports'>,
	{ account, origin }: Asker,
	workspace: WorkspaceId,
	object: string
): Promise<void> {
	const line = {
		log: workspace,
		at: ports.now(),
		actor: account,
		action: 'confidentialRead',
		object,
		origin
	};
	await store.atomically(({ audit }) => audit.append({ ...line, result: 'done', reason: null }));
}
