/** What a document and an update of it may be. A programme of 1,000 measures is 1-2 MB, a plan of 40 pages 0.5 (measured). */
export interface DocumentLimits {
	/**
	 * Of one update by HTTP (design D14): a 70 kB plan makes 1 MB, years of a programme stay under 10. A socket takes a
	 * frame of 1 MiB at most.
	 */
	updateBytes: number;
	/** Of a whole document as one update. */
	documentBytes: number;
	/** Types in types, lists in lists: what Driehoek writes goes six deep. */
	depth: number;
	/**
	 * Client ids that were never seen before: a device uses a new one per start of the app, so months offline bring
	 * dozens on one connection; a document of years that is brought whole may hold thousands.
	 */
	newClientsBySocket: number;
	newClientsByHttp: number;
	/** A version is made before one connection removes more than this share, and this many, within the time. */
	deletion: { share: number; count: number; withinMs: number };
	/** Updates after which the next quiet moment makes a snapshot; half a second of loading at most. */
	snapshotAfter: number;
	/** A document that nobody has open stays in memory this long. */
	idleMs: number;
}

export const documentLimits: DocumentLimits = {
	updateBytes: 32 * 1024 * 1024,
	documentBytes: 32 * 1024 * 1024,
	depth: 32,
	newClientsBySocket: 100,
	newClientsByHttp: 20_000,
	// A quarter: an evening of writing stays under it, clearing a table does not.
	deletion: { share: 0.25, count: 200, withinMs: 60_000 },
	snapshotAfter: 500,
	idleMs: 30_000
};
