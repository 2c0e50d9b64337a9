import type { Road } from '#lib/sync/road.ts';
import WebSocket from 'ws';
import { withMore } from './later-server.ts';
import { home, type ServerHere } from './server.ts';

/**
 * The road of one browser: its cookies, and a link that a test cuts, doubles and makes lose answers. Requests are
 * counted, so that a test can say what went over it.
 */
export class Link implements Road {
	/** Nothing goes through. */
	isCut = false;
	/** The machine knows it. */
	knowsItIsCut = true;
	/** The next so many answers never come, though what was asked is done. */
	lostAnswers = 0;
	/** The next so many requests go twice. */
	doubled = 0;
	/** The next so many writes stay on the way, as it looks from here: they arrive later, in another order. */
	heldBack = 0;
	readonly #held: (() => Promise<Response>)[] = [];
	/** This client is older than the server: it speaks a protocol that the server does not. */
	isOlder = false;
	/** The server is newer than this client, in the same protocol: its answers say more. */
	saysMore = false;
	/** Cuts once a request for which it says so was made. */
	cutAfter: (asked: string) => boolean = () => false;
	readonly asked: string[] = [];
	readonly cookies = new Map<string, string>();
	readonly sockets = new Set<WebSocket>();
	readonly #server: ServerHere;
	#wakes = new Set<() => void>();

	constructor(server: ServerHere) {
		this.#server = server;
	}

	isOnline = (): boolean => !(this.isCut && this.knowsItIsCut);
	onWake = (act: () => void): (() => void) => {
		this.#wakes.add(act);
		return () => this.#wakes.delete(act);
	};
	wake(): void {
		for (const act of this.#wakes) act();
	}
	cut(): void {
		this.isCut = true;
		// Nothing on the way arrives any more.
		for (const socket of this.sockets) socket.terminate();
	}
	/** What was held back arrives, the last one first; who sent it does not wait for an answer any more. */
	async arrive(): Promise<void> {
		for (const send of this.#held.splice(0).reverse()) await (await send()).arrayBuffer();
	}
	/** Everything is as it should be; what was still on the way is lost. */
	heal(): void {
		this.mend();
		this.lostAnswers = this.doubled = this.heldBack = 0;
		this.#held.length = 0;
	}
	mend(): void {
		this.cutAfter = () => false;
		this.isCut = this.isOlder = false;
	}

	fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
		const address = this.#server.running?.address;
		this.asked.push(`${init.method ?? 'GET'} ${path}`);
		if (this.isCut || address === undefined) throw new TypeError('no network');
		const headers = new Headers(init.headers);
		headers.set('origin', home);
		if (this.cookies.size > 0) headers.set('cookie', this.cookie());
		const body = init.body instanceof Blob ? await init.body.arrayBuffer() : init.body;
		const whole = { ...init, headers, ...(body == null ? {} : { body }) };
		const send = () => fetch(`${address}${this.#spoken(path)}`, whole);
		if (this.heldBack > 0 && isOfWorkspace(path) && init.method !== undefined && init.method !== 'GET') {
			this.heldBack--;
			this.#held.push(() => this.#late(path, whole));
			throw new TypeError('nothing came back in time');
		}
		if (this.doubled > 0) {
			this.doubled--;
			await (await send()).arrayBuffer();
		}
		const response = await send();
		if (this.cutAfter(`${init.method ?? 'GET'} ${path}`)) this.cut();
		this.#keepCookies(response);
		if (this.lostAnswers > 0 && init.method !== undefined && init.method !== 'GET') {
			this.lostAnswers--;
			await response.arrayBuffer();
			throw new TypeError('the answer was lost');
		}
		return this.saysMore ? withMore(path, response) : response;
	};
	#spoken(path: string): string {
		return this.isOlder ? path.replace(/^\/(api|sync)\/v1\//, '/$1/v0/') : path;
	}

	/** Whoever gave up waiting called it off; the network did not hear that. */
	#late(path: string, { signal: _, ...init }: RequestInit): Promise<Response> {
		const address = this.#server.running?.address;
		if (this.isCut || address === undefined) return Promise.resolve(new Response());
		return fetch(`${address}${path}`, init);
	}

	openSocket = (path: string): globalThis.WebSocket => {
		const address = this.#server.running?.address.replace(/^http/, 'ws') ?? 'ws://127.0.0.1:1';
		const socket = new WebSocket(`${this.isCut ? 'ws://127.0.0.1:1' : address}${this.#spoken(path)}`, {
			headers: { origin: home, cookie: this.cookie() }
		});
		socket.on('error', () => undefined);
		this.sockets.add(socket);
		socket.on('close', () => this.sockets.delete(socket));
		return socket as unknown as globalThis.WebSocket;
	};

	cookie(): string {
		return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}
	#keepCookies(response: Response): void {
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
			if (/max-age=0/i.test(line)) this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
	}
}

/** A sign-in that arrives later is one that nobody is at. */
function isOfWorkspace(path: string): boolean {
	return path.startsWith('/api/v1/w/');
}
