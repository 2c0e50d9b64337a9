import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import type { SharedDocument } from '#lib/collab/shared-document.ts';
import { confirmJournal } from '#lib/local/confirmed.ts';
import { protocolVersion } from '#lib/protocol/limits.ts';
import type { SyncContext } from './context.ts';
import { known } from './known.ts';
import { hearPlace, placeTeller, type OwnPlace, type Place } from './places.ts';

/**
 * Documents that are open on a screen, live:
 * 1. the socket is only quicker: what it brings is kept as if it had come by HTTP, what it takes is believed only after
 *    the barrier, a stateless word that comes back in order after the log [S5.2];
 * 2. without a connection nothing is attached: the provider would queue what the journal has already;
 * 3. a connection that goes is made anew by the round that finds the server again.
 */
export interface Live {
	/** Until the answer is called; said twice is attended twice. */
	attend(name: string): () => void;
	/** Makes the connection where something is attended. */
	open(): void;
	/** Own edits of these documents go by the socket now. */
	covers(name: string): boolean;
	setPlace(name: string, place: OwnPlace | null): void;
	close(): void;
}

export interface LiveTold {
	/** As the server says who is there; own tab left out. */
	presence(name: string, others: { tab: number; user: unknown; place: Place | null }[]): void;
	/** Journal entries are confirmed. */
	confirmed(): void;
	/** The connection went. */
	closed(): void;
}

/** Long enough not to ask behind every stroke, short enough that the tick follows the sentence. */
const quietMs = 300;
/** What is refused again and again goes by HTTP, where the reason is named. */
const mostClosings = 5;

interface Attended {
	times: number;
	place: OwnPlace | null;
	line: Line | null;
	/** How often the server closed it by itself. */
	closings: number;
}

interface Line {
	provider: HocuspocusProvider;
	/** What was asked by the barrier and not answered, by its number. */
	asked: Map<number, { upTo: number; equal: Uint8Array }>;
	tellPlace: (place: OwnPlace | null) => void;
	stop(): void;
}

export function openLive(context: SyncContext, told: LiveTold): Live {
	const attended = new Map<string, Attended>();
	let socket: HocuspocusProviderWebsocket | null = null;
	let isClosed = false;
	let barriers = 0;
	const counts = new Map<string, number>();

	function open(): void {
		if (isClosed || attended.size === 0) return;
		socket ??= connect();
		for (const [name, one] of attended)
			if (!one.line && one.closings < mostClosings) attach(socket, name, one).catch(context.told.fault);
	}

	function connect(): HocuspocusProviderWebsocket {
		const path = `/sync/v${protocolVersion}/w/${context.workspace}/documents`;
		// The provider makes its sockets with `new`; ours come by the road.
		const ByTheRoad = function () {
			return context.road.openSocket(`${path}?device=${context.device()}`);
		};
		const fresh: HocuspocusProviderWebsocket = new HocuspocusProviderWebsocket({
			url: `ws://road${path}`,
			WebSocketPolyfill: ByTheRoad,
			maxAttempts: 1,
			onClose: () => gone(fresh),
			onMaxAttemptsFailed: () => gone(fresh)
		});
		return fresh;
	}

	function gone(which: HocuspocusProviderWebsocket): void {
		if (socket !== which) return;
		socket = null;
		for (const [name, one] of attended) {
			one.line?.stop();
			one.line = null;
			told.presence(name, []);
		}
		which.destroy();
		if (!isClosed) told.closed();
	}

	async function attach(
		websocketProvider: HocuspocusProviderWebsocket,
		name: string,
		one: Attended
	): Promise<void> {
		const shared = await context.documents.named(name);
		if (!shared || one.line || socket !== websocketProvider || attended.get(name) !== one) return;
		one.line = startLine(websocketProvider, shared, one);
	}

	function startLine(
		websocketProvider: HocuspocusProviderWebsocket,
		shared: SharedDocument,
		one: Attended
	): Line {
		const { name, doc } = shared;
		const asked: Line['asked'] = new Map();
		let callOff: (() => void) | null = null;
		const provider: HocuspocusProvider = new HocuspocusProvider({
			websocketProvider,
			name,
			document: doc,
			token: 'cookie',
			onStateless: ({ payload }) => void confirm(name, asked, payload).catch(context.told.fault),
			onSynced: () => quiet(),
			onAwarenessChange: () => tellPresence(shared, provider),
			// Also when it is not on the server yet: the round that brings it comes in anew, and over a new socket. On this one
			// the server keeps the goodbye of who was not let in, for whoever comes in next under the same name.
			onAuthenticationFailed: () => {
				if (++one.closings < mostClosings) queueMicrotask(() => gone(websocketProvider));
				else detach(one);
			},
			// Of this document only: a right changed, or something of it was refused. The next round comes in anew.
			onClose: () => closedAlone(name, one)
		});
		const unfollow = context.documents.follow(name, provider);
		const quiet = () => {
			callOff?.();
			callOff = context.ports.after(quietMs, () => {
				callOff = null;
				askBarrier(shared, provider, asked).catch(context.told.fault);
			});
		};
		const onUpdate = (_: Uint8Array, origin: unknown) => {
			if (origin !== provider) quiet();
			// A caret is relative to the letters around it: where it is changes with them.
			if (hasCarets(provider)) tellPresence(shared, provider);
		};
		const teller = placeTeller(context.ports, provider, shared);
		doc.on('update', onUpdate);
		countOn(name, provider, doc.clientID);
		provider.attach();
		// Also when it is nowhere: who says nothing is not there for the others.
		teller.tell(one.place);
		return {
			provider,
			asked,
			tellPlace: teller.tell,
			stop() {
				callOff?.();
				teller.stop();
				noteCount(name, provider, doc.clientID);
				doc.off('update', onUpdate);
				provider.destroy();
				unfollow();
			}
		};
	}

	/** A presence that counts from the start again is taken for an old one by who heard the one before. */
	function countOn(name: string, { awareness }: HocuspocusProvider, client: number): void {
		const meta = awareness?.meta.get(client);
		if (meta) awareness?.meta.set(client, { ...meta, clock: meta.clock + (counts.get(name) ?? 0) });
	}
	function noteCount(name: string, { awareness }: HocuspocusProvider, client: number): void {
		// Going away counts as one more, which its own end makes after this.
		counts.set(name, (awareness?.meta.get(client)?.clock ?? 0) + 2);
	}

	/** Whatever the journal has of it now was in the document, and so on its way, before the word goes. */
	async function askBarrier(
		{ name, doc }: SharedDocument,
		provider: HocuspocusProvider,
		asked: Line['asked']
	): Promise<void> {
		if (!provider.isSynced || !provider.isAttached) return;
		const readTo = await context.documents.catchUp();
		const entries = await context.database.journal.where('doc').equals(name).primaryKeys();
		const upTo = Math.max(0, ...entries.filter((n) => n <= readTo));
		if (upTo === 0 || (await known(context.database, 'isHandingBack')) === true) return;
		const b = ++barriers;
		asked.set(b, { upTo, equal: Y.encodeSnapshot(Y.snapshot(doc)) });
		provider.sendStateless(JSON.stringify({ b }));
	}

	async function confirm(name: string, asked: Line['asked'], payload: string): Promise<void> {
		const b = barrierIn(payload);
		const one = b === null ? undefined : asked.get(b);
		if (b === null || !one) return;
		asked.delete(b);
		await confirmJournal(context.database, name, one.upTo, { refused: null, equal: one.equal });
		told.confirmed();
	}

	function tellPresence(shared: SharedDocument, { awareness }: HocuspocusProvider): void {
		const others = [...(awareness?.getStates() ?? [])].filter(
			([client, { user }]) => client !== shared.doc.clientID && user !== undefined
		);
		told.presence(
			shared.name,
			others.map(([tab, { user, place }]) => ({
				tab,
				user: user as unknown,
				place: hearPlace(shared, place)
			}))
		);
	}

	function closedAlone(name: string, one: Attended): void {
		if (!socket || !one.line) return;
		// Not while the provider is still telling of it.
		queueMicrotask(() => {
			if (!socket) return;
			detach(one);
			told.presence(name, []);
			if (++one.closings < mostClosings) told.closed();
		});
	}

	function detach(one: Attended): void {
		const { line } = one;
		one.line = null;
		line?.stop();
	}

	return {
		attend(name) {
			const one = attended.get(name) ?? { times: 0, place: null, line: null, closings: 0 };
			attended.set(name, one);
			one.times++;
			open();
			let isDone = false;
			return () => {
				if (isDone) return;
				isDone = true;
				if (--one.times > 0) return;
				attended.delete(name);
				detach(one);
				told.presence(name, []);
				if (attended.size === 0 && socket) {
					const last = socket;
					socket = null;
					last.destroy();
				}
			};
		},
		open,
		covers: (name) => attended.get(name)?.line?.provider.isSynced === true,
		setPlace(name, place) {
			const one = attended.get(name);
			if (!one) return;
			one.place = place;
			one.line?.tellPlace(place);
		},
		close() {
			isClosed = true;
			for (const one of attended.values()) detach(one);
			attended.clear();
			socket?.destroy();
			socket = null;
		}
	};
}

function hasCarets({ awareness }: HocuspocusProvider): boolean {
	const states = [...(awareness?.getStates().values() ?? [])];
	return states.some(({ place }) => typeof (place as Partial<Place> | undefined)?.head === 'string');
}

function barrierIn(payload: string): number | null {
	try {
		const said: unknown = JSON.parse(payload);
		return typeof said === 'object' && said !== null && 'b' in said && typeof said.b === 'number'
			? said.b
			: null;
	} catch (error) {
		// Another stateless word, of a later version.
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
