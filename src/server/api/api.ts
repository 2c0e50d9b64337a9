import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMember } from '#lib/domain/access/can.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { maxBatchBytes, maxMessageBytes } from '#lib/protocol/limits.ts';
import { deviceRegistration, factBatch } from '#lib/protocol/messages.ts';
import { pull } from '../facts/pull.ts';
import { registerDevice } from '../facts/register-device.ts';
import { takeBatch } from '../facts/take-batch.ts';
import type { Identity } from '../identity/identity.ts';
import type { Asker, Meeting } from '../meeting.ts';
import { addressOf, type Address } from './address.ts';
import { answerJson, answerRefusal, Refusal } from './answer.ts';
import { answerBlob, takeBlob } from './blob.ts';
import { readJson } from './body.ts';

/**
 * The meeting point over HTTP:
 * 1. a write comes from an origin on the list, whoever signed it;
 * 2. nobody is answered who is not signed in, nor about a workspace that is not theirs: that one is not there;
 * 3. every request ends in one answer; what was not expected is shown here and nowhere else.
 */
export interface ApiParts {
	meeting: Meeting;
	identity: Identity;
	/** As a browser says them: `https://driehoek.wierhaven.example`. */
	origins: ReadonlySet<string>;
}
export type Api = (request: IncomingMessage, response: ServerResponse, path: string) => void;

export function createApi(parts: ApiParts): Api {
	return (request, response, path) => {
		answer(parts, request, response, path).catch((error: unknown) => {
			const refusal = error instanceof Refusal ? error : new Refusal('internal');
			if (refusal !== error) console.error(`${request.method} ${path}:`, error);
			if (response.headersSent) response.destroy();
			else answerRefusal(response, refusal);
			// What is left of the body is let go by, or the sender would never come to reading the answer.
			request.resume();
		});
	};
}

async function answer(
	{ meeting, identity, origins }: ApiParts,
	request: IncomingMessage,
	response: ServerResponse,
	path: string
): Promise<void> {
	const address = addressOf(path);
	if (!address) throw new Refusal('notFound');
	const method = request.method ?? '';
	const isReading = method === 'GET' || method === 'HEAD';
	// A browser names the origin of every write, also of a page without one (`null`).
	if (!isReading && !origins.has(request.headers.origin ?? '')) throw new Refusal('originNotAllowed');
	const session = await identity.of(request);
	if (!session) throw new Refusal('signedOut');
	const asker = { account: session.account, origin: `${method} ${path}` };
	await mustBeMember(meeting, asker, address.workspace);
	await exchange(meeting, asker, address, request, response);
}

async function mustBeMember({ store, ports }: Meeting, asker: Asker, workspace: WorkspaceId): Promise<void> {
	const grants = await store.people.grantsOf(workspace, asker.account);
	if (!isMember(grants, workspace, ports.now())) throw new Refusal('notFound');
}

async function exchange(
	meeting: Meeting,
	asker: Asker,
	address: Address,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const { workspace } = address;
	switch (`${request.method} ${address.what}`) {
		case 'POST facts': {
			const { facts } = await readJson(request, factBatch, maxBatchBytes);
			return answerJson(response, 200, await takeBatch(meeting, asker, workspace, facts));
		}
		case 'GET facts':
			return answerJson(response, 200, await pull(meeting, asker, workspace, cursorOf(request)));
		case 'POST devices': {
			const said = await readJson(request, deviceRegistration, maxMessageBytes);
			const result = await registerDevice(meeting, asker, workspace, said);
			if (result === 'deviceTaken') throw new Refusal('deviceTaken');
			return answerJson(response, 200, { epoch: await meeting.store.epoch() });
		}
	}
	if (address.what !== 'blob') throw new Refusal('methodNotAllowed', { allow: allowed[address.what] });
	if (request.method === 'PUT') return takeBlob(meeting, asker, address, request, response);
	if (request.method === 'GET' || request.method === 'HEAD')
		return answerBlob(meeting, asker, address, request, response);
	throw new Refusal('methodNotAllowed', { allow: allowed.blob });
}

const allowed: Record<Address['what'], string> = {
	facts: 'GET, POST',
	devices: 'POST',
	blob: 'GET, HEAD, PUT'
};

/** `?after=12`; without it from the start. */
function cursorOf(request: IncomingMessage): number {
	const after = new URL(request.url ?? '/', 'http://localhost').searchParams.get('after') ?? '0';
	if (!/^\d{1,15}$/.test(after)) throw new Refusal('malformed');
	return Number(after);
}
