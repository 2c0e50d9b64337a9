import type { MeasureSummary } from '#lib/domain/fact/summary.ts';
import type { DeviceId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import type { PersonRow } from '#lib/domain/programme/register.ts';
import type { RowOf } from '#lib/domain/programme/shape.ts';
import type { Collection, StepLabel } from '#lib/domain/step.ts';
import type { GuardedPersistence } from '#lib/collab/guarded-persistence.ts';
import type { SharedDocument } from '#lib/collab/shared-document.ts';
import type { Activity, Draft, WorkspaceDatabase } from '#lib/local/database.ts';
import type { ActivityLog } from './activity.ts';
import type { Writer } from './chain-facts.ts';
import type { FactTable } from './facts.ts';
import type { Live } from './live.svelte.ts';
import type { Platform } from './platform.ts';
import type { Saving } from './safety.ts';
import type { Table, Tables } from './table.ts';
import type { Present, PresentCaret } from './together/presence.ts';
import type { Exchange, Together } from './together/state.ts';
import type * as Documents from './documents/index.ts';

/** What is safe, in the words of the screen: `here` is said only after the write was read back [S2]. */
export interface Safety {
	state: 'here' | 'writing' | 'stuck';
	/** Acts that are on this device only. */
	waiting: number;
	reason: string | null;
}

/** One municipality on this device, as screens hold it: live reads here, verbs beside it. */
export interface Workspace {
	readonly id: WorkspaceId;
	readonly municipality: string;
	readonly isDemo: boolean;
	readonly me: PersonRow | null;
	readonly rows: { readonly [C in Collection]: Table<RowOf[C]> };
	readonly facts: Pick<FactTable, 'summary' | 'summaries' | 'about' | 'observations' | 'decisions'>;
	readonly activity: readonly Activity[];
	/** False: no activity is not to say that nothing was done. */
	readonly isActivityRead: boolean;
	/** Milliseconds; null on the first visit. */
	readonly previousVisitAt: number | null;
	readonly history: { undo: StepLabel | null; redo: StepLabel | null };
	readonly safety: Safety;
	/** The second place: whether there is one, and what stands there. */
	readonly exchange: Exchange;
	/** Who else is here now, as far as the socket is open. */
	readonly present: readonly Present[];
	/** And where in a text they are. */
	readonly carets: readonly PresentCaret[];
}

export interface OpenDocument {
	shared: SharedDocument;
	store: GuardedPersistence | null;
}

/** What the verbs of this layer see of a workspace; screens never do. */
export interface Inside extends Workspace {
	readonly platform: Platform;
	/** Opaque name of its databases (design D2). */
	readonly databaseName: string;
	/** What it keeps on this device; comes behind the first screen, which is read without it (read-first.ts). */
	stored: Promise<WorkspaceDatabase>;
	/** Who this device was when the workspace was opened; the chain asks anew (chain-facts.ts). */
	readonly device: DeviceId;
	meId: PersonId | null;
	readonly tables: Tables;
	readonly factTable: FactTable;
	/** By the id of the plan, programme or register. */
	readonly documents: Map<string, OpenDocument>;
	/** New generations that have not come yet, by name: what they replace stays on the screen until then. */
	readonly arriving: Map<string, OpenDocument>;
	/** Faults of the second copy are counted, not shown: the journal is the truth for what is saved (design D5). */
	readonly storeFaults: unknown[];
	readonly log: ActivityLog;
	readonly saving: Saving & { live: Live; tail: Promise<unknown> };
	/**
	 * Resolves when all documents are loaded, healed and held against the projection, with what can be done to them.
	 * Their code comes after the first screen: a tablet reads rows and writes facts without it.
	 */
	opened: Promise<typeof Documents>;
	/** The same, from the first act that waited for it: from then on an act changes its documents as it is called. */
	atHand: typeof Documents | null;
	/** As it was at the last fact of this tab; null where it has to be read (chain-facts.ts). */
	writer: Writer | null;
	/** What is being read from other tabs. */
	reading: Promise<void>;
	closed: boolean;
	readonly tabs: { ping(): void; close(): void };
	/** The last journal entry this tab has read. */
	readTo: number;
	/** The last confirmed update this tab has read. */
	confirmedTo: number;
	readonly together: Together;
	/** The last arrival of facts this tab knows (summaries.ts). */
	arrivedTo: number;
	readonly unstored: Map<string, MeasureSummary>;
	/** Calls off the storing that was planned. */
	storing: (() => void) | null;
	/** What is typed (draft.ts). */
	readonly drafts: {
		kept: Map<string, Draft>;
		dirty: Set<string>;
		timer: (() => void) | null;
		lastAt: number;
		/** Keys of what is being said at this moment. */
		saying: Set<string>;
		/** The fact that this tab said last out of a draft, by key. */
		said: Map<string, string>;
		live: Live;
	};
	/** Photos that are being made (pictures.ts). */
	readonly pictures: { tail: Promise<unknown>; again: (() => void) | null; live: Live };
	registerId: string;
	close(): Promise<void>;
}

/** Screens hold a `Workspace`; every handle is made by `openWorkspace` and is whole inside. */
export function inside(workspace: Workspace): Inside {
	if (!('stored' in workspace)) throw new Error('not a workspace made by openWorkspace');
	return workspace as Inside;
}
