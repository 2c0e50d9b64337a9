import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { edit } from './gathering.ts';

/** Updates that no honest client sends. */
export function nested(depth: number): Uint8Array {
	return edit((doc) => {
		let inner = doc.getMap('deep');
		doc.transact(() => {
			for (let n = 0; n < depth; n++) {
				const next = new Y.Map<unknown>();
				inner.set('in', next);
				inner = next;
			}
		});
	});
}
export function lists(depth: number): Uint8Array {
	let value: unknown = 1;
	for (let n = 0; n < depth; n++) value = [value];
	return edit((doc) => void doc.getMap('m').set('deep', value));
}
export function onlySecond(): Uint8Array {
	const doc = new Y.Doc();
	doc.getMap('m').set('first', 1);
	const before = Y.encodeStateVector(doc);
	doc.getMap('m').set('second', 1);
	return Y.encodeStateAsUpdate(doc, before);
}

/** One struct of each of so many clients that nobody ever was. */
export function manyClients(count: number): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, count);
	for (let client = 1; client <= count; client++) {
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, 0);
		// A struct that was collected, of length one.
		encoding.writeUint8(encoder, 0);
		encoding.writeVarUint(encoder, 1);
	}
	encoding.writeVarUint(encoder, 0);
	return encoding.toUint8Array(encoder);
}

/** Frames as Hocuspocus reads them, made by hand. */
export const frames = {
	auth: (document: string) =>
		frame(document, 2, (encoder) => {
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarString(encoder, 'any');
			encoding.writeVarString(encoder, '4.8.0');
		}),
	step1: (document: string) => sync(document, 0, Uint8Array.of(0)),
	step2: (document: string, update: Uint8Array) => sync(document, 1, update),
	update: (document: string, update: Uint8Array) => sync(document, 2, update),
	stateless: (document: string, payload: string, kind = 5) =>
		frame(document, kind, (encoder) => encoding.writeVarString(encoder, payload)),
	awareness: (document: string, states: readonly [client: number, clock: number, state: unknown][]) =>
		frame(document, 1, (encoder) => {
			const inner = encoding.createEncoder();
			encoding.writeVarUint(inner, states.length);
			for (const [client, clock, state] of states) {
				encoding.writeVarUint(inner, client);
				encoding.writeVarUint(inner, clock);
				encoding.writeVarString(inner, JSON.stringify(state));
			}
			encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
		}),
	ofKind: (document: string, kind: number) => frame(document, kind, () => undefined)
};

function sync(document: string, step: number, bytes: Uint8Array): Uint8Array {
	return frame(document, 0, (encoder) => {
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}
function frame(document: string, kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarString(encoder, document);
	encoding.writeVarUint(encoder, kind);
	write(encoder);
	return encoding.toUint8Array(encoder);
}

/** What the server says back over a bare socket, by kind. */
export interface Bare {
	send(bytes: Uint8Array | string): void;
	/** Resolves with the text (side message, refusal) or the truth of an acknowledgement of the next such answer. */
	next(what: 'authenticated' | 'denied' | 'acknowledged' | 'stateless' | 'closed'): Promise<string>;
	/** The code with which the line was closed. */
	ended: Promise<number>;
	/** Everything heard so far, in order. */
	heard: [what: string, said: string][];
	close(): void;
}

export function bare(socket: WebSocket): Bare {
	const heard: Bare['heard'] = [];
	const waiting: [string, (said: string) => void][] = [];
	let seen = 0;
	socket.on('message', (data: Buffer, isBinary) => {
		if (!isBinary) return hear('text', data.toString());
		const decoder = decoding.createDecoder(new Uint8Array(data));
		decoding.readVarString(decoder);
		const kind = decoding.readVarUint(decoder);
		if (kind === 2) {
			const isDenied = decoding.readVarUint(decoder) === 1;
			hear(isDenied ? 'denied' : 'authenticated', decoding.readVarString(decoder));
		} else if (kind === 5) hear('stateless', decoding.readVarString(decoder));
		else if (kind === 7) hear('closed', decoding.readVarString(decoder));
		else if (kind === 8) hear('acknowledged', String(decoding.readVarInt(decoder) === 1));
		else hear(`kind ${kind}`, '');
	});
	function hear(what: string, said: string): void {
		heard.push([what, said]);
		const at = waiting.findIndex(([one]) => one === what);
		if (at < 0) return;
		seen = heard.length;
		waiting.splice(at, 1)[0]?.[1](said);
	}
	const opened = new Promise<void>((resolve) => socket.once('open', resolve));
	return {
		heard,
		send: (bytes) => void opened.then(() => socket.send(bytes)),
		next: (what) =>
			new Promise((resolve) => {
				const at = heard.findIndex(([one], index) => one === what && index >= seen);
				if (at < 0) return waiting.push([what, resolve]);
				seen = at + 1;
				resolve(heard[at]?.[1] ?? '');
			}),
		ended: new Promise((resolve) => socket.once('close', resolve)),
		close: () => socket.terminate()
	};
}
