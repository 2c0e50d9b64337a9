import Dexie, { type Table, type Transaction } from 'dexie';
import type { Fact, Photo } from '#lib/domain/fact/fact.ts';
import type { AnyRow, DocumentKind } from '#lib/domain/programme/shape.ts';
import type { MeasureSummary } from '#lib/domain/fact/summary.ts';
import type { Collection, StepLabel } from '#lib/domain/step.ts';
import { filedUnder, linkOf, photosNamed, subjectsOf } from './filing.ts';
import type {
	Attested,
	CatalogueEntry,
	Merge,
	RefusedFact,
	SentPhoto,
	ConfirmedUpdate,
	StoredReceipt
} from './server-tables.ts';
import { houseVersion, nativeSteps, townVersion } from './versions.ts';

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

export type StepId = string;

/** What this person did here, in words, and how to undo it (design D12). */
export interface Activity {
	id: StepId;
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
	/** Rises with all that is done or undone, whatever a clock says [S9.4]: the order of undo and redo. */
	turnedAt: number;
	/** The clock when it was last done or undone, milliseconds; before it was kept apart, `turnedAt` was that. */
	clockAt?: number;
	undoable: boolean;
}

/** A fact as it was written, with the id of what it is about, so that a list reads only its own. */
export interface StoredFact extends Fact {
	about: string;
	/** Of a withdrawal whose target has not arrived: the target's id. It is filed under the right subject when it has. */
	awaits?: string;
	/** SHA-256 of each photo that it names; left out where an earlier version filed it and it names none. */
	photos?: string[];
}

/** What proves that nothing is missing, without the facts themselves: a ledger of 20,000 opens at once [S1]. */
export interface Link {
	hash: string;
	previousHash: string | null;
	device: string;
	deviceSeq: number;
	/** Of the fact: whether it is still here is seen without reading it. */
	id: string;
}

/** One act that brought facts, so that other tabs and the summaries know what to read again [D6]. */
export interface Arrival {
	n?: number;
	about: string[];
}

/** A photo that a fact names, or a draft will. Bytes as ArrayBuffer: a camera's Blob is not safe in every browser. */
export interface StoredPhoto {
	sha256: string;
	bytes: ArrayBuffer;
	width: number;
	height: number;
	/** Milliseconds. */
	addedAt: number;
}

/** A picture on its way to being a photo of a fact. */
export interface Picture {
	id: string;
	/** As the camera gave it; null once `photo` is made. */
	bytes: ArrayBuffer | null;
	photo: Photo | null;
	/** The draft it was added to; null when its fact was said first. With neither it was taken out, and goes. */
	draft: string | null;
	fact: string | null;
	/** Milliseconds. */
	addedAt: number;
	/** Why it cannot be made into a photo. */
	fault: 'notAPicture' | null;
}

/** What is typed and not committed: written behind every stroke. */
export interface Draft {
	key: string;
	/** Null: what stood here was said. */
	text: string | null;
	/** Milliseconds, and always later than the one before. */
	at: number;
}

export interface DocumentEntry {
	name: string;
	kind: DocumentKind;
	id: string;
}

/** A newer Driehoek has renewed this database. Nothing in it is touched: what it means is not known here [S12]. */
export class NewerDatabase extends Error {
	override name = 'NewerDatabase';
}

/** Everything one workspace keeps on this device besides the documents' own stores. */
export class WorkspaceDatabase extends Dexie {
	journal!: Table<JournalEntry, number>;
	rows!: Table<ProjectedRow, [string, string]>;
	facts!: Table<StoredFact, string>;
	links!: Table<Link, string>;
	arrivals!: Table<Arrival, number>;
	summaries!: Table<MeasureSummary, string>;
	photos!: Table<StoredPhoto, string>;
	pictures!: Table<Picture, string>;
	drafts!: Table<Draft, string>;
	activity!: Table<Activity, string>;
	documents!: Table<DocumentEntry, string>;
	meta!: Table<{ key: string; value: unknown }, string>;
	/** What is known of the server, by name (server-tables.ts). */
	server!: Table<{ key: string; value: unknown }, string>;
	confirmed!: Table<ConfirmedUpdate, number>;
	catalogue!: Table<CatalogueEntry, string>;
	attested!: Table<Attested, string>;
	refusedFacts!: Table<RefusedFact, string>;
	receipts!: Table<StoredReceipt, [string, string]>;
	sentPhotos!: Table<SentPhoto, string>;
	merges!: Table<Merge, string>;

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
		this.version(2)
			.stores({
				facts: 'id, [device+deviceSeq], about, awaits',
				links: 'hash, device',
				arrivals: '++n',
				summaries: 'measureId',
				photos: 'sha256',
				pictures: 'id, draft, fact',
				drafts: 'key'
			})
			.upgrade(fileFactsBySubject);
		this.version(3)
			.stores({ links: 'hash, device, [device+deviceSeq]' })
			.upgrade(({ db }) => linkFactsById(db as WorkspaceDatabase));
		this.version(4).stores({
			server: 'key',
			confirmed: '++n, doc',
			catalogue: 'name',
			attested: 'id',
			refusedFacts: 'id',
			receipts: '[device+hash]',
			sentPhotos: 'sha256',
			merges: 'id, at'
		});
		this.version(townVersion)
			.stores({ facts: 'id, [device+deviceSeq], about, awaits, *photos' })
			.upgrade(({ db }) => fileFactsByPhoto(db as WorkspaceDatabase));
		// Dexie opens a newer database without a word; asked at every opening, also after a lost connection.
		this.on(
			'ready',
			() => {
				if (this.backendDB().version >= (townVersion + 1) * nativeSteps) throw new NewerDatabase(name);
			},
			true
		);
	}
}

/** From before a link named its fact. A link whose fact is gone stays as it is: it says what is missing. */
async function linkFactsById({ facts, links }: WorkspaceDatabase): Promise<void> {
	await links.bulkPut((await facts.toArray()).map(linkOf));
}

/** From before facts were found by the photos they name; nothing else of them changes. */
async function fileFactsByPhoto({ facts }: WorkspaceDatabase): Promise<void> {
	const filed = (await facts.toArray()).map((fact) => ({ ...fact, photos: photosNamed(fact.payload) }));
	await facts.bulkPut(filed.filter(({ photos }) => photos.length > 0));
}

/** From before facts were found by what they are about: they are filed, and their links and summaries follow. */
async function fileFactsBySubject(transaction: Transaction): Promise<void> {
	const { facts, links, arrivals } = transaction.db as WorkspaceDatabase;
	const all = await facts.toArray();
	const filed = filedUnder(all, new Map());
	await facts.bulkPut(filed);
	await links.bulkPut(filed.map(linkOf));
	await arrivals.add({ about: subjectsOf(filed) });
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
		this.version(houseVersion).stores({ workspaces: 'id, openedAt', preferences: 'key' });
	}
}
