import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createApi, type Answered, type Api } from './api/api.ts';
import { folderBlobs } from './blobs/folder.ts';
import { localOrigins, type Config } from './config.ts';
import { serverPorts } from './crypto.ts';
import { createDocuments } from './documents/documents.ts';
import { documentRoutes } from './documents/routes.ts';
import { createSubjects } from './facts/subjects.ts';
import { createHub } from './hub.ts';
import type { Identity } from './identity/identity.ts';
import { signInParts } from './identity/parts.ts';
import { signInRoutes } from './identity/routes.ts';
import { sessionIdentity } from './identity/sessions.ts';
import type { Meeting } from './meeting.ts';
import { createSockets, type Sockets } from './sockets/sockets.ts';
import { holdFolder } from './store/hold-folder.ts';
import { openSqlite } from './store/sqlite.ts';

/** The second safe place, opened from a folder: its store, photos and people, and how they are spoken to. */
export interface MeetingPoint {
	meeting: Meeting;
	identity: Identity;
	origins: ReadonlySet<string>;
	api: Api;
	/** Where it turned out to listen: what `localhost` means, where the configuration names no address. */
	listensAt(port: number): void;
	/** For the console of this machine; null once the first account is there. */
	setupCode(): Promise<string | null>;
	notReady(): Promise<'store' | 'disk' | null>;
	/** For the `upgrade` event of the HTTP server. */
	readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/** Open sockets, and documents in memory. */
	counts(): ReturnType<Sockets['counts']>;
	/** Says goodbye to every socket: a server that stops would wait for them. */
	hangUp(): void;
	/** Everything on disk, and the files let go. */
	close(): Promise<void>;
}
export interface Told {
	onAnswered?: (answered: Answered) => void;
	onFault: (about: string, error: unknown) => void;
	/** A sentence for whoever runs the server, without content. */
	say: (sentence: string, error?: unknown) => void;
}

/** Throws what the file system says where the folder cannot be written in, and `FolderInUse`. */
export async function openMeetingPoint(
	config: Pick<Config, 'dataDir' | 'origins' | 'rp' | 'isDemo' | 'port'>,
	told: Told
): Promise<MeetingPoint> {
	const { dataDir, rp, isDemo } = config;
	// Only the account of the server reads along: a store is as confidential as what is in it.
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	await mustBeWritable(dataDir);
	const hold = await holdFolder(dataDir);
	const store = await openSqlite(join(dataDir, 'driehoek.db'));
	const ports = serverPorts();
	await store.startFirstEpoch(ports.newId());
	const hub = createHub((error) => told.onFault('hub', error));
	const [blobs, subjects] = [folderBlobs(join(dataDir, 'blobs')), createSubjects(store)];
	const meeting: Meeting = { store, blobs, ports, hub, subjects };
	const origins = new Set(config.origins);
	const parts = signInParts({ meeting, origins, rp, isDemo });
	const identity = sessionIdentity(parts);
	const listensAt = (port: number) => {
		if (config.origins.length === 0) for (const origin of localOrigins(port)) origins.add(origin);
	};
	listensAt(config.port);
	const documents = createDocuments(meeting, { say: told.say });
	const sockets = createSockets({ meeting, identity, origins, documents, onFault: told.onFault });
	const routes = { ...signInRoutes(parts), workspace: documentRoutes(documents) };
	return {
		...{ meeting, identity, origins, listensAt },
		upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
		counts: () => sockets.counts(),
		hangUp: () => sockets.stop(),
		api: createApi({ meeting, identity, origins, routes, ...told }),
		setupCode: async () => ((await store.signIns.setUpBy()) === null ? parts.setupCode : null),
		async notReady() {
			try {
				await store.epoch();
			} catch {
				return 'store';
			}
			return mustBeWritable(dataDir).then(
				() => null,
				() => 'disk' as const
			);
		},
		async close() {
			sockets.stop();
			await documents.stop();
			// The last one who closes the file writes its log back into it.
			await store.close();
			await hold.letGo();
		}
	};
}

async function mustBeWritable(folder: string): Promise<void> {
	const file = join(folder, `.writable-${process.pid}`);
	await writeFile(file, '');
	await rm(file, { force: true });
}
