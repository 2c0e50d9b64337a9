import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccountId } from '#lib/domain/id.ts';
import { isFromThisMachine } from '../api/loopback.ts';
import { serverLog } from '../audit/entry.ts';
import type { Meeting } from '../meeting.ts';
import type { Parts } from '../store/store.ts';
import type { StoredSession } from '../store/sign-ins.ts';
import { clearedCookie, sessionCookie, sessionTokenOf } from './cookie.ts';
import type { Identity } from './identity.ts';
import type { SignInParts } from './parts.ts';
import { hashOfSecret, newToken } from './secret.ts';

/**
 * Sessions:
 * 1. an id comes from here and is new at every sign-in: what a browser brought along never becomes one;
 * 2. only its hash is stored;
 * 3. one that ended, was not used for a month, or is half a year old, signs nobody in.
 */
const dayMs = 24 * 60 * 60_000;
/** A tablet lies in a drawer over a holiday and still hands over its work. */
const idleMs = 30 * dayMs;
const longestMs = 180 * dayMs;
/** Noted no more often than this: a write per request would cost each one a wait for the disk. */
const seenEveryMs = 10 * 60_000;

export function sessionIdentity({ meeting, origins }: Pick<SignInParts, 'meeting' | 'origins'>): Identity {
	return {
		async of(request) {
			const found = await openSession(meeting, request, origins);
			return found && { id: found.id, account: found.account, deviceName: found.deviceName };
		}
	};
}

async function openSession(
	{ store, ports }: Meeting,
	request: IncomingMessage,
	origins: ReadonlySet<string>
): Promise<StoredSession | null> {
	const token = tokenIn(request, origins);
	if (token === null) return null;
	const session = await store.signIns.session(hashOfSecret(token));
	const now = ports.now();
	if (!session || !isOpen(session, now)) return null;
	const account = await store.people.account(session.account);
	if (!account || account.endedAt !== null) return null;
	if (now - session.seenAt > seenEveryMs) await store.signIns.seen(session.id, now);
	return session;
}

export function isOpen({ endedAt, seenAt, createdAt }: StoredSession, now: number): boolean {
	return endedAt === null && now - seenAt < idleMs && now - createdAt < longestMs;
}

/** Where the app is served over https, the cookie without its prefix counts only on this machine itself. */
function tokenIn(request: IncomingMessage, origins: ReadonlySet<string>): string | null {
	const bound = sessionTokenOf(request, { isSecure: true });
	if (bound !== null) return bound;
	const isHttps = [...origins].some((origin) => origin.startsWith('https:'));
	if (isHttps && !isFromThisMachine(request)) return null;
	return sessionTokenOf(request, { isSecure: false });
}

export interface Beginning {
	account: AccountId;
	deviceName: string | null;
	/** How: for the audit log. */
	way: 'passkey' | 'recovery' | 'setup' | 'invite' | 'demo';
	/** The road it came by. */
	origin: string;
}
export interface Begun {
	token: string;
	ended: StoredSession | null;
}

/** Inside the transaction of whatever let them in. The session that the browser had ends with it. */
export async function beginSession(
	{ meeting: { ports }, origins }: SignInParts,
	{ signIns, audit }: Parts,
	request: IncomingMessage,
	{ account, deviceName, way, origin }: Beginning
): Promise<Begun> {
	const at = ports.now();
	const had = tokenIn(request, origins);
	const before = had === null ? null : await signIns.session(hashOfSecret(had));
	const hasEnded = before !== null && (await signIns.endSession(before.account, before.id, at));
	const token = newToken(ports);
	const id = ports.newId();
	const times = { createdAt: at, seenAt: at, endedAt: null };
	await signIns.startSession(hashOfSecret(token), { id, account, deviceName, ...times });
	const line = { log: serverLog, at, actor: account, origin, result: 'done' as const };
	await audit.append({ ...line, action: 'signedIn', object: `session ${id}`, reason: way });
	return { token, ended: hasEnded ? before : null };
}

/** After it is on disk. */
export function giveSession(
	{ meeting }: SignInParts,
	request: IncomingMessage,
	response: ServerResponse,
	{ token, ended }: Begun
): void {
	if (ended) meeting.hub.tell('sessionEnded', { session: ended.id, account: ended.account });
	// A browser names the origin of every write.
	const isSecure = (request.headers.origin ?? '').startsWith('https:');
	response.setHeader('set-cookie', sessionCookie(token, { isSecure, seconds: longestMs / 1000 }));
}

/** False where there is no such session of this account. */
export async function endSession(
	{ store, ports, hub }: Meeting,
	account: AccountId,
	session: string,
	origin: string
): Promise<boolean> {
	const at = ports.now();
	const hasEnded = await store.atomically(async ({ signIns, audit }) => {
		if (!(await signIns.endSession(account, session, at))) return false;
		const line = { log: serverLog, at, actor: account, origin, result: 'done' as const };
		await audit.append({ ...line, action: 'sessionEnded', object: `session ${session}`, reason: null });
		return true;
	});
	if (hasEnded) hub.tell('sessionEnded', { session, account });
	return hasEnded;
}

export function forgetSession(response: ServerResponse): void {
	response.setHeader('set-cookie', clearedCookie());
}
