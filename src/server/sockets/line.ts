import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { isMember } from '#lib/domain/access/can.ts';
import type { AccountId, DeviceId, WorkspaceId } from '#lib/domain/id.ts';
import type { Identity } from '../identity/identity.ts';
import type { Meeting } from '../meeting.ts';
import type { GivenGrant } from '../store/store.ts';
import type { SocketLimits } from './limits.ts';

/** Why a line is closed: what a client makes of it stands in docs/wire.md. */
export const closing = {
	brokenRule: 4400,
	signedOut: 4401,
	noRight: 4403,
	notCurrent: 4409,
	tooMany: 4429,
	goingAway: 1001
} as const;

/** One open socket of someone, in one workspace. */
export interface Line {
	socket: WebSocket;
	request: IncomingMessage;
	workspace: WorkspaceId;
	account: AccountId;
	/** The public id of the session. */
	session: string;
	/** The device that says it is on it, or null. */
	device: DeviceId | null;
	/** As of now: fetched at the upgrade and whenever they changed. */
	grants: readonly GivenGrant[];
	/** Rights or the time are other than before. */
	recheck: () => void;
	/** Rights were given or taken. */
	tellRights: () => void;
	slowSince: number | null;
	isAlive: boolean;
}

/** How long a closed line may take to say goodbye. */
const goodbyeMs = 1000;

export function hangUp(line: Pick<Line, 'socket'>, code: number, reason: string): void {
	const { socket } = line;
	socket.close(code, reason);
	setTimeout(() => socket.terminate(), goodbyeMs).unref();
}

/**
 * Who is on the line.
 * 1. A line whose session ended or whose last right went is closed at once, and one whose right ran out within a sweep
 *    [S11.2].
 * 2. A reader that does not read is cut off, so that what waits for it does not fill the memory.
 */
export interface Lines {
	/** False: this account, or this process, has enough of them. */
	hasRoom(account: AccountId): boolean;
	add(line: Line): void;
	of(workspace: WorkspaceId): ReadonlySet<Line>;
	count(): number;
	stop(): void;
}

export function createLines(
	{ store, hub, ports }: Meeting,
	identity: Identity,
	limits: SocketLimits,
	onFault: (error: unknown) => void
): Lines {
	const all = new Set<Line>();
	const byWorkspace = new Map<WorkspaceId, Set<Line>>();
	const perAccount = new Map<AccountId, number>();
	const none: ReadonlySet<Line> = new Set();

	async function refresh(workspace: WorkspaceId, account: AccountId): Promise<void> {
		const theirs = [...(byWorkspace.get(workspace) ?? none)].filter((line) => line.account === account);
		if (theirs.length === 0) return;
		const grants = await store.people.grantsOf(workspace, account);
		for (const line of theirs) {
			line.grants = grants;
			line.tellRights();
			check(line);
		}
	}

	function check(line: Line): void {
		if (!isMember(line.grants, line.workspace, ports.now())) hangUp(line, closing.noRight, 'noRight');
		else line.recheck();
	}

	function checkReading(line: Line): void {
		const { slow, slowForMs, most } = limits.buffered;
		const waiting = line.socket.bufferedAmount;
		line.slowSince = waiting > slow ? (line.slowSince ?? ports.now()) : null;
		const isTooSlow = line.slowSince !== null && ports.now() - line.slowSince >= slowForMs;
		if (waiting > most || isTooSlow) line.socket.terminate();
	}

	async function heartbeat(): Promise<void> {
		for (const line of [...all]) {
			if (!line.isAlive) {
				line.socket.terminate();
				continue;
			}
			line.isAlive = false;
			line.socket.ping();
			if (!(await identity.of(line.request))) hangUp(line, closing.signedOut, 'signedOut');
		}
	}

	const stops = [
		hub.on('sessionEnded', ({ session }) => {
			for (const line of all) if (line.session === session) hangUp(line, closing.signedOut, 'signedOut');
		}),
		hub.on('deviceRevoked', ({ workspace, device }) => {
			for (const line of byWorkspace.get(workspace) ?? none)
				if (line.device === device) hangUp(line, closing.noRight, 'deviceRevoked');
		}),
		hub.on('rightsChanged', ({ workspace, account }) => void refresh(workspace, account).catch(onFault))
	];
	const sweep = setInterval(() => {
		for (const line of all) {
			checkReading(line);
			check(line);
		}
	}, limits.sweepMs);
	const beat = setInterval(() => void heartbeat().catch(onFault), limits.heartbeatMs);

	return {
		hasRoom: (account) => all.size < limits.lines && (perAccount.get(account) ?? 0) < limits.linesPerAccount,
		add(line) {
			const { workspace, account, socket } = line;
			all.add(line);
			perAccount.set(account, (perAccount.get(account) ?? 0) + 1);
			const here = byWorkspace.get(workspace) ?? new Set();
			byWorkspace.set(workspace, here.add(line));
			socket.on('pong', () => void (line.isAlive = true));
			socket.once('close', () => {
				all.delete(line);
				here.delete(line);
				if (here.size === 0 && byWorkspace.get(workspace) === here) byWorkspace.delete(workspace);
				const left = (perAccount.get(account) ?? 1) - 1;
				if (left > 0) perAccount.set(account, left);
				else perAccount.delete(account);
			});
		},
		of: (workspace) => byWorkspace.get(workspace) ?? none,
		count: () => all.size,
		stop() {
			for (const stop of stops) stop();
			clearInterval(sweep);
			clearInterval(beat);
			for (const line of all) hangUp(line, closing.goingAway, 'goingAway');
		}
	};
}
