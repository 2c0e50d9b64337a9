import type { Ports, Signer } from '#lib/domain/ports.ts';
import { developPhoto, type DevelopedPhoto } from '#lib/local/photo/develop-photo.ts';
import { freshLogs } from '#lib/local/fresh-log.ts';
import { hex } from '#lib/domain/fact/canonical.ts';
import { browserRoad, type Road } from '#lib/sync/road.ts';
import { uuidv7 } from '#lib/domain/uuid.ts';
import { verifySignature } from '#lib/protocol/verify-signature.ts';

/** What a workspace needs of the browser beside the ports; the simulation replaces it (design D1). */
export interface Platform extends Ports {
	/** Runs `act` while no other tab runs one under the same name. */
	lock<T>(name: string, act: () => Promise<T>): Promise<T>;
	/** A ping to the other tabs of this profile; it carries nothing. */
	openChannel(name: string, onPing: () => void): { ping(): void; close(): void };
	/** Runs `act` once, later; the answer calls it off. What waits here is lost when the page goes. */
	after(milliseconds: number, act: () => void): () => void;
	/** Resolves when what a tap puts on the screen is seen, and nothing else is asked: for what follows from it. */
	painted(): Promise<void>;
	/** The same for a first screen: for work that a person does not wait for. */
	afterPaint(): Promise<void>;
	/** Lets a tap go first that came while long work was done. */
	breathe(): Promise<void>;
	/**
	 * Before the first write of a page, and before the next one when a write broke off (src/lib/local/fresh-log.ts).
	 * Asked again it answers at once.
	 */
	freshLog(why?: 'brokeOff'): Promise<void>;
	/** A fresh key of this device (design D3). */
	newDeviceKey(): Promise<DeviceKey>;
	signer(key: DeviceKey): Signer;
	/** Small texts that stand at once, also when the page goes the next moment; they may be lost with the browser. */
	notes: Notes;
	/** The way to a server, where there is one. */
	road: Road;
	/** Shrinks a picture and makes it anew without its metadata; null when it is none, or larger than a camera makes. */
	developPhoto(bytes: ArrayBuffer): Promise<DevelopedPhoto | null>;
}

export interface Notes {
	get(key: string): string | null;
	set(key: string, text: string): void;
	remove(key: string): void;
}

/** Kept in the workspace's own store; the private half is a handle that gives its bytes to no one. */
export interface DeviceKey {
	publicKey: string;
	privateKey: CryptoKey;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const how = { name: 'ECDSA', hash: 'SHA-256' };

export async function newDeviceKey(): Promise<DeviceKey> {
	const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
	return { publicKey: hex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))), privateKey };
}

export function signerOf({ publicKey, privateKey }: DeviceKey): Signer {
	return {
		publicKey,
		sign: async (bytes) =>
			hex(new Uint8Array(await crypto.subtle.sign(how, privateKey, Uint8Array.from(bytes))))
	};
}

/** A tab in the background draws nothing. The first screen takes longer than what follows a tap. */
const paintsWithinMs = { first: 2000, tap: 200 };
const idleWithinMs = { first: 500, tap: 100 };

const firstScreen = Promise.withResolvers<void>();

/** Told by whoever draws it: its own code may come later than the disk is read, and the rest must not go before it. */
export function firstScreenStands(): void {
	firstScreen.resolve();
}

/** Waits no longer than this: where no screen comes, what is behind it comes all the same. */
function within(milliseconds: number, happens: Promise<void>): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		void happens.then(() => {
			clearTimeout(timer);
			resolve();
		});
	});
}

/** Frames begin before they are drawn: what is asked in the last one runs when that is. */
function frames(count: number, withinMs: number): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, withinMs);
		const next = (left: number) =>
			requestAnimationFrame(() => {
				if (left > 1) return next(left - 1);
				clearTimeout(timer);
				setTimeout(resolve);
			});
		next(count);
	});
}

function idle(withinMs: number): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: withinMs });
		else setTimeout(resolve);
	});
}

/** Not by a timer: in a tab in the background each of those takes a second. */
function breathe(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

export function browserPlatform(): Platform {
	const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
	return {
		now: () => Date.now(),
		newId: () => uuidv7(Date.now(), randomBytes(16)),
		randomBytes,
		sha256: async (bytes) =>
			hex(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))),
		verify: verifySignature,
		newDeviceKey,
		signer: signerOf,
		developPhoto,
		road: browserRoad(),
		notes: {
			get: (key) => localStorage.getItem(key),
			set: (key, text) => localStorage.setItem(key, text),
			remove: (key) => localStorage.removeItem(key)
		},
		lock: (name, act) => navigator.locks.request(name, act),
		after(milliseconds, act) {
			const timer = setTimeout(act, milliseconds);
			return () => clearTimeout(timer);
		},
		painted: () => frames(1, paintsWithinMs.tap).then(() => idle(idleWithinMs.tap)),
		afterPaint: () =>
			within(paintsWithinMs.first, firstScreen.promise)
				.then(() => frames(2, paintsWithinMs.first))
				.then(() => idle(idleWithinMs.first)),
		breathe,
		freshLog: freshLogs(),
		openChannel(name, onPing) {
			const channel = new BroadcastChannel(name);
			let isOpen = true;
			channel.onmessage = onPing;
			// A tab that slept may have missed a ping.
			const onVisible = () => document.visibilityState === 'visible' && onPing();
			document.addEventListener('visibilitychange', onVisible);
			// What was still being written when the workspace closed ends after it; a closed channel would throw there.
			const ping = () => isOpen && channel.postMessage(1);
			// What stands since a moment may not have been told yet; a tab that is gone tells nothing.
			addEventListener('pagehide', ping);
			return {
				ping,
				close() {
					isOpen = false;
					channel.close();
					document.removeEventListener('visibilitychange', onVisible);
					removeEventListener('pagehide', ping);
				}
			};
		}
	};
}
