import {
	fetchPhoto,
	known,
	nothingCounted,
	photosIn,
	readStanding,
	startRunner,
	type RoundEnd,
	type Standing,
	type SyncContext
} from '#lib/sync/index.ts';
import type { PersonId } from '#lib/domain/id.ts';
import type { WorkspaceDatabase } from '#lib/local/database.ts';
import type * as Sync from '#lib/sync/live.ts';
import type * as Documents from '../documents/index.ts';
import type { Inside } from '../handle.ts';
import { takeInLater } from '../summaries.ts';
import { explainer } from './explain.ts';
import { tellPresence } from './presence.ts';
import { tellExchange, type Exchange, type Running } from './state.ts';

/**
 * The conversation of one tab:
 * 1. what it claims is counted from what is stored, and falls away with the first act after it;
 * 2. it never holds up an act, and no failure of it reaches one.
 */
export async function runTogether(workspace: Inside, documents: typeof Documents): Promise<Running> {
	const { platform, stored, together } = workspace;
	const database = await stored;
	for (const { name, heardAt } of await database.catalogue.toArray())
		if (heardAt !== null) together.heardAt.set(name, heardAt);
	let live: Sync.Live | null = null;
	const explained = explainer(workspace, documents, (name) => live?.covers(name) === true);
	const context: SyncContext = {
		workspace: workspace.id,
		device: () => workspace.device,
		database,
		road: platform.road,
		ports: platform,
		documents: {
			all: () => documents.openDocumentNames(workspace),
			named: async (name) => (await documents.openNamed(workspace, name))?.shared ?? null,
			make: (entry) => documents.makeFromServer(workspace, entry),
			async catchUp() {
				await documents.catchUp(workspace);
				return workspace.readTo;
			},
			take: (name, updates, change, isEqual) =>
				documents.takeUpdates(workspace, name, updates, { pulled: change, isEqual }, explained.came),
			follow: (name, origin) => documents.followOrigin(workspace, name, origin, explained.came),
			stored: () => documents.storedDocuments(workspace)
		},
		told: {
			factsCame(facts, arrival) {
				explained.factsCame(facts);
				takeInLater(workspace, arrival);
				workspace.tabs.ping();
			},
			clockHeard(deviceOffset) {
				// Or the next fact would be made with what it was, and anew.
				if (workspace.writer) workspace.writer = { ...workspace.writer, deviceOffset };
			},
			handingBack: () => unclaim(workspace, 'newEpoch'),
			changed: () => workspace.tabs.ping(),
			fault: (error) => void workspace.storeFaults.push(error)
		},
		counted: nothingCounted()
	};
	await tellKnown(workspace, database);
	// A count that began before another one ended knows less than it: two may overlap, and the later word stands.
	const begun = () => ({ n: ++counts, acts: together.acts });
	let counts = 0;
	let newest = 0;
	let ofRound = begun();
	const tell = (standing: Standing, from: typeof ofRound, end: RoundEnd | null = null) => {
		const state = end ? { state: end === 'done' ? ('idle' as const) : end } : {};
		if (from.n < newest) return tellExchange(workspace, state);
		newest = from.n;
		// An act between the counting and here is not in what was counted.
		const safeTwice = standing.safeTwice && together.acts === from.acts && workspace.saving.writing === 0;
		tellExchange(workspace, { ...standing, safeTwice, isCounted: true, ...state });
	};
	let isCounting = false;
	/** Asked for while one was under way, which may have read before what it is asked for. */
	let again = false;
	async function count(): Promise<void> {
		again = isCounting;
		if (isCounting) return;
		isCounting = true;
		try {
			do {
				again = false;
				const from = begun();
				tell(await readStanding(context), from);
			} while (again);
		} catch (error) {
			tellExchange(workspace, { safeTwice: false, isCounted: false });
			throw error;
		} finally {
			isCounting = false;
		}
	}
	const runner = startRunner(context, {
		began() {
			explained.begin();
			tellExchange(workspace, { state: 'exchanging' });
		},
		counting: () => void (ofRound = begun()),
		uncounted: () => unclaim(workspace, 'stuck'),
		async ended(end, standing) {
			await explained.end();
			await tellKnown(workspace, database);
			tell(standing, ofRound, end);
			if (ofRound.n < newest) await count();
			if (end !== 'done') return;
			live?.open();
			for (const attendNow of [...wanted]) attendNow();
			for (const follow of attended) follow();
		}
	});

	/** Documents on a screen that are not on this device yet. */
	const wanted = new Set<() => void>();
	/** What a screen attends goes on under another name when it is of another generation. */
	const attended = new Set<() => void>();
	let opening: Promise<Sync.Live> | null = null;
	/** The provider is a chunk of its own: a tablet in the field never asks for it. */
	function liveHere(): Promise<Sync.Live> {
		opening ??= import('#lib/sync/live.ts').then(({ openLive }) => {
			live = openLive(context, {
				presence: (name, others) => tellPresence(together.presence, name, others),
				confirmed() {
					workspace.tabs.ping();
					count().catch(context.told.fault);
				},
				closed: () => runner.wake()
			});
			return live;
		});
		return opening;
	}
	runner.wakeAtOnce();
	// What it was when it was last heard of the server, said before the server is there.
	void count().catch(context.told.fault);

	return {
		wake(hasFacts) {
			const unsent = [...workspace.documents.values()].filter(
				({ shared }) => live?.covers(shared.name) !== true
			);
			// Every edit would ask for a round, where the socket already has it and the barrier will say so.
			if (hasFacts || unsent.length === workspace.documents.size || !live) runner.wake();
			else runner.wakeLate();
		},
		now: async () => void (await runner.now()),
		attend(documentId) {
			let done: (() => void) | null = null;
			let isOver = false;
			const attendNow = () => void liveHere().then(begin).catch(context.told.fault);
			const begin = (open: Sync.Live) => {
				const name = workspace.documents.get(documentId)?.shared.name;
				if (isOver || done) return;
				if (name === undefined) return void wanted.add(attendNow);
				wanted.delete(attendNow);
				done = open.attend(name);
				attendedName = name;
				attended.add(follow);
			};
			let attendedName = '';
			const follow = () => {
				if (workspace.documents.get(documentId)?.shared.name === attendedName) return;
				done?.();
				done = null;
				attendNow();
			};
			attendNow();
			return () => {
				isOver = true;
				wanted.delete(attendNow);
				attended.delete(follow);
				done?.();
			};
		},
		setPlace(documentId, place) {
			// Said before the line is there, it is told with it: the others would not see who came first.
			liveHere()
				.then((open) => {
					const name = workspace.documents.get(documentId)?.shared.name;
					if (name !== undefined) open.setPlace(name, place);
				})
				.catch(context.told.fault);
		},
		async fetchPhoto(fact, sha256) {
			const photo = photosIn(fact).find((one) => one.sha256 === sha256);
			return photo ? fetchPhoto(context, photo) : null;
		},
		recount: () => void count().catch(context.told.fault),
		standing: () => readStanding(context),
		async stop() {
			live?.close();
			await runner.stop();
		}
	};
}

/** What was counted before this proves nothing any more, also where that count is still under way. */
function unclaim(workspace: Inside, state: Exchange['state']): void {
	workspace.together.acts++;
	tellExchange(workspace, { state, safeTwice: false, isCounted: false });
}

async function tellKnown(workspace: Inside, database: WorkspaceDatabase): Promise<void> {
	const [lastAt, account, grants, me] = await Promise.all([
		known(database, 'lastAt'),
		known(database, 'account'),
		known(database, 'grants'),
		database.meta.get('me')
	]);
	workspace.meId = (me?.value ?? null) as PersonId | null;
	tellExchange(workspace, { lastAt, account, grants: grants ?? [] });
}
