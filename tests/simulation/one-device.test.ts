// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyChains } from '#lib/domain/fact/chain.ts';
import { allRefs } from '#lib/collab/shared-document.ts';
import { projected } from '#lib/workspace/documents/change.ts';
import { inside } from '#lib/workspace/handle.ts';
import {
	add,
	closeWorkspace,
	createWorkspace,
	edit,
	openHouse,
	openWorkspace,
	setStatus,
	redo,
	undo,
	type Activity,
	type House,
	type Workspace
} from '#lib/workspace/index.ts';
import { device, type Device } from './support/device.ts';

/** What may happen to one device with two tabs; `tab` says in which of the two. */
type Happening =
	| { what: 'add' | 'edit' | 'status' | 'undo' | 'redo' | 'restartTab'; tab: 0 | 1 }
	| { what: 'restartDevice' }
	| { what: 'loseStores' | 'loseProjection' | 'loseJournal'; tab: 0 }
	| { what: 'clock'; hours: number };

const tab = fc.constantFrom(0 as const, 1 as const);
const happening: fc.Arbitrary<Happening> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({ what: fc.constantFrom('add' as const, 'edit' as const, 'status' as const), tab })
	},
	{
		weight: 6,
		arbitrary: fc.record({ what: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const), tab })
	},
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('restartTab' as const), tab }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('restartDevice' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			what: fc.constantFrom('loseStores' as const, 'loseProjection' as const, 'loseJournal' as const),
			tab: fc.constant(0 as const)
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ what: fc.constant('clock' as const), hours: fc.integer({ min: -48, max: 48 }) })
	}
);

let houses = 0;
/** Of all runs: one in which nothing was turned proves nothing of it. */
let turns = 0;

class World {
	readonly tabs: Workspace[] = [];
	/** Measures whose adding was acknowledged and not undone since: none may ever be missing. */
	readonly promised = new Set<string>();
	/** What was done and what was undone, by any tab, in the order in which it was: the last is turned first. */
	#done: Activity[] = [];
	#undone: Activity[] = [];
	readonly #house: House;
	readonly #clock: Device;
	readonly #id: string;
	readonly #item: { parent: never; themeId: never; itemId: never };

	private constructor(
		house: House,
		clock: Device,
		id: string,
		item: { parent: never; themeId: never; itemId: never }
	) {
		this.#house = house;
		this.#clock = clock;
		this.#id = id;
		this.#item = item;
	}

	static async start(): Promise<World> {
		const clock = device(++houses);
		const house = await openHouse(clock, `simulation-${houses}`);
		const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Marit' });
		const first = await openWorkspace(house, id);
		const parent = await add(first, 'programmes', { title: 'Programma' });
		const themeId = await add(first, 'themes', { parent, title: 'Thema' });
		const itemId = await add(first, 'items', { parent, themeId, title: 'Actiepunt' });
		await closeWorkspace(first);
		const world = new World(house, clock, id, {
			parent: parent as never,
			themeId: themeId as never,
			itemId: itemId as never
		});
		await world.openTabs();
		// Done under a clock that only went on.
		world.#done = (await world.#stored()).toSorted((a, b) => a.at - b.at);
		return world;
	}

	async openTabs(): Promise<void> {
		for (const at of [0, 1]) await this.openTab(at);
	}
	async openTab(at: number): Promise<void> {
		const workspace = await openWorkspace(this.#house, this.#id);
		await inside(workspace).opened;
		this.tabs[at] = workspace;
	}
	tab(at: number): Workspace {
		const workspace = this.tabs[at];
		if (!workspace) throw new Error(`no tab ${at}`);
		return workspace;
	}
	async closeTabs(): Promise<void> {
		for (const workspace of this.tabs) await closeWorkspace(workspace);
	}

	async happen(one: Happening): Promise<void> {
		if (one.what === 'clock') return this.#clock.advance(one.hours * 3_600_000);
		if (one.what === 'restartDevice') {
			await this.closeTabs();
			return this.openTabs();
		}
		const workspace = this.tab(one.tab);
		// What another tab did a moment ago is known when a hand comes to this one.
		await Promise.all(this.tabs.map((tab) => inside(tab).reading));
		if (one.what === 'undo' || one.what === 'redo') return this.turn(workspace, one.what);
		if (one.what.startsWith('lose')) return this.lose(one.what);
		const before = new Set((await this.#stored()).map(({ id }) => id));
		const some = workspace.rows.measures.all.at(-1);
		if (one.what === 'restartTab') {
			await closeWorkspace(workspace);
			await this.openTab(one.tab);
		} else if (one.what === 'add') {
			const id = await add(workspace, 'measures', { ...this.#item, text: `Maatregel ${this.promised.size}` });
			this.promised.add(id);
		} else if (one.what === 'edit' && some)
			await edit(workspace, 'measures', [some.id], { text: `${some.text}!` });
		else if (one.what === 'status' && some)
			await setStatus(workspace, [some.id], { status: 'running', colour: null, reason: null });
		const fresh = (await this.#stored()).filter(({ id }) => !before.has(id));
		this.#done.push(...fresh);
		if (fresh.length > 0) this.#undone = [];
	}

	async #stored(): Promise<Activity[]> {
		return (await inside(this.tab(0)).stored).activity.toArray();
	}

	async turn(workspace: Workspace, what: 'undo' | 'redo'): Promise<void> {
		const [from, to] = what === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
		const last = from.at(-1);
		const turned = await (what === 'undo' ? undo(workspace) : redo(workspace));
		expect(turned.label, `${what} takes what came last`).toEqual(last?.label ?? null);
		if (!turned.ok || !last) return;
		to.push(...from.splice(-1));
		turns++;
		if (last.label.what !== 'added' || last.label.collection !== 'measures') return;
		for (const id of last.ids) {
			if (what === 'undo') this.promised.delete(id);
			else this.promised.add(id);
		}
	}

	/** One of the three places is gone at a restart; the other two must be enough. */
	async lose(what: string): Promise<void> {
		const database = await inside(this.tab(0)).stored;
		if (what === 'loseProjection') await database.rows.clear();
		if (what === 'loseJournal') await database.journal.clear();
		await this.closeTabs();
		if (what === 'loseStores')
			for (const { name = '' } of await indexedDB.databases())
				if (name.startsWith(`${database.name}:`)) await Dexie.delete(name);
		await this.openTabs();
	}
}

/** The rows as the documents themselves hold them: a projection could look right over an empty document. */
function measuresInDocuments(workspace: Workspace): unknown[] {
	const documents = [...inside(workspace).documents.values()];
	const rows = documents.flatMap(({ shared }) => allRefs(shared).flatMap((ref) => projected(shared, ref)));
	const measures = rows.filter(({ collection, row }) => collection === 'measures' && row.removedAt === null);
	return measures
		.map(({ row }) => row)
		.sort((a, b) => (`${a.order} ${a.id}` < `${b.order} ${b.id}` ? -1 : 1));
}

test('[S1] [S6] [D6] whatever happens to one device with two tabs, nothing acknowledged is lost and both show the same', async () => {
	let acts = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 14 }), async (happenings) => {
			const world = await World.start();
			for (const one of happenings) {
				await world.happen(one);
				acts++;
			}
			await world.closeTabs();
			await world.openTabs();
			const [one, two] = world.tabs.map((workspace) => workspace.rows.measures.all);
			expect(two).toEqual(one);
			expect(new Set(one?.map((row) => row.id))).toEqual(world.promised);
			for (const workspace of world.tabs) expect(measuresInDocuments(workspace)).toEqual(one);
			const facts = await (await inside(world.tab(0)).stored).facts.toArray();
			expect(await verifyChains(inside(world.tab(0)).platform, facts)).toEqual([]);
			await world.closeTabs();
		}),
		{
			numRuns: Number(process.env['SEEDS'] ?? 25),
			interruptAfterTimeLimit: 240_000,
			markInterruptAsFailure: true
		}
	);
	expect(acts).toBeGreaterThan(60);
	expect(turns).toBeGreaterThan(3);
}, 300_000);
