/**
 * The app as a thing on this device: does it start offline, is there a newer version, will the browser keep what is
 * written here, how much room is left.
 *
 * 1. A new version never takes over by itself: only `applyUpdate`, asked for in one of the tabs, lets it.
 * 2. No tab reloads before its `beforeReload` callbacks are done. When one fails or takes too long the tab stays on
 *    the old version and says so (`updateHeldBack`); asking again tries again.
 * 3. All tabs follow the one in which it was asked.
 */
import { createSubscriber } from 'svelte/reactivity';
import { register, takeOver } from './registration.ts';

/** A tablet stays open for weeks: look for a new version this often. */
const updateCheckIntervalMs = 60 * 60 * 1000;
/** A draft goes to IndexedDB in milliseconds; after this the store is stuck and the tab must not reload. */
const saveDraftsWithinMs = 5000;

export interface Room {
	usedBytes: number;
	quotaBytes: number;
}

interface ShellState {
	updateReady: boolean;
	updateHeldBack: boolean;
	offlineReady: boolean;
	offlineRefused: boolean;
	persisted: boolean | null;
	room: Room | null;
}

/** Every property is live. One per tab: use `shell` below. */
export class AppShell {
	#state: ShellState = {
		updateReady: false,
		updateHeldBack: false,
		offlineReady: false,
		offlineRefused: false,
		persisted: null,
		room: null
	};
	#tellReaders = () => {};
	#read = createSubscriber((update) => {
		this.#tellReaders = update;
	});
	#registration: ServiceWorkerRegistration | undefined;
	#beforeReload = new Set<() => void | Promise<void>>();
	#started = false;

	/** A newer version waits until someone asks for it. */
	get updateReady() {
		return this.#live.updateReady;
	}
	/** The new version could not come in because a draft could not be put away safely. */
	get updateHeldBack() {
		return this.#live.updateHeldBack;
	}
	/** The app starts without a network from now on. */
	get offlineReady() {
		return this.#live.offlineReady;
	}
	/** The browser refused to keep the app (private window, no room): it works only while online. */
	get offlineRefused() {
		return this.#live.offlineRefused;
	}
	/** Whether the browser promised not to clear what is stored here; null while that is unknown. */
	get persisted() {
		return this.#live.persisted;
	}
	/** Room on this device, null where the browser does not tell. */
	get room() {
		return this.#live.room;
	}
	/** False on plain http elsewhere than localhost: no offline start, no hashing, no locks. */
	get secure() {
		return globalThis.isSecureContext;
	}

	get #live() {
		this.#read();
		return this.#state;
	}

	#change(patch: Partial<ShellState>): void {
		this.#state = { ...this.#state, ...patch };
		this.#tellReaders();
	}

	async start(): Promise<void> {
		if (this.#started) return;
		this.#started = true;
		await this.refreshRoom();
		// In `vite dev` a worker would hold on to files that change with every keystroke.
		if (import.meta.env.DEV || !this.secure || !('serviceWorker' in navigator)) return;
		try {
			this.#registration = await register({
				offlineReady: () => this.#change({ offlineReady: true }),
				updateReady: () => this.#change({ updateReady: true }),
				newVersionTookOver: () => void this.#reloadWhenSafe()
			});
		} catch {
			this.#change({ offlineRefused: true });
			return;
		}
		setInterval(() => void this.#lookForUpdate(), updateCheckIntervalMs);
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') void this.#lookForUpdate().then(() => this.refreshRoom());
		});
	}

	async #lookForUpdate(): Promise<void> {
		try {
			await this.#registration?.update();
		} catch {
			// Offline, or the server is away: the next hour or the next look at the app asks again.
		}
	}

	async refreshRoom(): Promise<void> {
		// Plain http has no storage at all, whatever the types say.
		const storage = navigator.storage as StorageManager | undefined;
		if (!storage) return;
		const [estimate, persisted] = await Promise.all([
			storage.estimate().catch((): StorageEstimate => ({})),
			storage.persisted().catch(() => null)
		]);
		const { usage, quota } = estimate;
		const known = usage !== undefined && quota !== undefined;
		this.#change({ persisted, room: known ? { usedBytes: usage, quotaBytes: quota } : null });
	}

	async askPersistence(): Promise<boolean> {
		const storage = navigator.storage as StorageManager | undefined;
		const persisted = (await storage?.persist().catch(() => false)) ?? false;
		this.#change({ persisted });
		return persisted;
	}

	beforeReload(callback: () => void | Promise<void>): () => void {
		this.#beforeReload.add(callback);
		return () => this.#beforeReload.delete(callback);
	}

	async applyUpdate(): Promise<boolean> {
		if (!(await this.#draftsAreSafe())) return false;
		const waiting = this.#registration?.waiting;
		if (waiting) takeOver(waiting);
		// Another tab already let it in, and this one was held back: only the reload is left.
		else location.reload();
		return true;
	}

	async #reloadWhenSafe(): Promise<void> {
		if (await this.#draftsAreSafe()) location.reload();
		else this.#change({ updateReady: true });
	}

	async #draftsAreSafe(): Promise<boolean> {
		const saved = Promise.all([...this.#beforeReload].map(async (callback) => callback())).then(
			() => true,
			() => false
		);
		const tooLate = new Promise<boolean>((resolve) => {
			setTimeout(() => resolve(false), saveDraftsWithinMs);
		});
		const safe = await Promise.race([saved, tooLate]);
		this.#change({ updateHeldBack: !safe });
		return safe;
	}
}

/** What a screen may say about the app in this tab. */
export const shell = new AppShell();

/** Call once, when the first screen stands. Never throws: what fails is told by `shell`. */
export const startAppShell = () => shell.start();

/** Reads again what the browser says about room and permanence. */
export const refreshRoom = () => shell.refreshRoom();

/** Asks the browser to keep what is stored here. Firefox shows a question, so: only after a click. */
export const askPersistence = () => shell.askPersistence();

/**
 * `callback` puts away what the hand holds (a draft) before the tab reloads for a new version; a rejection keeps the
 * tab from reloading. Returns how to take it back.
 */
export const beforeReload = (callback: () => void | Promise<void>) => shell.beforeReload(callback);

/** Lets the waiting version take over in every tab. False: a draft could not be put away and nothing happened. */
export const applyUpdate = () => shell.applyUpdate();
