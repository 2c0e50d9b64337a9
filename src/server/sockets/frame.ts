import * as decoding from 'lib0/decoding';
import type { SocketLimits } from './limits.ts';

/** The kinds of frames of Hocuspocus that a client may send; the others are for servers among themselves. */
const kinds = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, stateless: 5, close: 7 } as const;
/** A token is any text, for the cookie was asked already; a name of a client's version follows it. */
const maxAuthBytes = 4096;
/** The barrier, and no other side message [S5.2]. */
const barrier = /^\{"b":\d{1,15}\}$/;

export interface Frame {
	document: string;
	what: keyof typeof kinds;
	/** It asks for what a document holds: work for the server, whoever asks. */
	isQuestion: boolean;
}

/** What a frame is, or null where a client may not send it. Its content is looked at by whoever takes it. */
export function readFrame(bytes: Uint8Array, limits: SocketLimits): Frame | null {
	try {
		const decoder = decoding.createDecoder(bytes);
		const document = decoding.readVarString(decoder);
		const kind = decoding.readVarUint(decoder);
		// What Hocuspocus takes for a second session of the same document on one line.
		if (document.includes('\0')) return null;
		for (const what of Object.keys(kinds) as (keyof typeof kinds)[])
			if (kinds[what] === kind) {
				const isQuestion = what === 'sync' && decoding.readVarUint(decoding.clone(decoder)) === 0;
				return isAllowed(what, decoder, bytes, limits) ? { document, what, isQuestion } : null;
			}
		return null;
	} catch {
		return null;
	}
}

function isAllowed(
	what: keyof typeof kinds,
	decoder: decoding.Decoder,
	{ length }: Uint8Array,
	{ presenceBytes }: SocketLimits
): boolean {
	if (what === 'auth') return length <= maxAuthBytes;
	if (what === 'awareness') return length <= presenceBytes;
	if (what === 'stateless') return barrier.test(decoding.readVarString(decoder));
	if (what === 'sync') return decoding.readVarUint(decoder) <= 2;
	return true;
}
