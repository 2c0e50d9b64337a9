import type { DeviceId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import { collections } from '#lib/domain/step.ts';
import type { WorkspaceDatabase, WorkspaceEntry } from '#lib/local/database.ts';
import { townStore } from '#lib/local/stores.ts';
import { activityLog, readActivity, readNewActivity, showActivity } from './activity.ts';
import { followDrafts, keepDrafts } from './draft.ts';
import { FactTable } from './facts.ts';
import { historyOf } from './history.ts';
import type * as Documents from './documents/index.ts';
import type { Inside } from './handle.ts';
import { live } from './live.svelte.ts';
import type { Platform } from './platform.ts';
import { recount, startTogether, stopTogether } from './together/start.ts';
import { togetherState } from './together/state.ts';
import { develop } from './pictures.ts';
import { readFirst } from './read-first.ts';
import { Refused } from './refused.ts';
import { untilItStands } from './safety.ts';
import { followArrivals, healSummaries, storeSummaries } from './summaries.ts';
import { patchTables, RowTable } from './table.ts';
import { noteVisit, visitOf } from './visit.ts';

/**
 * Opening a workspace:
 * 1. the projection is read first, and nothing is written: a screen waits for one reading of this device, no more;
 * 2. the activity, the code of the documents and the documents themselves come behind it (`opened`);
 * 3. other tabs only ping; this tab reads what it missed [D6].
 */
export async function openEntry(platform: Platform, entry: WorkspaceEntry): Promise<Inside> {
	const tables = makeTables();
	const { reading, database } = await readFirst(platform, entry.database);
	const { meta, rows, summaries, waiting, drafts } = reading;
	patchTables(tables, rows);
	const now = platform.now();
	const log = activityLog();
	const saving: Inside['saving'] = {
		safety: { state: 'here', waiting, reason: null },
		live: live(),
		tail: Promise.resolve(),
		writing: 0,
		refused: new Map()
	};
	const together = togetherState();
	const workspace: Inside = {
		id: entry.id as WorkspaceId,
		municipality: entry.municipality,
		isDemo: entry.isDemo,
		platform,
		databaseName: entry.database,
		stored: new Promise(() => {}),
		device: String(meta.get('device')) as DeviceId,
		meId: (meta.get('me') ?? null) as PersonId | null,
		registerId: String(meta.get('register')),
		get me() {
			together.live.read();
			return workspace.meId === null ? null : (tables.people.get(workspace.meId) ?? null);
		},
		rows: tables,
		tables,
		facts: new FactTable(
			() => workspace.stored,
			(count) => workspace.storeFaults.push(new Error(`${count} stored facts have no envelope`)),
			() => readAgain(workspace)
		),
		get factTable() {
			return workspace.facts as FactTable;
		},
		get activity() {
			log.live.read();
			return log.entries;
		},
		get isActivityRead() {
			log.live.read();
			return log.isRead;
		},
		get history() {
			log.live.read();
			return historyOf(log.entries);
		},
		get safety() {
			saving.live.read();
			return saving.safety;
		},
		get exchange() {
			together.live.read();
			return together.exchange;
		},
		get present() {
			together.presence.presentLive.read();
			return together.presence.present;
		},
		get carets() {
			together.presence.caretsLive.read();
			return together.presence.carets;
		},
		together,
		previousVisitAt: visitOf(meta.get('visit'), now),
		documents: new Map(),
		arriving: new Map(),
		storeFaults: [],
		log,
		saving,
		opened: new Promise(() => {}),
		atHand: null,
		writer: null,
		readTo: 0,
		confirmedTo: 0,
		arrivedTo: Number(meta.get('summarisedTo') ?? 0),
		unstored: new Map(),
		storing: null,
		drafts: {
			kept: new Map(drafts.map((draft) => [draft.key, draft])),
			dirty: new Set(),
			timer: null,
			lastAt: drafts.reduce((most, { at }) => Math.max(most, at), 0),
			saying: new Set(),
			said: new Map(),
			live: live()
		},
		pictures: { tail: Promise.resolve(), again: null, live: live() },
		reading: Promise.resolve(),
		closed: false,
		tabs: platform.openChannel(`driehoek:${entry.database}`, () => readAgain(workspace)),
		close: () => closeAll(workspace)
	};
	workspace.factTable.fill(summaries);
	workspace.stored = storeOf(workspace, database);
	workspace.opened = openDocuments(workspace, now);
	return workspace;
}

/** How a browser says that a file did not come. */
function comes<T>(code: Promise<T>): Promise<T> {
	return code.catch((error: unknown) => {
		throw error instanceof TypeError ? new Refused('notLoaded') : error;
	});
}

/** Behind the first screen. On a first visit the network may go before this code has come: it is asked for again. */
async function storeOf(workspace: Inside, loaded: WorkspaceDatabase | null): Promise<WorkspaceDatabase> {
	const { platform, databaseName } = workspace;
	if (!loaded) await platform.afterPaint();
	await platform.freshLog();
	const load = () => comes(townStore(databaseName));
	const database = loaded ?? (await untilItStands(workspace, 'reading', load));
	database.on('versionchange', ({ newVersion }) => {
		// The town is thrown away in another tab. A newer Driehoek instead is met, and named, at the next request.
		if (newVersion === null) void closeAll(workspace);
	});
	// A connection is lost when a write broke off, as on a full disk; what comes behind that comes into a new log [S2.8].
	// Not at the loss itself: a page that goes to sleep loses its connections too, and would take the log's with it.
	let times = 0;
	database.on('ready', () => platform.freshLog(times++ > 0 ? 'brokeOff' : undefined), true);
	// A store that was thrown away is made anew by asking for it; what was in it is not.
	database.on('populate', () => {
		throw new Refused('storeGone');
	});
	return database;
}

function makeTables(): Inside['tables'] {
	const made = Object.fromEntries(collections.map((collection) => [collection, new RowTable()]));
	return made as unknown as Inside['tables'];
}

async function openDocuments(workspace: Inside, now: number): Promise<Awaited<Inside['opened']>> {
	await workspace.platform.afterPaint();
	const [documents] = await Promise.all([
		untilItStands(workspace, 'reading', () => comes(import('./documents/index.ts'))),
		untilItStands(workspace, 'reading', () => readActivity(workspace)),
		// A disk that is full must not keep a plan from being read.
		noteVisit(workspace, now).catch((error: unknown) => workspace.storeFaults.push(error))
	]);
	await untilItStands(workspace, 'reading', () => documents.loadDocuments(workspace));
	await untilItStands(workspace, 'reading', () => healSummaries(workspace));
	await untilItStands(workspace, 'reading', () => readWhatCame(workspace, documents));
	develop(workspace);
	await untilItStands(workspace, 'reading', () => startTogether(workspace, documents));
	return documents;
}

/** One reading after another; a failure is said where the safety word stands, and is tried again. */
function readAgain(workspace: Inside): void {
	workspace.reading = workspace.reading
		.then(async () => {
			const documents = await workspace.opened;
			if (workspace.closed) return;
			await untilItStands(workspace, 'reading', () => readWhatCame(workspace, documents));
		})
		.catch((error: unknown) => void workspace.storeFaults.push(error));
}

/**
 * The activity is read before the journal and shown after it: an act is one transaction, so whatever is read of it
 * first, the rest is found behind it. The other way round an undo could meet a row that is not here yet.
 */
async function readWhatCame(workspace: Inside, { catchUp }: typeof Documents): Promise<void> {
	const activity = await readNewActivity(workspace);
	await catchUp(workspace);
	await followArrivals(workspace);
	await followDrafts(workspace);
	recount(workspace);
	showActivity(workspace.log, activity);
}

async function closeAll(workspace: Inside): Promise<void> {
	workspace.closed = true;
	workspace.tabs.close();
	// Broken off on its way: what was on this screen only is still written below, where there is something to write to.
	await workspace.opened.catch((error: unknown) => workspace.storeFaults.push(error));
	await stopTogether(workspace);
	await workspace.saving.tail;
	await workspace.reading;
	// Neither is lost when it is refused: arrivals say what to summarise again, notes hold the words.
	await storeSummaries(workspace).catch((error: unknown) => workspace.storeFaults.push(error));
	await keepDrafts(workspace).catch((error: unknown) => workspace.storeFaults.push(error));
	workspace.pictures.again?.();
	await workspace.pictures.tail;
	const open = [...workspace.documents.values(), ...workspace.arriving.values()];
	await Promise.all(open.flatMap(({ store }) => store?.destroy() ?? []));
	await workspace.stored.then(
		(database) => database.close(),
		() => undefined
	);
}
