import type { Fact } from '#lib/domain/fact/fact.ts';
import type { Ports, Signer } from '#lib/domain/ports.ts';
import type { Arrival, DocumentEntry, WorkspaceDatabase } from '#lib/local/database.ts';
import type { SharedDocument } from '#lib/collab/shared-document.ts';
import type { Counted } from './counted.ts';
import type { Road } from './road.ts';

/** Everything the conversation needs; it knows no feature and draws nothing from its surroundings (design D1). */
export interface SyncContext {
	readonly workspace: string;
	/** Of this tab, as its sockets say it: one that was revoked is hung up on. */
	readonly device: () => string;
	readonly database: WorkspaceDatabase;
	readonly road: Road;
	readonly ports: SyncPorts;
	readonly documents: DocumentsHere;
	readonly told: Told;
	readonly counted: Counted;
}

export interface SyncPorts extends Ports {
	lock<T>(name: string, act: () => Promise<T>): Promise<T>;
	after(milliseconds: number, act: () => void): () => void;
	newDeviceKey(): Promise<{ publicKey: string; privateKey: CryptoKey }>;
	signer(key: { publicKey: string; privateKey: CryptoKey }): Signer;
}

/** The open documents of this tab. */
export interface DocumentsHere {
	all(): SharedDocument[];
	/** Null where it is not open here, nor can be. */
	named(name: string): Promise<SharedDocument | null>;
	/** A document that the server names and this device has not. */
	make(entry: DocumentEntry): Promise<SharedDocument>;
	/** Reads what other tabs wrote; journal entries up to this number are then in the documents of this tab. */
	catchUp(): Promise<number>;
	/**
	 * Applies what others wrote, durably, and shows it. Resolves when it stands [S2]. `isEqual`: the server then has
	 * nothing that is not here.
	 */
	take(name: string, updates: readonly Uint8Array[], change: number, isEqual: boolean): Promise<void>;
	/** Shows and keeps what comes under this origin; the answer stops it. */
	follow(name: string, origin: unknown): () => void;
	/** Those whose own store has everything that was read here, and up to which number of `confirmed` that was. */
	stored(): Promise<{ names: string[]; upTo: number }>;
}

/** What came, for whoever shows it. */
export interface Told {
	/** Facts that were just written here, and the notice that they came with. */
	factsCame: (facts: readonly Fact[], arrival: Required<Arrival>) => void;
	/** How many milliseconds the server's clock is ahead of this device's, where that is another number than before. */
	clockHeard: (deviceOffset: number) => void;
	/** The server forgot; everything is handed back (design D13). */
	handingBack: () => void;
	/** Something is confirmed: other tabs may count anew. */
	changed: () => void;
	fault: (error: unknown) => void;
}

/** Says that the round has to begin anew: what the server knew is gone (design D13). */
export class OtherEpoch extends Error {
	override name = 'OtherEpoch';
}
