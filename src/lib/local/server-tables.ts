import type { Collection } from '#lib/domain/step.ts';

/**
 * What this device knows of the server. All of it can be asked again: losing it loses no work, it only takes away what
 * may be said of a second place until that is confirmed anew.
 */

/** An update that the server holds too, here for other tabs and for the document's own store to take up [S6.6]. */
export interface ConfirmedUpdate {
	n?: number;
	doc: string;
	update: Uint8Array;
}

/** A document as the server's catalogue names it. */
export interface CatalogueEntry {
	name: string;
	/** The server's number of its last change. */
	change: number;
	isCurrent: boolean;
	confidentiality: string;
	/** Up to which change this device has asked what it lacked; less than `change`: it is behind. */
	pulled: number;
	/** The document's snapshot (deletions included) when server and device were last equal; null: never yet. */
	equal: Uint8Array | null;
	/** Why the server does not take this document's edits; null: it does. */
	refused: string | null;
	/** Milliseconds; when edits of others last came in. */
	heardAt: number | null;
}

/** The server's own words about a fact [S3.1]; `seq` is 0 until it was pulled back. */
export interface Attested {
	id: string;
	seq: number;
	receivedAt: number | null;
	account: string | null;
	carrier: string | null;
	isOwnName: boolean | null;
}

/** A fact that the server does not take. It stays, is named, and holds up nothing behind it [S3.3]. */
export interface RefusedFact {
	id: string;
	reason: string;
	/** Milliseconds. */
	at: number;
}

export interface StoredReceipt {
	device: string;
	upTo: number;
	hash: string;
	epoch: string;
}

/** A photo that the server holds whole, or why it does not take it. */
export interface SentPhoto {
	sha256: string;
	refused: string | null;
}

/** A place in a row where own words met those of another. */
export interface MergedField {
	collection: Collection;
	id: string;
	field: string;
	/** `both`: both stand in one text. `theirs`: the own value lost; `mine` can be put back. */
	outcome: 'both' | 'theirs';
	mine: unknown;
	theirs: unknown;
	isPutBack: boolean;
}

/** What came in after time apart, as plain data that a screen makes sentences of. */
export interface Merge {
	id: string;
	/** Milliseconds. */
	at: number;
	/** Milliseconds; up to when this device had heard before. */
	since: number | null;
	/** Rows that were added, changed or removed, per collection. */
	came: { collection: Collection; added: number; changed: number; removed: number }[];
	/** Facts of others that came with it. */
	facts: number;
	fields: MergedField[];
	/** Measures of which two statuses stand that did not see each other (design D11). */
	statuses: string[];
}
