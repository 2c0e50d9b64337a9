import type { IncomingMessage } from 'node:http';
import type { DeviceId, WorkspaceId } from '#lib/domain/id.ts';
import { maxIdLength } from '#lib/protocol/limits.ts';
import type { Meeting } from '../meeting.ts';

/**
 * A device that was revoked gets nothing more, and is told so [S11.2]. It says itself which one it is, in the address
 * (`?device=`): what keeps out someone who says otherwise is the end of their session.
 */
export function deviceIn({ url = '/' }: Pick<IncomingMessage, 'url'>): DeviceId | null {
	const said = new URL(url, 'http://localhost').searchParams.get('device');
	return said !== null && said.length <= maxIdLength ? (said as DeviceId) : null;
}

export async function isRevoked(
	{ store }: Pick<Meeting, 'store'>,
	workspace: WorkspaceId,
	device: DeviceId | null
): Promise<boolean> {
	if (device === null) return false;
	return ((await store.people.device(workspace, device))?.revokedAt ?? null) !== null;
}
