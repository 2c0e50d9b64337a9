import * as Y from 'yjs';
import type { AccountId } from '#lib/domain/id.ts';
import type { Meeting } from '../meeting.ts';
import type { DocumentLimits } from './limits.ts';
import type { DocumentName } from './name.ts';
import { loadState, type Poison, type Room } from './room.ts';
import type { Writer } from './trial.ts';

/**
 * The documents that are in memory: read when they are asked for, let go of when nobody did for a while.
 * 1. One document is read once, however many ask for it at once.
 * 2. What cannot be read is set aside and said; asking for it again gives the same answer.
 * 3. A room that someone holds, or that has updates on their way to the disk, is never let go of.
 */
export interface Rooms {
	/** Null where there is none; `quarantined` where it cannot be opened. */
	open(name: DocumentName): Promise<Room | 'quarantined' | null>;
	/** Where it is in memory. */
	opened(name: string): Room | null;
	/** The copy on which updates are tried. */
	trialOf(room: Room): Promise<Y.Doc>;
	/** An update broke the copy: the next one who asks gets a new one. */
	spoil(room: Room): void;
	/** Not let go of meanwhile. */
	held<T>(room: Room, act: () => Promise<T>): Promise<T>;
	/** At a moment when the copy holds exactly what is logged; else the next one will do. */
	snapshot(room: Room): Promise<void>;
	stop(): void;
}
export type Say = (sentence: string, error?: unknown) => void;

export function createRooms({ store, ports }: Meeting, limits: DocumentLimits, say: Say): Rooms {
	const rooms = new Map<string, Promise<Room | 'quarantined' | null>>();
	const opened = new Map<string, Room>();
	const sweep = setInterval(() => dropIdle(), limits.idleMs / 2);
	sweep.unref();

	async function load(name: DocumentName): Promise<Room | 'quarantined' | null> {
		const entry = await store.documents.find(name.workspace, name.name);
		if (!entry) return null;
		if (entry.quarantined !== null) return 'quarantined';
		const state = await loadState(store, name, limits);
		if (!state) return null;
		if ('poison' in state) {
			await setAside(name, state.poison);
			return 'quarantined';
		}
		const clients = await store.documents.clients(name.workspace, name.name);
		const room: Room = {
			...{ name, confidentiality: entry.confidentiality, isCurrent: entry.isCurrent },
			...{ trial: state.doc, remaking: null, live: null, underway: new Map<Uint8Array, Promise<number>>() },
			clients: new Map(clients.map(({ client, account }) => [client, account])),
			...{ n: entry.lastN, snapshotN: state.snapshotN, bytes: state.bytes },
			...{ usedAt: ports.now(), writers: new Map<AccountId, Writer>(), holders: 0 }
		};
		opened.set(name.name, room);
		return room;
	}

	async function open(name: DocumentName): Promise<Room | 'quarantined' | null> {
		const known = rooms.get(name.name);
		const loading = known ?? load(name);
		if (!known) rooms.set(name.name, loading);
		try {
			const room = await loading;
			if (room === null || room === 'quarantined') rooms.delete(name.name);
			else room.usedAt = ports.now();
			return room;
		} catch (error) {
			rooms.delete(name.name);
			throw error;
		}
	}

	async function setAside({ workspace, name }: DocumentName, poison: Poison): Promise<void> {
		say(`The document ${name} cannot be opened: ${poison}. It is set aside; the others go on.`);
		await store.atomically(async ({ documents, audit }) => {
			await documents.quarantine(workspace, name, poison);
			await audit.append({
				...{ log: workspace, at: ports.now(), actor: null, action: 'documentQuarantined' },
				...{ object: `document ${name}`, result: 'done', origin: 'server', reason: poison }
			});
		});
	}

	/** From what is logged and what is being logged, after an update spoilt the copy. */
	async function remake(room: Room): Promise<Y.Doc> {
		try {
			const trial = new Y.Doc();
			if (room.live) Y.applyUpdate(trial, Y.encodeStateAsUpdate(room.live));
			else {
				const state = await loadState(store, room.name, limits);
				if (!state || 'poison' in state) throw new Error(`${room.name.name} cannot be read any more`);
				Y.applyUpdate(trial, Y.encodeStateAsUpdate(state.doc));
			}
			for (const update of room.underway.keys()) Y.applyUpdate(trial, update);
			room.trial = trial;
			return trial;
		} finally {
			room.remaking = null;
		}
	}

	function spoil(room: Room): void {
		room.trial?.destroy();
		room.trial = null;
	}

	const trialOf = async (room: Room): Promise<Y.Doc> =>
		room.trial ?? (await (room.remaking ??= remake(room)));

	/** Not let go of meanwhile. */
	async function held<T>(room: Room, act: () => Promise<T>): Promise<T> {
		room.holders += 1;
		room.usedAt = ports.now();
		try {
			return await act();
		} finally {
			room.holders -= 1;
		}
	}

	/** At a moment when the copy holds exactly what is logged; else the next one will do. */
	async function snapshot(room: Room): Promise<void> {
		const { trial, n } = room;
		if (!trial || room.underway.size > 0 || n <= room.snapshotN) return;
		const before = room.snapshotN;
		room.snapshotN = n;
		try {
			const bytes = Y.encodeStateAsUpdate(trial);
			room.bytes = bytes.length;
			await store.documents.putSnapshot(room.name.workspace, room.name.name, n, bytes);
		} catch (error) {
			room.snapshotN = before;
			say(`The document ${room.name.name} got no snapshot.`, error);
		}
	}

	function dropIdle(): void {
		const now = ports.now();
		for (const room of opened.values())
			if (isIdle(room) && now - room.usedAt >= limits.idleMs) {
				// A short log is quick to read again.
				if (room.n - room.snapshotN >= limits.snapshotAfter / 10) void snapshot(room);
				drop(room);
			}
	}

	function drop(room: Room): void {
		opened.delete(room.name.name);
		rooms.delete(room.name.name);
		room.trial = null;
	}

	return {
		open,
		opened: (name) => opened.get(name) ?? null,
		...{ trialOf, spoil, held, snapshot },
		stop() {
			clearInterval(sweep);
			for (const room of [...opened.values()]) drop(room);
		}
	};
}

function isIdle({ live, holders, underway }: Room): boolean {
	return live === null && holders === 0 && underway.size === 0;
}

/** Resolves when what is being logged now is logged, or refused by the disk. */
export async function settled(room: Room): Promise<void> {
	await Promise.allSettled([...room.underway.values()]);
}
