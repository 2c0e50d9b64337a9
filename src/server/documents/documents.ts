import * as Y from 'yjs';
import type { DocumentRefusal } from '#lib/protocol/reasons.ts';
import type { Meeting } from '../meeting.ts';
import { isLargeRemoval, keepVersion } from './deletions.ts';
import { documentLimits, type DocumentLimits } from './limits.ts';
import { createLog } from './log.ts';
import type { DocumentName } from './name.ts';
import type { Room } from './room.ts';
import { createRooms, settled, type Say } from './rooms.ts';
import { tryOn, type Tried, type Writer } from './trial.ts';

/**
 * The documents of this server: the one way in for updates, whichever road they came by.
 * 1. An update is tried, then logged, then applied where sockets read it, then answered for [S5.1].
 * 2. What cannot be opened is set aside and said; the other documents go on.
 * 3. A version is made before the update that takes too much away.
 * 4. Of one document only the current generation takes updates (design D13).
 */
export interface Documents {
	/** Null where there is none; `quarantined` where it cannot be opened. */
	open(name: DocumentName): Promise<Room | 'quarantined' | null>;
	/** Fills `live`, which from now on gets every update once it is logged. */
	attach(name: DocumentName, live: Y.Doc): Promise<'attached' | 'quarantined' | null>;
	detach(name: string, live: Y.Doc): void;
	/** The number under which it is on disk; rejects when the disk refuses. */
	take(room: Room, bytes: Uint8Array, by: Writer): Promise<{ n: number } | { refused: DocumentRefusal }>;
	/** What is logged and this state vector lacks, deletions included. */
	lackingIn(room: Room, stateVector?: Uint8Array): Promise<Uint8Array>;
	/** Takes no more updates, and resolves when the last ones are logged. */
	close(name: string): Promise<void>;
	/** Told when a generation is closed, for whoever has it open. */
	onClosed(act: (name: string) => void): void;
	readonly limits: DocumentLimits;
	/** Everything that was taken is logged, memory is let go. */
	stop(): Promise<void>;
}

interface Options {
	limits?: Partial<DocumentLimits>;
	/** Sentences for whoever runs the server, without content. */
	say?: Say;
}

export function createDocuments(meeting: Meeting, options: Options = {}): Documents {
	const { ports } = meeting;
	const limits: DocumentLimits = { ...documentLimits, ...options.limits };
	const say: Say = options.say ?? ((sentence, error) => console.error(sentence, error ?? ''));
	const log = createLog(meeting);
	const { open, opened, trialOf, spoil, held, snapshot, stop } = createRooms(meeting, limits, say);
	const closedListeners = new Set<(name: string) => void>();

	async function take(room: Room, bytes: Uint8Array, by: Writer) {
		const trial = await trialOf(room);
		if (!room.isCurrent) return { refused: 'notCurrent' as const };
		const outcome = tryOn(trial, room.clients, bytes, by, limits);
		if ('refused' in outcome) {
			if (outcome.isSpoilt) spoil(room);
			return { refused: outcome.refused };
		}
		const { update } = outcome.tried;
		// Everyone who connects says again what was removed: nothing new is not logged.
		if (update === null) return afterUnderway(room);
		if (isTooLarge(room, trial, update)) {
			spoil(room);
			return { refused: 'tooLarge' as const };
		}
		return { n: await logAndApply(room, trial, { ...outcome.tried, update }, by) };
	}

	/** What it says again may be on its way to the disk. */
	async function afterUnderway(room: Room): Promise<{ n: number }> {
		await settled(room);
		return { n: room.n };
	}

	function isTooLarge(room: Room, trial: Y.Doc, update: Uint8Array): boolean {
		room.bytes += update.length;
		if (room.bytes <= limits.documentBytes) return false;
		room.bytes = Y.encodeStateAsUpdate(trial).length;
		return room.bytes > limits.documentBytes;
	}

	async function logAndApply(
		room: Room,
		trial: Y.Doc,
		{ update, bindings, clients, removed }: Tried & { update: Uint8Array },
		by: Writer
	): Promise<number> {
		const fromN = isLargeRemoval({ room, trial, by, removed, now: ports.now() }, limits);
		const account = writerOf(room, clients, by);
		for (const { client, account: owner } of bindings) {
			if (!room.clients.has(client)) by.newClients += 1;
			room.clients.set(client, owner);
		}
		const logged = (async () => {
			if (fromN !== null) await keepVersion(meeting, room.name, fromN, by.account, 'largeDeletion');
			const said = { bytes: update, account, carrier: by.account, receivedAt: ports.now() };
			return log.append(room.name.workspace, room.name.name, { update: said, bindings });
		})();
		room.underway.set(update, logged);
		try {
			const n = await logged;
			room.n = Math.max(room.n, n);
			// On disk before anyone sees it; `local`, for Hocuspocus has nothing to store.
			if (room.live) Y.applyUpdate(room.live, update, { source: 'local', skipStoreHooks: true });
			room.underway.delete(update);
			if (room.n - room.snapshotN >= limits.snapshotAfter) void snapshot(room);
			return n;
		} catch (error) {
			// Not on disk: as if it had never been tried.
			room.underway.delete(update);
			for (const { client } of bindings) room.clients.delete(client);
			if (room.trial === trial) spoil(room);
			throw error;
		}
	}

	return {
		limits,
		open,
		take: (room, bytes, by) => held(room, () => take(room, bytes, by)),
		async attach(name, live) {
			const room = await open(name);
			if (room === null || room === 'quarantined') return room;
			return held(room, async (): Promise<'attached'> => {
				for (;;) {
					const trial = await trialOf(room);
					if (room.underway.size === 0 && room.trial === trial) {
						Y.applyUpdate(live, Y.encodeStateAsUpdate(trial));
						room.live = live;
						return 'attached';
					}
					await settled(room);
				}
			});
		},
		detach(name, live) {
			const room = opened(name);
			if (!room || room.live !== live) return;
			room.live = null;
			room.usedAt = ports.now();
		},
		lackingIn: (room, stateVector) =>
			held(room, async () => {
				for (;;) {
					const trial = await trialOf(room);
					const bytes = Y.encodeStateAsUpdate(room.live ?? trial, stateVector);
					// Whatever is in it is on disk before it goes out.
					if (room.live) return bytes;
					await settled(room);
					if (room.trial === trial) return bytes;
				}
			}),
		async close(name) {
			const room = opened(name);
			if (room) {
				room.isCurrent = false;
				await settled(room);
			}
			for (const act of closedListeners) act(name);
		},
		onClosed: (act) => void closedListeners.add(act),
		async stop() {
			await log.settled();
			stop();
		}
	};
}

/** Whose words they are: of carried ones, the account that is known to write under all of these client ids. */
function writerOf(room: Room, clients: readonly number[], by: Writer) {
	const known = new Set(clients.map((client) => room.clients.get(client) ?? by.account));
	const [only] = known;
	return by.road === 'http' && known.size === 1 && only !== undefined ? only : by.account;
}
