import * as Y from 'yjs';

/** The whole of a document as one update. */
export function stateOf(doc: Y.Doc): Uint8Array {
	return Y.encodeStateAsUpdate(doc);
}

/** Decoded before it is applied anywhere: a damaged update can throw after it has changed half a document. */
export function isUpdate(update: Uint8Array): boolean {
	try {
		Y.decodeUpdate(update);
		return true;
	} catch (error) {
		if (error instanceof Error) return false;
		throw error;
	}
}
