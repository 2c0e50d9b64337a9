import type { DeviceId, WorkspaceId } from '#lib/domain/id.ts';
import type { DeviceRegistration } from '#lib/protocol/messages.ts';
import type { Asker, Meeting } from '../meeting.ts';

/** Binds a device and its public key to the asker's account, for good; said again it changes nothing. */
export async function registerDevice(
	{ store, ports }: Meeting,
	asker: Asker,
	workspace: WorkspaceId,
	{ device, publicKey, name = null }: DeviceRegistration
): Promise<'registered' | 'deviceTaken'> {
	const id = device as DeviceId;
	const { account, origin } = asker;
	const at = ports.now();
	return store.atomically(async ({ people, audit }) => {
		const isKnown = (await people.device(workspace, id)) !== null;
		const said = { id, account, publicKey, registeredAt: at, revokedAt: null, name };
		const stands = await people.registerDevice(workspace, said);
		const isOurs = stands.account === account && stands.publicKey === publicKey;
		if (isOurs && name !== null) await people.nameDevice(workspace, id, name);
		if (isOurs && isKnown) return 'registered';
		await audit.append({
			...{ log: workspace, at, actor: account, action: 'deviceRegistered', object: `device ${id}` },
			...{ result: isOurs ? 'done' : 'refused', origin, reason: isOurs ? null : 'deviceTaken' }
		});
		return isOurs ? 'registered' : 'deviceTaken';
	});
}
