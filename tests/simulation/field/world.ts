import { inside } from '#lib/workspace/handle.ts';
import { restoreWorkspace, workspaceFile } from '#lib/workspace/file.ts';
import { counts, perform, type Scene } from './acts.ts';
import { checkDrafts, checkPromises, checkQuiet, hexOf, storedFacts } from './check.ts';
import { endFaults, hits, isFaulty, plant } from './faults.ts';
import type { Act, Happening, Where } from './happening.ts';
import { endConnections, lose, namesFrom, rawRows } from './raw.ts';
import { cloneDevice, foundTown, killTab, openTab, type Device, type OpenTab } from './town.ts';

/** A wait of this many turns of the event loop, with time passing in each, is one that has no end (house rule 6). */
const turnsAtMost = 6000;
const passPerTurnMs = 25;
const liesAtMost = 8;

interface Pending {
	open: OpenTab;
	isDone: boolean;
	error: unknown;
	/** Hits of faults when it began, and turns since. */
	turns: number;
}

export class World {
	readonly devices: Device[] = [];
	readonly #scene: Scene;
	#pending: Pending[] = [];
	#wasKilled = false;
	/** Had tabs killed since its databases were last deleted: only there may connections be left that nobody holds. */
	readonly #killedOn = new Set<Device>();
	#isOver = false;
	#lies = 0;
	#words = 0;

	private constructor(device: Device, scene: Omit<Scene, 'word'>) {
		this.devices.push(device);
		this.#scene = { ...scene, word: () => `woord${++this.#words}` };
	}

	static async start(seed: number): Promise<World> {
		endFaults();
		const { device, ...rest } = await foundTown(seed);
		const world = new World(device, { ...rest, undone: new Set() });
		await world.openAll(device);
		return world;
	}

	#device(at: 0 | 1): Device {
		const device = this.devices[at] ?? this.devices[0];
		if (!device) throw new Error('no device');
		return device;
	}

	// --- time -----------------------------------------------------------------------------------------------------

	/** One turn of the event loop, in which a little time passes and everything said is held against what is stored. */
	async turn(): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
		for (const device of this.devices) {
			device.profile.pass(passPerTurnMs);
			for (const open of device.open) this.#checkWord(device, open);
		}
		for (const pending of this.#pending) pending.turns++;
	}

	/** `here` is never said while something of this tab is shown and not stored. */
	#checkWord(device: Device, { workspace }: OpenTab): void {
		const { state, reason } = inside(workspace).saving.safety;
		if (state === 'stuck' && !reason) throw new Error('stuck without a reason');
		if (state !== 'here') return;
		const shown = workspace.rows.measures.all;
		const rows = new Set(rawRows<{ id: string }>(device.database, 'rows').map(({ id }) => id));
		const isLying = shown.some(({ id }) => !rows.has(id) && !device.measures.has(id));
		// Looking under the store shows a row that is being replaced as gone, for as long as that takes.
		this.#lies = isLying ? this.#lies + 1 : 0;
		if (this.#lies > liesAtMost) throw new Error('here was said while something is only shown');
	}

	async until<T>(promise: Promise<T>, what: string): Promise<T> {
		let isDone = false;
		const done = promise.finally(() => (isDone = true));
		done.catch(() => undefined);
		for (let turns = 0; !isDone; turns++) {
			if (turns > turnsAtMost) throw new Error(`${what} never ended`);
			await this.turn();
		}
		return done;
	}

	/** No faults any more, nothing under way, and everything that waits for a moment of rest has had it. */
	async rest(): Promise<void> {
		endFaults();
		const pending = this.#pending;
		await this.until(this.#ended(pending), 'an act');
		this.#pending = [];
		for (let round = 0; round < 2; round++) {
			for (const device of this.devices) for (const open of device.open) await this.#quiet(open);
			// Longer than anything waits before it tries again.
			for (const device of this.devices) device.profile.pass(20_000);
			for (let turns = 0; turns < 40; turns++) await this.turn();
		}
		for (const device of this.devices) for (const open of device.open) await this.#quiet(open);
		for (const device of this.devices) checkDrafts(device, this.#wasKilled);
		this.#wasKilled = false;
		for (const device of this.devices) {
			for (const typed of device.drafts.values()) for (const draft of typed) draft.isDurable = true;
			device.profile.flush();
		}
	}

	async #ended(pending: readonly Pending[]): Promise<void> {
		while (!this.#isOver && pending.some(({ isDone, open }) => !isDone && !open.tab.isDead))
			await new Promise((resolve) => setImmediate(resolve));
		const failed = pending.find(({ error, open }) => error !== null && !open.tab.isDead);
		if (failed) throw failed.error;
	}

	async #quiet({ workspace }: OpenTab): Promise<void> {
		const whole = inside(workspace);
		await this.until(
			Promise.all([whole.opened, whole.saving.tail, whole.reading, whole.pictures.tail]),
			'what is under way'
		);
	}

	async check(): Promise<void> {
		await this.rest();
		for (const device of this.devices) {
			await this.until(checkQuiet(device, this.#scene.undone), 'checking');
		}
	}

	// --- tabs -----------------------------------------------------------------------------------------------------

	async openAll(device: Device): Promise<void> {
		for (const at of [0, 1] as const) await this.open(device, at);
	}

	/** Opening may be refused amid faults; then the person sees it and tries again. */
	async open(device: Device, at: 0 | 1): Promise<void> {
		for (let attempt = 0; ; attempt++) {
			try {
				const open = await this.until(openTab(device), 'opening');
				inside(open.workspace).opened.catch((error: unknown) => {
					if (open.tab.isDead) return;
					this.#pending.push({ open, isDone: true, error, turns: 0 });
				});
				device.tabs[at] = open;
				return;
			} catch (error) {
				if (attempt > 5 || !isFaulty()) {
					if (attempt > 6) throw error;
				}
			}
		}
	}

	async close(device: Device): Promise<void> {
		await this.rest();
		for (const at of [0, 1] as const) {
			const open = device.tabs[at];
			if (open)
				await this.until(open.workspace ? inside(open.workspace).close() : Promise.resolve(), 'closing');
			(await open?.house.stored)?.close();
			open?.tab.kill();
			device.tabs[at] = null;
		}
	}

	kill(device: Device, at: 0 | 1): void {
		const open = device.tabs[at];
		if (!open) return;
		killTab(open);
		this.#killedOn.add(device);
		device.tabs[at] = null;
		this.#wasKilled = true;
		counts.kills++;
	}

	// --- happenings -----------------------------------------------------------------------------------------------

	async happen(one: Happening): Promise<void> {
		switch (one.what) {
			case 'act':
				await this.#act(one.at, one.act, one.hold);
				break;
			case 'fault':
				plant(one.fault, this.#device(one.profile).database);
				break;
			case 'pass':
				for (let passed = 0; passed < one.milliseconds; passed += passPerTurnMs) await this.turn();
				break;
			case 'clock':
				this.#device(one.profile).profile.now += one.hours * 3_600_000;
				break;
			case 'killTab':
			case 'restartTab':
				await this.#restartTab(one.at, one.what);
				break;
			case 'killDevice':
			case 'restartDevice':
				await this.#restartDevice(this.#device(one.profile), one.what);
				break;
			case 'lose':
				await this.#lose(this.#device(one.profile), one.store);
				break;
			case 'loseFacts':
				await this.#loseFacts(this.#device(one.profile), one.hasFile);
				break;
			case 'clone':
				await this.#clone();
				break;
			case 'file':
				await this.#file(this.#device(one.from), this.#device(one.to));
		}
		for (const device of this.devices) checkPromises(device);
	}

	async #act(at: Where, act: Act, hold: boolean): Promise<void> {
		const device = this.#device(at.profile);
		const open = device.tabAt(at.tab);
		if (!open) return;
		// These look at what stands before they act; amid other acts they would be about something else.
		if (act.what === 'correct' || act.what === 'undo' || act.what === 'redo') await this.rest();
		const pending: Pending = { open, isDone: false, error: null, turns: 0 };
		this.#pending.push(pending);
		perform(this.#scene, device, open, act)
			.catch((error: unknown) => (pending.error = error))
			.finally(() => (pending.isDone = true));
		if (!hold) await this.until(this.#ended([pending]), act.what);
	}

	async #restartTab({ profile, tab }: Where, what: 'killTab' | 'restartTab'): Promise<void> {
		const device = this.#device(profile);
		const open = device.tabs[tab];
		if (what === 'killTab') this.kill(device, tab);
		else if (open) {
			await this.rest();
			await this.until(inside(open.workspace).close(), 'closing');
			(await open.house.stored).close();
			open.tab.kill();
		}
		await this.open(device, tab);
		// A tab that goes takes no notes along: the browser itself lives on.
		if (what === 'killTab') this.#wasKilled = true;
	}

	async #restartDevice(device: Device, what: 'killDevice' | 'restartDevice'): Promise<void> {
		if (what === 'killDevice') {
			for (const at of [0, 1] as const) this.kill(device, at);
			device.profile.loseNotes();
		} else await this.close(device);
		await this.openAll(device);
		if (what === 'killDevice') await this.check();
	}

	async #lose(device: Device, store: string): Promise<void> {
		await this.close(device);
		counts.losses++;
		if (store === 'links') for (const id of device.gone) device.unnamed.add(id);
		if (store !== 'stores') await lose(device.database, store);
		else
			await this.#delete(
				device,
				namesFrom(device.database).filter((name) => name !== device.database)
			);
		await this.openAll(device);
		await this.check();
	}

	/** A connection that the app itself left open keeps a database from going: then this never ends, and is heard. */
	async #delete(device: Device, names: readonly string[]): Promise<void> {
		const isFreed = this.#killedOn.delete(device);
		for (const name of names) {
			if (isFreed) endConnections(name);
			await this.until(lose(name, null), `deleting ${name}`);
		}
	}

	async #loseFacts(device: Device, hasFile: boolean): Promise<void> {
		await this.rest();
		const open = device.tabAt(0);
		if (!open) return;
		const file = hasFile ? await this.until(workspaceFile(open.workspace), 'the file') : null;
		await this.close(device);
		counts.losses++;
		for (const { id } of storedFacts(device)) device.gone.add(id);
		await lose(device.database, 'facts');
		await this.openAll(device);
		await this.check();
		if (!file) return;
		await this.#restore(device, new File([file.blob], file.name));
		for (const { id } of storedFacts(device)) device.gone.delete(id);
		await this.check();
	}

	async #clone(): Promise<void> {
		const [device] = this.devices;
		if (!device || this.devices.length > 1) return;
		await this.rest();
		const clone = await cloneDevice(device, this.#words + 7919);
		await lose(clone.database, 'drafts');
		for (const hash of rawRows<{ sha256: string }>(clone.database, 'photos'))
			clone.pictures.delete(hash.sha256);
		this.devices.push(clone);
		counts.clones++;
		await this.openAll(clone);
	}

	async #file(from: Device, to: Device): Promise<void> {
		await this.rest();
		const open = from.tabAt(0);
		if (!open) return;
		const { name, blob } = await this.until(workspaceFile(open.workspace), 'the file');
		const carried = storedFacts(from);
		for (const id of from.measures) to.measures.add(id);
		await this.#restore(to, new File([blob], name));
		for (const fact of carried) to.facts.set(fact.id, hexOf(fact.bytes));
		for (const fact of carried) to.gone.delete(fact.id);
		to.hasGap ||= from.gone.size > 0 || from.hasGap;
		counts.files++;
		await this.check();
	}

	async #restore(device: Device, file: File): Promise<void> {
		const open = device.tabAt(1);
		if (!open) return;
		const restored = await this.until(restoreWorkspace(open.house, file), 'reading the file');
		if (!restored.ok) throw new Error(`the file was refused: ${restored.reason}`);
	}

	async end(): Promise<void> {
		await this.check();
		for (const device of this.devices) {
			await this.close(device);
			await this.openAll(device);
		}
		await this.check();
		for (const device of this.devices) {
			await this.close(device);
			await this.#delete(device, [...namesFrom(device.database), device.houseName]);
		}
	}

	/** After a failure: nothing of this run may reach into the next one. */
	abandon(): void {
		endFaults();
		this.#isOver = true;
		for (const device of this.devices) for (const open of device.open) killTab(open);
	}
}

export { counts, hits };
