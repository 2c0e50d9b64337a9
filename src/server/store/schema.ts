import type { Grant } from '#lib/domain/access/grant.ts';

/**
 * The tables, the same in SQLite and PostgreSQL: text, bigint, integer and bytes only. Times are milliseconds, truth is
 * 0 or 1, what is read whole is JSON in text. Every table that holds something of a municipality begins its key with
 * the workspace, so that no id of one ever finds a row of another.
 */
export interface Schema {
	server: { only: number; epoch: string };
	workspace: {
		id: string;
		municipality: string;
		created_at: number;
		last_seq: number;
		/** The id of the register document; null where nobody said it. */
		register: string | null;
	};
	account: { id: string; name: string; created_at: number; ended_at: number | null };
	/** Who an account is in the register of one workspace. */
	membership: { workspace: string; account: string; person: string | null };
	grant_given: {
		workspace: string;
		id: string;
		account: string;
		role: Grant['role'];
		document: string | null;
		team: string | null;
		area: string | null;
		ceiling: Grant['ceiling'];
		valid_from: number;
		valid_to: number | null;
		ground: string;
	};
	device: {
		workspace: string;
		id: string;
		account: string;
		public_key: string;
		registered_at: number;
		revoked_at: number | null;
		name: string | null;
	};
	fact: {
		workspace: string;
		id: string;
		/** Rises by one in the order of commits, per workspace [S4]. */
		seq: number;
		device: string;
		device_seq: number;
		hash: string;
		previous_hash: string | null;
		/** 1 where all facts of its branch before it are here. */
		is_linked: number;
		kind: string;
		/** The whole fact as its writer hashed it, as it went over the wire. */
		wire: string;
		received_at: number;
		account: string;
		carrier: string;
		is_own_name: number;
		/** Why it came too late, where a person decided to take it all the same. */
		late: string | null;
	};
	/** Which photos a stored fact names. */
	fact_photo: { workspace: string; sha256: string; fact: string };
	/** The end of each whole branch of a device: its receipts. */
	branch: { workspace: string; device: string; hash: string; up_to: number };
	/** Facts that came too late to be taken without a person: not lost, not shown. */
	quarantine: {
		workspace: string;
		id: string;
		hash: string;
		wire: string;
		reason: string;
		received_at: number;
		carrier: string;
		/** `take` or `refuse`; null while nobody decided. */
		decision: string | null;
		decided_at: number | null;
	};
	document: {
		workspace: string;
		name: string;
		confidentiality: string;
		created_at: number;
		created_by: string;
		last_n: number;
	};
	document_update: {
		workspace: string;
		document: string;
		n: number;
		bytes: Uint8Array;
		account: string;
		carrier: string;
		received_at: number;
	};
	/** All updates up to `n` in one: the log stays what is true. */
	document_snapshot: { workspace: string; document: string; n: number; bytes: Uint8Array };
	/** Rises by one with every change of a document, per workspace [S7]. */
	document_counter: { workspace: string; last_change: number };
	/** A document as the catalogue says it. `subject` is `<kind>/<id>`: the same in every generation. */
	document_status: {
		workspace: string;
		document: string;
		subject: string;
		change: number;
		is_current: number;
		/** Why it is not opened, or null. */
		quarantined: string | null;
	};
	/** Whose client id it is in a document; null: carried by someone, not yet used by anyone live. */
	document_client: { workspace: string; document: string; client: number; account: string | null };
	/** A document as it was after its update `n`. */
	document_version: {
		workspace: string;
		id: string;
		document: string;
		subject: string;
		n: number;
		made_at: number;
		made_by: string;
		reason: string;
		bytes: Uint8Array;
	};
	/** The last line of each log, so that a log that was cut short is noticed. */
	audit_head: { log: string; n: number; hash: string };
	audit: {
		log: string;
		n: number;
		at: number;
		actor: string | null;
		action: string;
		object: string;
		result: string;
		origin: string;
		reason: string | null;
		previous_hash: string | null;
		hash: string;
	};
	/** One row, once the first account is there. */
	setup: { only: number; account: string; at: number };
	/** The token itself is only in the cookie. */
	session: {
		token_hash: string;
		id: string;
		account: string;
		device_name: string | null;
		created_at: number;
		seen_at: number;
		ended_at: number | null;
	};
	passkey: {
		credential: string;
		account: string;
		public_key: Uint8Array;
		counter: number;
		/** JSON: a list of words of WebAuthn. */
		transports: string;
		created_at: number;
		used_at: number | null;
	};
	/** `lookup` is the half that says which code it is, `hash` is of the whole. */
	recovery_code: {
		lookup: string;
		account: string;
		hash: string;
		made_at: number;
		used_at: number | null;
	};
	invite: {
		workspace: string;
		id: string;
		token_hash: string;
		/** JSON: the rights that whoever accepts will get. */
		grants: string;
		person: string | null;
		created_at: number;
		created_by: string;
		expires_at: number;
		used_at: number | null;
		used_by: string | null;
		withdrawn_at: number | null;
	};
}
