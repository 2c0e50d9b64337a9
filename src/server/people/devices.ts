import type { DeviceId } from '#lib/domain/id.ts';
import type { DevicesAnswer } from '#lib/protocol/people.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import type { AskedByMember } from '../api/route.ts';
import { done, mayKeep } from './rights.ts';

/** One's own devices, and all of them for who keeps them. */
export async function answerDevices(asked: AskedByMember): Promise<void> {
	const { meeting, asker, workspace, response } = asked;
	const { store, ports } = meeting;
	const seesAll = await mayKeep(store, workspace, asker.account, 'read', 'device', ports.now());
	const found = await store.people.devices(workspace);
	const devices: DevicesAnswer['devices'] = [];
	for (const { id, account, name, registeredAt, revokedAt } of found) {
		if (!seesAll && account !== asker.account) continue;
		const owner = (await store.people.account(account))?.name ?? null;
		devices.push({ device: id, account, name, owner, registeredAt, revokedAt });
	}
	answerJson(response, 200, { devices });
}

/** From afar, for good: what it brings later is set aside [S11.2]. */
export async function revokeDevice(asked: AskedByMember): Promise<void> {
	const { meeting, asker, workspace, found, response } = asked;
	const { store, ports, hub } = meeting;
	const device = (found[0] ?? '') as DeviceId;
	const at = ports.now();
	const mayAll = await mayKeep(store, workspace, asker.account, 'manage', 'device', at);
	const account = await store.atomically(async ({ people, audit }) => {
		const stands = await people.device(workspace, device);
		if (!stands || !(mayAll || stands.account === asker.account)) throw new Refusal('notFound');
		if (stands.revokedAt !== null) return null;
		await people.revokeDevice(workspace, device, at);
		await audit.append(done(asked, 'deviceRevoked', `device ${device} of account ${stands.account}`));
		return stands.account;
	});
	if (account) hub.tell('deviceRevoked', { workspace, device, account });
	answerJson(response, 200, {});
}
