import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppShell } from './app-shell.svelte.ts';

/** A browser's side of the conversation, moved by hand. */
function fakeBrowser() {
	const workers = Object.assign(new EventTarget(), {
		controller: null as object | null,
		ready: Promise.resolve(),
		register: vi.fn(() => Promise.resolve(registration))
	});
	workers.controller = {};
	const waiting = { postMessage: vi.fn() };
	const registration = Object.assign(new EventTarget(), {
		active: {},
		waiting: null as typeof waiting | null,
		installing: null as EventTarget | null,
		update: vi.fn(() => Promise.resolve())
	});
	const storage = {
		persisted: () => Promise.resolve(false),
		persist: () => Promise.resolve(true),
		estimate: () => Promise.resolve({ usage: 2_000_000, quota: 80_000_000 })
	};
	const location = { reload: vi.fn() };
	vi.stubGlobal('navigator', { serviceWorker: workers, storage });
	vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
	vi.stubGlobal('location', location);
	vi.stubGlobal('isSecureContext', true);
	vi.stubEnv('DEV', false);
	return {
		location,
		waiting,
		registration,
		workers,
		newVersionInstalled() {
			registration.installing = new EventTarget();
			registration.dispatchEvent(new Event('updatefound'));
			registration.waiting = waiting;
			registration.installing.dispatchEvent(new Event('statechange'));
		},
		newVersionTakesOver() {
			workers.controller = {};
			workers.dispatchEvent(new Event('controllerchange'));
		}
	};
}

let browser: ReturnType<typeof fakeBrowser>;
let shell: AppShell;

beforeEach(() => {
	vi.useFakeTimers();
	browser = fakeBrowser();
	shell = new AppShell();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
});

describe('a new version', () => {
	test('is announced to the screen and reloads nothing', async () => {
		const seen: boolean[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push(shell.updateReady));
		});
		flushSync();
		await shell.start();
		browser.newVersionInstalled();
		flushSync();
		stop();
		expect(seen.at(0)).toBe(false);
		expect(seen.at(-1)).toBe(true);
		expect(browser.location.reload).not.toHaveBeenCalled();
		expect(browser.waiting.postMessage).not.toHaveBeenCalled();
	});

	test('that waited since yesterday is announced at the start', async () => {
		browser.registration.waiting = browser.waiting;
		await shell.start();
		expect(shell.updateReady).toBe(true);
	});

	test('takes over when asked, after the drafts are put away', async () => {
		await shell.start();
		browser.newVersionInstalled();
		const putAway = vi.fn(() => Promise.resolve());
		shell.beforeReload(putAway);
		expect(await shell.applyUpdate()).toBe(true);
		expect(putAway).toHaveBeenCalledOnce();
		expect(browser.waiting.postMessage).toHaveBeenCalledOnce();
		expect(browser.location.reload).not.toHaveBeenCalled();
	});

	test('asked for in another tab reloads this one, once its drafts are put away', async () => {
		await shell.start();
		let done = () => {};
		shell.beforeReload(() => new Promise<void>((resolve) => (done = resolve)));
		browser.newVersionTakesOver();
		await vi.advanceTimersByTimeAsync(100);
		expect(browser.location.reload).not.toHaveBeenCalled();
		done();
		await vi.advanceTimersByTimeAsync(0);
		expect(browser.location.reload).toHaveBeenCalledOnce();
	});

	test.each([
		['cannot be put away', () => Promise.reject(new Error('store gone'))],
		['never gets put away', () => new Promise<void>(() => {})],
		[
			'fails at once',
			() => {
				throw new Error('store gone');
			}
		]
	])('is held back in this tab while a draft %s, and can be asked for again', async (_what, putAway) => {
		await shell.start();
		const forget = shell.beforeReload(putAway);
		browser.newVersionTakesOver();
		await vi.advanceTimersByTimeAsync(6000);
		expect(browser.location.reload).not.toHaveBeenCalled();
		expect(shell.updateHeldBack).toBe(true);
		expect(shell.updateReady).toBe(true);

		forget();
		await shell.applyUpdate();
		expect(shell.updateHeldBack).toBe(false);
		expect(browser.location.reload).toHaveBeenCalledOnce();
	});

	test('is looked for every hour and on return to the app', async () => {
		await shell.start();
		await vi.advanceTimersByTimeAsync(2 * 60 * 60 * 1000);
		expect(browser.registration.update).toHaveBeenCalledTimes(2);
		document.dispatchEvent(new Event('visibilitychange'));
		expect(browser.registration.update).toHaveBeenCalledTimes(3);
	});
});

describe('the first visit', () => {
	test('is not taken for an update when its worker claims the tab', async () => {
		browser.workers.controller = null;
		await shell.start();
		browser.newVersionTakesOver();
		await vi.advanceTimersByTimeAsync(6000);
		expect(shell.offlineReady).toBe(true);
		expect(browser.location.reload).not.toHaveBeenCalled();
	});

	test('in a browser that refuses says so', async () => {
		browser.workers.register.mockRejectedValueOnce(new Error('private window'));
		await shell.start();
		expect(shell.offlineRefused).toBe(true);
		expect(shell.offlineReady).toBe(false);
	});

	test('over plain http on another machine says that it is not secure', async () => {
		vi.stubGlobal('isSecureContext', false);
		await shell.start();
		expect(shell.secure).toBe(false);
		expect(browser.workers.register).not.toHaveBeenCalled();
	});
});

test('room and permanence are told, and permanence can be asked for', async () => {
	expect(shell.persisted).toBeNull();
	await shell.start();
	expect(shell.room).toEqual({ usedBytes: 2_000_000, quotaBytes: 80_000_000 });
	expect(shell.persisted).toBe(false);
	expect(await shell.askPersistence()).toBe(true);
	expect(shell.persisted).toBe(true);
});
