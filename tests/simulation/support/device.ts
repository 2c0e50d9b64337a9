import { createHash } from 'node:crypto';
import { mulberry32 } from './chance.ts';
import { verifySignature } from '#lib/protocol/verify-signature.ts';
import type { Road } from '#lib/sync/road.ts';
import { newDeviceKey, signerOf, type Platform } from '#lib/workspace/platform.ts';

/**
 * A device for tests: the real local code over a clock, ids and chance that the seed decides. Tabs of one device share
 * its locks and channels; two devices share nothing.
 */
export interface Device extends Platform {
	/** Moves the device's clock; may go back, as real clocks do [S9]. */
	advance(milliseconds: number): void;
}

/** Of a screen that is drawn sixty times a second. */
const frameMs = 17;

/** Any fixed moment will do; this one is a Monday morning. */
const firstMoment = Date.UTC(2026, 10, 23, 8, 0, 0);

export function device(seed = 1): Device {
	let now = firstMoment;
	const next = mulberry32(seed);
	const tails = new Map<string, Promise<unknown>>();
	const notes = new Map<string, string>();
	const channels = new Map<string, Set<() => void>>();
	const randomBytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
	return {
		now: () => now++,
		advance: (milliseconds) => void (now += milliseconds),
		newId: () => Buffer.from(randomBytes(16)).toString('hex'),
		randomBytes,
		verify: verifySignature,
		newDeviceKey,
		signer: signerOf,
		developPhoto: (bytes) => Promise.resolve({ bytes, width: 1, height: 1 }),
		road: noRoad,
		notes: {
			get: (key) => notes.get(key) ?? null,
			set: (key, text) => void notes.set(key, text),
			remove: (key) => void notes.delete(key)
		},
		sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
		lock(name, act) {
			const run = (tails.get(name) ?? Promise.resolve()).then(act);
			tails.set(
				name,
				run.catch(() => null)
			);
			return run;
		},
		painted: () => new Promise((resolve) => setTimeout(resolve, frameMs)),
		afterPaint: () => Promise.resolve(),
		breathe: () => Promise.resolve(),
		freshLog: () => Promise.resolve(),
		after(milliseconds, act) {
			const timer = setTimeout(act, milliseconds);
			return () => clearTimeout(timer);
		},
		openChannel(name, onPing) {
			const peers = channels.get(name) ?? new Set();
			channels.set(name, peers.add(onPing));
			return {
				ping: () => peers.has(onPing) && peers.forEach((peer) => peer !== onPing && peer()),
				close: () => peers.delete(onPing)
			};
		}
	};
}

/** A device that never met a server. */
export const noRoad: Road = {
	fetch: () => Promise.reject(new TypeError('no network')),
	openSocket() {
		throw new TypeError('no network');
	},
	isOnline: () => false,
	onWake: () => () => undefined
};
