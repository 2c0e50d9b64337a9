import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApi, type Answered, type Api } from './api/api.ts';
import { folderBlobs } from './blobs/folder.ts';
import { localOrigins, type Config } from './config.ts';
import { serverPorts } from './crypto.ts';
import { createHub } from './hub.ts';
import type { Identity } from './identity/identity.ts';
import { signInParts } from './identity/parts.ts';
import { signInRoutes } from './identity/routes.ts';
import { sessionIdentity } from './identity/sessions.ts';
import type { Meeting } from './meeting.ts';
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
	/** Everything on disk, and the files let go. */
	close(): Promise<void>;
}
export interface Told {
	onAnswered?: (answered: Answered) => void;
	onFault: (about: string, error: unknown) => void;
}

/** Throws what the file system says where the folder cannot be written in. */
export async function openMeetingPoint(
	config: Pick<Config, 'dataDir' | 'origins' | 'rp' | 'isDemo' | 'port'>,
	told: Told
): Promise<MeetingPoint> {
	const { dataDir, rp, isDemo } = config;
	// Only the account of the server reads along: a store is as confidential as what is in it.
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	await mustBeWritable(dataDir);
	const store = await openSqlite(join(dataDir, 'driehoek.db'));
	const ports = serverPorts();
	await store.startFirstEpoch(ports.newId());
	const hub = createHub((error) => told.onFault('hub', error));
	const meeting: Meeting = { store, blobs: folderBlobs(join(dataDir, 'blobs')), ports, hub };
	const origins = new Set(config.origins);
	const parts = signInParts({ meeting, origins, rp, isDemo });
	const identity = sessionIdentity(parts);
	const listensAt = (port: number) => {
		if (config.origins.length === 0) for (const origin of localOrigins(port)) origins.add(origin);
	};
	listensAt(config.port);
	return {
		...{ meeting, identity, origins, listensAt },
		api: createApi({ meeting, identity, origins, routes: signInRoutes(parts), ...told }),
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
		// The last one who closes the file writes its log back into it.
		close: () => store.close()
	};
}

async function mustBeWritable(folder: string): Promise<void> {
	const file = join(folder, `.writable-${process.pid}`);
	await writeFile(file, '');
	await rm(file, { force: true });
}
