import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { chainFact, chainStart, type FactDraft } from '#lib/domain/fact/chain.ts';
import type { FactPayload } from '#lib/domain/fact/fact.ts';
import type { DeviceId, PersonId } from '#lib/domain/id.ts';
import { toWire } from '#lib/protocol/fact.ts';
import { errorAnswer } from '#lib/protocol/messages.ts';
import { setupAnswer } from '#lib/protocol/sign-in.ts';
import { createHandler } from '../../../src/server/handler.ts';
import type { Happenings } from '../../../src/server/hub.ts';
import { openMeetingPoint } from '../../../src/server/meeting-point.ts';
import { device as browser } from '../../simulation/support/device.ts';

/** A whole server with a folder of its own, as `npm start` opens it; its clock goes on when a test says so. */
export type House = Awaited<ReturnType<typeof openHouse>>;

const platform = browser(11);
export const rpId = 'localhost';

export async function openHouse({ isDemo = false }: { isDemo?: boolean } = {}) {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-house-'));
	const faults: unknown[] = [];
	const config = { dataDir: folder, origins: [], rp: { id: rpId, name: 'Driehoek' }, isDemo, port: 0 };
	const point = await openMeetingPoint(config, {
		onFault: (_about, error) => void faults.push(error),
		say: (sentence) => void faults.push(sentence)
	});
	let ahead = 0;
	const ports = point.meeting.ports;
	const now = () => Date.now() + ahead;
	ports.now = now;
	const handler = createHandler(undefined, point.api);
	const server = createServer((request, response) => handler(request, response, () => response.end()));
	server.on('upgrade', (request, socket, head) => point.upgrade(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	point.listensAt(port);
	const origin = `http://localhost:${port}`;
	const told: [keyof Happenings, unknown][] = [];
	for (const what of ['sessionEnded', 'rightsChanged', 'deviceRevoked', 'facts'] as const)
		point.meeting.hub.on(what, (it) => void told.push([what, it]));
	const house = {
		...{ point, store: point.meeting.store, origin, port, folder, faults, told, now },
		pass: (milliseconds: number) => void (ahead += milliseconds),
		/** A browser that nobody signed in with yet. */
		browser: () => newBrowser(origin),
		/** The first account, with a workspace of its own. */
		async setUp(name = 'Els') {
			const els = newBrowser(origin);
			const code = await point.setupCode();
			const { account, recoveryCode } = v.parse(setupAnswer, await els.says('POST', 'setup', { code, name }));
			return { els, account, recoveryCode };
		},
		async close() {
			point.hangUp();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await point.close();
			await rm(folder, { recursive: true });
		}
	};
	return house;
}

export interface Asking {
	from?: string | null;
	headers?: Record<string, string>;
}
export type Browser = ReturnType<typeof newBrowser>;

/** Keeps its cookie, names its origin, speaks JSON. */
function newBrowser(origin: string) {
	const held = { cookie: '' };
	async function ask(method: string, path: string, body?: unknown, more: Asking = {}): Promise<Response> {
		const { from = origin, headers = {} } = more;
		const response = await fetch(`${origin}/api/v1/${path}`, {
			method,
			headers: {
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(from === null ? {} : { origin: from }),
				...(held.cookie === '' ? {} : { cookie: held.cookie }),
				...headers
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		for (const said of response.headers.getSetCookie()) {
			const [pair = ''] = said.split(';');
			if (!said.includes('Secure')) held.cookie = pair.endsWith('=') ? '' : pair;
		}
		return response;
	}
	return {
		held,
		ask,
		/** The answer to what is expected to go well. */
		async says(method: string, path: string, body?: unknown, more?: Asking): Promise<unknown> {
			const response = await ask(method, path, body, more);
			const said: unknown = await response.json();
			if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(said)}`);
			return said;
		},
		/** The word of a refusal, after its status. */
		async refusal(method: string, path: string, body?: unknown, more?: Asking): Promise<string> {
			const response = await ask(method, path, body, more);
			if (response.ok) return `${response.status} went well`;
			return `${response.status} ${v.parse(errorAnswer, await response.json()).error}`;
		}
	};
}

export const bringingOf = (id: string, person = 'els', register: string | null = `register-${id}`) => ({
	...{ id, municipality: 'Wierhaven', person, personName: 'Els', register }
});
export const wanted = (role: string, more: object = {}) => ({
	...{ role, document: null, team: null, area: null, ceiling: 'internal', to: null, ground: 'besluit' },
	...more
});

/** Someone on a fresh browser, in by a link. */
export async function invited(
	house: House,
	by: Browser,
	workspace: string,
	name: string,
	roles: readonly string[]
): Promise<{ browser: Browser; account: string }> {
	const grants = roles.map((role) => wanted(role, { ceiling: 'confidential' }));
	const asked = { grants, person: name, expiresAt: null };
	const { token } = (await by.says('POST', `w/${workspace}/invites`, asked)) as { token: string };
	const browser = house.browser();
	const { account } = (await browser.says('POST', `invites/${token}`, { name })) as { account: string };
	return { browser, account };
}

/** A tablet with a key of its own, made known by who holds it. */
export async function tabletOf(by: Browser, workspace: string, person: string, id: string) {
	const signer = platform.signer(await platform.newDeviceKey());
	await by.says('POST', `w/${workspace}/devices`, {
		device: id,
		publicKey: signer.publicKey,
		name: 'Tablet'
	});
	let end = chainStart;
	return {
		id,
		async say(payload: FactPayload, more: Partial<FactDraft> = {}) {
			const draft = { device: id as DeviceId, person: person as PersonId, payload, occurredAt: 5, ...more };
			const fact = await chainFact(platform, end, draft, signer);
			end = fact;
			return toWire(fact);
		}
	};
}
