import type { Grant } from '#lib/domain/access/grant.ts';
import type { AccountId, DeviceId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import type { Attestation } from '#lib/protocol/messages.ts';
import type { LateReason } from '#lib/protocol/reasons.ts';
import type { Invites, SignIns } from './sign-ins.ts';
import type { AuditDraft, AuditEntry, AuditHead } from '../audit/entry.ts';

/**
 * What the meeting point keeps. Every store passes tests/contracts/support/store-contract.ts:
 * 1. what was answered for is on disk;
 * 2. `atomically` happens whole or not at all, and one after the other per workspace for facts, updates and audit;
 * 3. `seq` rises by one in the order of commits: who has read up to a number has missed nothing below it [S4];
 * 4. facts, updates and audit lines are added, never changed;
 * 5. nothing is found without naming its workspace.
 */
export interface Store extends Parts {
	/** Inside, only the parts it is given may be used: the outer ones wait for it to end. */
	atomically<T>(act: (parts: Parts) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

export interface Parts {
	/** The life of this server: another one after a backup was restored (design D13). */
	epoch(): Promise<string>;
	startEpoch(epoch: string): Promise<void>;
	/** Nothing where there is one already. */
	startFirstEpoch(epoch: string): Promise<void>;
	readonly people: People;
	readonly signIns: SignIns;
	readonly invites: Invites;
	readonly facts: Facts;
	readonly documents: Documents;
	readonly audit: Audit;
}

export interface Workspace {
	id: WorkspaceId;
	municipality: string;
	createdAt: number;
	/** The id of its register document; null where nobody said it. */
	register: string | null;
}
export interface Account {
	id: AccountId;
	name: string;
	createdAt: number;
	endedAt: number | null;
}
export interface GivenGrant extends Grant {
	id: string;
	account: AccountId;
}
export interface RegisteredDevice {
	id: DeviceId;
	account: AccountId;
	publicKey: string;
	registeredAt: number;
	revokedAt: number | null;
	name: string | null;
}

export interface People {
	addWorkspace(workspace: Workspace): Promise<void>;
	workspace(id: WorkspaceId): Promise<Workspace | null>;
	/** Where the account has, had or will have a right. */
	workspacesOf(account: AccountId): Promise<Workspace[]>;
	addAccount(account: Account): Promise<void>;
	account(id: AccountId): Promise<Account | null>;
	endAccount(id: AccountId, at: number): Promise<void>;
	/** Who the account is in the register of this workspace; said again, the last one stands. */
	link(workspace: WorkspaceId, account: AccountId, person: PersonId | null): Promise<void>;
	personOf(workspace: WorkspaceId, account: AccountId): Promise<PersonId | null>;
	give(grant: GivenGrant): Promise<void>;
	/** Everyone of a workspace, also whose rights ended. */
	accountsOf(workspace: WorkspaceId): Promise<Account[]>;
	grant(workspace: WorkspaceId, id: string): Promise<GivenGrant | null>;
	/** Also the ones that ended: that they were there decides where a late fact goes. */
	grantsOf(workspace: WorkspaceId, account: AccountId): Promise<GivenGrant[]>;
	endGrant(workspace: WorkspaceId, id: string, at: number): Promise<void>;
	/** The device as it stands afterwards: of two that claim one id the first one stays. */
	registerDevice(workspace: WorkspaceId, device: RegisteredDevice): Promise<RegisteredDevice>;
	device(workspace: WorkspaceId, id: DeviceId): Promise<RegisteredDevice | null>;
	devices(workspace: WorkspaceId): Promise<RegisteredDevice[]>;
	nameDevice(workspace: WorkspaceId, id: DeviceId, name: string): Promise<void>;
	/** Once revoked, the first moment stays. */
	revokeDevice(workspace: WorkspaceId, id: DeviceId, at: number): Promise<void>;
}

/** A fact that passed every check, with what the server says of it. */
export interface AttestedFact {
	fact: WireFact;
	attested: Attestation;
}
export interface NewFact {
	fact: WireFact;
	kind: string;
	/** The SHA-256 of each photo that it names. */
	photos: readonly string[];
	attested: Omit<Attestation, 'seq'>;
}
export interface LateFact {
	fact: WireFact;
	reason: LateReason;
	receivedAt: number;
	carrier: AccountId;
}
/** Up to where the server holds one branch of a device without a gap [S3.4]. */
export interface Branch {
	upTo: number;
	hash: string;
}

export interface Facts {
	/** Only inside `atomically`. Known facts (same id, same hash) stay as they are; an id with another hash is refused. */
	add(
		workspace: WorkspaceId,
		facts: readonly NewFact[]
	): Promise<Map<string, 'stored' | 'duplicate' | 'idTaken'>>;
	find(workspace: WorkspaceId, id: string): Promise<AttestedFact | null>;
	/** Of these ids the ones that are here, with their hashes. */
	hashes(workspace: WorkspaceId, ids: readonly string[]): Promise<Map<string, string>>;
	after(workspace: WorkspaceId, seq: number, atMost: number): Promise<AttestedFact[]>;
	/** One per whole branch, lowest hash first; none while number 1 is missing. */
	branches(workspace: WorkspaceId, device: DeviceId): Promise<Branch[]>;
	/** Said twice is kept once; whether it was new. */
	setAside(workspace: WorkspaceId, late: LateFact): Promise<boolean>;
	/** Those nobody decided on yet. */
	setAsideOnes(workspace: WorkspaceId): Promise<LateFact[]>;
	/** The late fact, for the first who decides on it; null where there is none to decide on. */
	decide(
		workspace: WorkspaceId,
		hash: string,
		decision: 'take' | 'refuse',
		at: number
	): Promise<LateFact | null>;
	withPhoto(workspace: WorkspaceId, sha256: string): Promise<AttestedFact[]>;
}

export interface DocumentUpdate {
	bytes: Uint8Array;
	account: AccountId;
	carrier: AccountId;
	receivedAt: number;
}
export interface DocumentState {
	/** Updates up to and including `upTo` in one, or null. */
	snapshot: { upTo: number; bytes: Uint8Array } | null;
	/** Numbered on from the snapshot. */
	updates: (DocumentUpdate & { n: number })[];
}
/** A document as the catalogue knows it. */
export interface CatalogueEntry {
	name: string;
	/** `<kind>/<id>`: the same in every generation. */
	subject: string;
	/** Rises with every change, per workspace, in the order of commits [S7]. */
	change: number;
	confidentiality: Grant['ceiling'];
	isCurrent: boolean;
	/** Why it is not opened, or null. */
	quarantined: string | null;
	/** The number of its last update; 0 before the first. */
	lastN: number;
}
export interface NewDocument {
	name: string;
	subject: string;
	confidentiality: Grant['ceiling'];
	createdAt: number;
	createdBy: AccountId;
}
/** Whose client id it is; null: carried here, and not yet used by anyone live. */
export interface ClientBinding {
	client: number;
	account: AccountId | null;
}
export interface DocumentVersion {
	id: string;
	/** The document, with its generation, and the number of the update after which it was so. */
	name: string;
	n: number;
	subject: string;
	madeAt: number;
	madeBy: AccountId;
	reason: 'largeDeletion' | 'beforeRestore';
}

/** Whatever changes a document gives it the next change number; only inside `atomically`, where it says so. */
export interface Documents {
	/** Only inside `atomically`. */
	create(workspace: WorkspaceId, document: NewDocument): Promise<'created' | 'exists'>;
	/** The number of the last one, or null where there is no such document. Only inside `atomically`. */
	append(workspace: WorkspaceId, name: string, updates: readonly DocumentUpdate[]): Promise<number | null>;
	read(workspace: WorkspaceId, name: string): Promise<DocumentState | null>;
	/** The bytes of the updates 1 up to and including `n`, whatever was put in a snapshot. */
	history(workspace: WorkspaceId, name: string, n: number): Promise<Uint8Array[]>;
	/** An older snapshot than the one that stands is not taken. */
	putSnapshot(workspace: WorkspaceId, name: string, upTo: number, bytes: Uint8Array): Promise<void>;
	find(workspace: WorkspaceId, name: string): Promise<CatalogueEntry | null>;
	/** All generations of one subject. */
	generations(workspace: WorkspaceId, subject: string): Promise<CatalogueEntry[]>;
	changedSince(workspace: WorkspaceId, change: number, atMost: number): Promise<CatalogueEntry[]>;
	/** From now on another generation is current. Only inside `atomically`. */
	supersede(workspace: WorkspaceId, name: string): Promise<void>;
	/** Only inside `atomically`; null takes it out again. */
	quarantine(workspace: WorkspaceId, name: string, reason: string | null): Promise<void>;
	/** Said again, an account takes the place of null, and of nothing else. Only inside `atomically`. */
	bindClients(workspace: WorkspaceId, name: string, bindings: readonly ClientBinding[]): Promise<void>;
	clients(workspace: WorkspaceId, name: string): Promise<ClientBinding[]>;
	addVersion(workspace: WorkspaceId, version: DocumentVersion, bytes: Uint8Array): Promise<void>;
	/** The newest first. */
	versions(workspace: WorkspaceId, subject: string): Promise<DocumentVersion[]>;
	versionBytes(workspace: WorkspaceId, id: string): Promise<Uint8Array | null>;
}

export interface Audit {
	/** Only inside `atomically`, one after the other: the line stands with what it tells of, or neither does. */
	append(draft: AuditDraft): Promise<AuditEntry>;
	lines(log: string, after: number, atMost: number): Promise<AuditEntry[]>;
	heads(): Promise<AuditHead[]>;
}
