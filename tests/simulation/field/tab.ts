import { createHash, createPublicKey, generateKeyPairSync, sign, verify, KeyObject } from 'node:crypto';
import type { Platform } from '#lib/workspace/platform.ts';
import { mulberry32 } from '../support/chance.ts';
import { noRoad } from '../support/device.ts';

/**
 * A profile of a browser whose time stands still until the simulation lets it pass. Its tabs share clock, locks, notes
 * and channels; each tab can be killed: what it waited for never comes, what it held is free.
 */
export class Profile {
	now = Date.UTC(2026, 10, 23, 8, 0, 0);
	/** What pages read; `flushed` is what the disk holds of it, and all that is left after a kill. */
	readonly notes = new Map<string, string>();
	readonly flushed = new Map<string, string>();
	readonly #held = new Map<string, Promise<unknown>>();
	readonly #channels = new Map<string, Set<() => void>>();
	readonly #next: () => number;
	readonly tabs = new Set<Tab>();

	constructor(seed: number) {
		this.#next = mulberry32(seed);
	}

	randomBytes = (length: number): Uint8Array =>
		Uint8Array.from({ length }, () => Math.floor(this.#next() * 256));

	/** Sooner or later a browser writes its notes to disk. */
	flush(): void {
		this.flushed.clear();
		for (const [key, text] of this.notes) this.flushed.set(key, text);
	}
	loseNotes(): void {
		this.notes.clear();
		for (const [key, text] of this.flushed) this.notes.set(key, text);
	}

	pass(milliseconds: number): void {
		this.now += milliseconds;
		for (const tab of this.tabs) tab.pass(milliseconds);
	}

	tab(): Tab {
		const tab = new Tab(this, this.#held, this.#channels);
		this.tabs.add(tab);
		return tab;
	}
}

interface Timer {
	in: number;
	act: () => void;
}

export class Tab {
	isDead = false;
	#timers = new Set<Timer>();
	#die: () => void = () => undefined;
	readonly platform: Platform;
	readonly #died: Promise<void>;
	readonly #profile: Profile;

	constructor(profile: Profile, held: Map<string, Promise<unknown>>, channels: Map<string, Set<() => void>>) {
		this.#profile = profile;
		this.#died = new Promise((resolve) => (this.#die = resolve));
		this.platform = this.#makePlatform(profile, held, channels);
	}

	/** The page is gone: nothing that it waited for comes any more. */
	kill(): void {
		this.isDead = true;
		this.#timers.clear();
		this.#profile.tabs.delete(this);
		this.#die();
	}

	pass(milliseconds: number): void {
		for (const timer of [...this.#timers]) {
			timer.in -= milliseconds;
			if (timer.in > 0 || !this.#timers.delete(timer)) continue;
			timer.act();
		}
	}

	#makePlatform(
		profile: Profile,
		held: Map<string, Promise<unknown>>,
		channels: Map<string, Set<() => void>>
	): Platform {
		return {
			// Each reading is a moment later: real clocks do not stand still either.
			now: () => profile.now++,
			newId: () => Buffer.from(profile.randomBytes(16)).toString('hex'),
			randomBytes: profile.randomBytes,
			sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
			// At once, where WebCrypto answers from another thread: a seed must give the same run again.
			verify: (key, bytes, signature) => Promise.resolve(isSigned(key, bytes, signature)),
			newDeviceKey: () => Promise.resolve(newKey()),
			signer: ({ publicKey, privateKey }) => ({
				publicKey,
				sign: (bytes) => Promise.resolve(signed(privateKey, bytes))
			}),
			developPhoto: (bytes) => Promise.resolve({ bytes, width: 1, height: 1 }),
			road: noRoad,
			notes: {
				get: (key) => profile.notes.get(key) ?? null,
				set: (key, text) => void profile.notes.set(key, text),
				remove: (key) => void profile.notes.delete(key)
			},
			painted: () => new Promise((resolve) => this.#later(frameMs, resolve)),
			afterPaint: () => Promise.resolve(),
			breathe: () => Promise.resolve(),
			freshLog: () => Promise.resolve(),
			after: (milliseconds, act) => this.#later(milliseconds, act),
			lock: (name, act) => {
				const run = (held.get(name) ?? Promise.resolve()).then(() =>
					this.isDead ? new Promise<never>(() => undefined) : act()
				);
				held.set(name, Promise.race([run.catch(() => null), this.#died]));
				return run;
			},
			openChannel: (name, onPing) => {
				const peers = channels.get(name) ?? new Set();
				const hear = () => !this.isDead && onPing();
				channels.set(name, peers.add(hear));
				return {
					ping: () => peers.forEach((peer) => peer !== hear && peer()),
					close: () => peers.delete(hear)
				};
			}
		};
	}

	/** Nothing waits in a tab that is dead. */
	#later(milliseconds: number, act: () => void): () => void {
		const timer = { in: milliseconds, act };
		if (!this.isDead) this.#timers.add(timer);
		return () => void this.#timers.delete(timer);
	}
}

/** Of a screen that is drawn sixty times a second. */
const frameMs = 17;

function newKey() {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
	const how = { name: 'ECDSA', namedCurve: 'P-256' };
	return {
		publicKey: point.toString('hex'),
		privateKey: privateKey.toCryptoKey(how, true, ['sign']) as CryptoKey
	};
}

const encoding = 'ieee-p1363' as const;

function signed(privateKey: CryptoKey, bytes: Uint8Array): string {
	return sign('sha256', bytes, { key: KeyObject.from(privateKey), dsaEncoding: encoding }).toString('hex');
}

function isSigned(key: string, bytes: Uint8Array, signature: string): boolean {
	const point = Buffer.from(key, 'hex');
	const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
	const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
	return verify('sha256', bytes, { key: publicKey, dsaEncoding: encoding }, Buffer.from(signature, 'hex'));
}
