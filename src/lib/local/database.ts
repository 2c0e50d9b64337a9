import Dexie, { type Table } from 'dexie';
import type { Fact } from '#lib/domain/fact/fact.ts';
import type { AnyRow, DocumentKind } from '#lib/domain/programme/shape.ts';
import type { Collection, StepLabel } from '#lib/domain/step.ts';

/** One update of one document that is not yet safe in a second place [S6]. */
export interface JournalEntry {
	/** Rises by one per entry; tabs use it to catch up [D6]. */
	n?: number;
	doc: string;
	update: Uint8Array;
}

/** A row of the projection: what lists, search and counts read. */
export interface ProjectedRow {
	collection: Collection;
	id: string;
	doc: string;
	row: AnyRow;
}

/** One changed place, with what stood there: enough to put it back. */
export interface PlaceChange {
	collection: Collection;
	id: string;
	field: string;
	before: unknown;
	after: unknown;
}

/** What this person did here, in words, and how to undo it (design D12). */
export interface Activity {
	id: string;
	/** Milliseconds. */
	at: number;
	label: StepLabel;
	person: string | null;
	/** Rows it touched, at most fifty: enough to link to. */
	ids: string[];
	changes: PlaceChange[];
	/** Facts it recorded; undoing withdraws them. */
	facts: string[];
	state: 'done' | 'undone' | 'replaced';
	/** When it was last done or undone: the order of redo. */
	turnedAt: number;
	undoable: boolean;
}

export interface DocumentEntry {
	name: string;
	kind: DocumentKind;
	id: string;
}

/** Everything one workspace keeps on this device besides the documents' own stores. */
export class WorkspaceDatabase extends Dexie {
	journal!: Table<JournalEntry, number>;
	rows!: Table<ProjectedRow, [string, string]>;
	facts!: Table<Fact, string>;
	activity!: Table<Activity, string>;
	documents!: Table<DocumentEntry, string>;
	meta!: Table<{ key: string; value: unknown }, string>;

	constructor(name: string) {
		// Strict: a tick must mean disk, not a buffer of the system (1.8 ms against 1.1 per write, docs/figures.md).
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			journal: '++n, doc',
			rows: '[collection+id], doc',
			facts: 'id, [device+deviceSeq]',
			activity: 'id, turnedAt',
			documents: 'name',
			meta: 'key'
		});
	}
}

export interface WorkspaceEntry {
	id: string;
	/** Opaque name of its databases (design D2). */
	database: string;
	municipality: string;
	personName: string;
	isDemo: boolean;
	createdAt: number;
	openedAt: number;
}

/** What this device knows before any workspace is open. */
export class HouseDatabase extends Dexie {
	workspaces!: Table<WorkspaceEntry, string>;
	preferences!: Table<{ key: string; value: unknown }, string>;

	constructor(name = 'driehoek') {
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({ workspaces: 'id, openedAt', preferences: 'key' });
	}
}
