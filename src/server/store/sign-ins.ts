import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import type { WantedGrant } from '#lib/protocol/words.ts';

/** How people come in; tokens, codes and links are only known here by their SHA-256. */
export interface SignIns {
	/** True once for a whole server: who comes second is not the first account. */
	setUp(account: AccountId, at: number): Promise<boolean>;
	/** The first account, or null while there is none. */
	setUpBy(): Promise<AccountId | null>;

	startSession(tokenHash: string, session: StoredSession): Promise<void>;
	/** Also one that ended. */
	session(tokenHash: string): Promise<StoredSession | null>;
	/** The open ones, newest first. */
	sessionsOf(account: AccountId): Promise<StoredSession[]>;
	seen(session: string, at: number): Promise<void>;
	/** Whether it was open and of this account. */
	endSession(account: AccountId, session: string, at: number): Promise<boolean>;

	/** False where the credential is known already. */
	addPasskey(passkey: StoredPasskey): Promise<boolean>;
	passkey(credential: string): Promise<StoredPasskey | null>;
	passkeysOf(account: AccountId): Promise<StoredPasskey[]>;
	passkeyUsed(credential: string, counter: number, at: number): Promise<void>;

	/** These stand, and no other of the account. */
	replaceRecoveryCodes(account: AccountId, codes: readonly RecoveryCode[], at: number): Promise<void>;
	/** Only one that was not used. */
	recoveryCode(lookup: string): Promise<(RecoveryCode & { account: AccountId }) | null>;
	/** True for the first who uses it. */
	useRecoveryCode(lookup: string, at: number): Promise<boolean>;
	recoveryCodesLeft(account: AccountId): Promise<number>;
}

export interface StoredSession {
	/** Public: to list and to end it by. */
	id: string;
	account: AccountId;
	deviceName: string | null;
	createdAt: number;
	seenAt: number;
	endedAt: number | null;
}
export interface StoredPasskey {
	credential: string;
	account: AccountId;
	/** COSE. */
	publicKey: Uint8Array;
	counter: number;
	transports: readonly string[];
	createdAt: number;
	usedAt: number | null;
}
export interface RecoveryCode {
	/** Which code it is: not secret by itself. */
	lookup: string;
	hash: string;
}

export interface Invite {
	id: string;
	workspace: WorkspaceId;
	grants: readonly WantedGrant[];
	person: string | null;
	createdAt: number;
	createdBy: AccountId;
	expiresAt: number;
	usedAt: number | null;
	usedBy: AccountId | null;
	withdrawnAt: number | null;
}
export interface Invites {
	add(tokenHash: string, invite: Invite): Promise<void>;
	/** The token names the workspace. */
	byToken(tokenHash: string): Promise<Invite | null>;
	/** Newest first. */
	of(workspace: WorkspaceId): Promise<Invite[]>;
	/** True for the first who uses it while it is open at `at`. */
	use(workspace: WorkspaceId, id: string, account: AccountId, at: number): Promise<boolean>;
	/** True where it was open. */
	withdraw(workspace: WorkspaceId, id: string, at: number): Promise<boolean>;
}
