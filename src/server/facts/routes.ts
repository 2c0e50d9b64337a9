import * as v from 'valibot';
import type { DeviceId } from '#lib/domain/id.ts';
import { maxBatchBytes, maxMessageBytes } from '#lib/protocol/limits.ts';
import { deviceRegistration, factBatch } from '#lib/protocol/messages.ts';
import { id } from '#lib/protocol/words.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { answerBlob, takeBlob } from '../api/blob.ts';
import { readJson } from '../api/body.ts';
import type { WorkspaceRoute } from '../api/route.ts';
import { answerDevices } from '../people/devices.ts';
import { deviceIn, isRevoked } from '../people/revoked.ts';
import { pull } from './pull.ts';
import { receiptsOf } from './receipts.ts';
import { registerDevice } from './register-device.ts';
import { takeBatch } from './take-batch.ts';

export const factRoutes: readonly WorkspaceRoute[] = [
	{
		path: /^facts$/,
		answers: {
			async GET({ meeting, asker, workspace, query, request, response }) {
				if (await isRevoked(meeting, workspace, deviceIn(request))) throw new Refusal('notAllowed');
				answerJson(response, 200, await pull(meeting, asker, workspace, cursorIn(query)));
			},
			async POST({ meeting, asker, workspace, request, response }) {
				const { facts } = await readJson(request, factBatch, maxBatchBytes);
				answerJson(response, 200, await takeBatch(meeting, asker, workspace, facts));
			}
		}
	},
	{
		path: /^devices$/,
		answers: {
			GET: answerDevices,
			async POST({ meeting, asker, session, workspace, request, response }) {
				const said = await readJson(request, deviceRegistration, maxMessageBytes);
				// One that nobody named is called as at the sign-in on it.
				const { name = session.deviceName } = said;
				const result = await registerDevice(meeting, asker, workspace, { ...said, name });
				if (result === 'deviceTaken') throw new Refusal('deviceTaken');
				answerJson(response, 200, { epoch: await meeting.store.epoch() });
			}
		}
	},
	{
		path: /^receipts$/,
		answers: {
			async GET({ meeting, workspace, query, response }) {
				const device = v.safeParse(id, query.get('device'));
				if (!device.success) throw new Refusal('malformed');
				const receipts = await receiptsOf(meeting.store, workspace, [device.output as DeviceId]);
				answerJson(response, 200, { receipts, epoch: await meeting.store.epoch() });
			}
		}
	},
	{ path: /^blobs\/([0-9a-f]{64})$/, answers: { GET: answerBlob, HEAD: answerBlob, PUT: takeBlob } }
];

/** `?after=12`; without it from the start. */
export function cursorIn(query: URLSearchParams): number {
	const after = query.get('after') ?? '0';
	if (!/^\d{1,15}$/.test(after)) throw new Refusal('malformed');
	return Number(after);
}
