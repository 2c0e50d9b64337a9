import { canonicalBytes } from '#lib/domain/fact/canonical.ts';
import { sha256 } from '../crypto.ts';

/**
 * The audit log: one per workspace and one of the server itself (`serverLog`), lines numbered 1, 2, 3 … Each line is
 * hashed with the hash of the one before it, so a line that was changed, taken out or put in is found by anyone who
 * reads the log; that the end was not cut off is known from the head. Whoever can write the whole file can also write
 * a whole new chain: against that, a head that was noted elsewhere (a report, another machine) is the proof.
 */
export const serverLog = 'server';

export interface AuditDraft {
	/** A workspace, or `serverLog`. */
	log: string;
	/** Milliseconds, the server's clock. */
	at: number;
	/** An account; null where nobody was known. */
	actor: string | null;
	action: string;
	object: string;
	result: 'done' | 'refused';
	/** By which road it came: the address asked, a command. Never an IP address: that is a person's. */
	origin: string;
	reason: string | null;
}
export interface AuditEntry extends AuditDraft {
	n: number;
	previousHash: string | null;
	hash: string;
}
export interface AuditHead {
	log: string;
	n: number;
	hash: string;
}

export function chained(draft: AuditDraft, head: AuditHead | null): AuditEntry {
	const line = { ...draft, n: (head?.n ?? 0) + 1, previousHash: head?.hash ?? null };
	return { ...line, hash: hashOf(line) };
}

export function hashOf(line: Omit<AuditEntry, 'hash'>): string {
	const { log, n, at, actor, action, object, result, origin, reason, previousHash } = line;
	return sha256(canonicalBytes({ log, n, at, actor, action, object, result, origin, reason, previousHash }));
}
