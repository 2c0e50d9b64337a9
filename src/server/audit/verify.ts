import type { Audit } from '../store/store.ts';
import { hashOf, type AuditEntry } from './entry.ts';

/** Lines read at once: a log of years does not fit in memory. */
const pageLines = 1000;

export interface AuditFault {
	log: string;
	n: number;
	/** `cutShort`: the log ends before its head, or says something else there. */
	what: 'changed' | 'brokenLink' | 'missing' | 'cutShort';
}

/** Every line that is not as it was written, by its number; an empty list is the proof that none is. */
export async function verifyLog(audit: Audit, log: string): Promise<AuditFault[]> {
	const faults: AuditFault[] = [];
	let before: AuditEntry | null = null;
	for (;;) {
		const lines: AuditEntry[] = await audit.lines(log, before?.n ?? 0, pageLines);
		for (const line of lines) {
			faults.push(...faultsOf(line, before).map((what) => ({ log, n: line.n, what })));
			before = line;
		}
		if (lines.length < pageLines) break;
	}
	const head = (await audit.heads()).find((one) => one.log === log);
	if ((head?.n ?? 0) !== (before?.n ?? 0) || (head && head.hash !== before?.hash))
		faults.push({ log, n: head?.n ?? before?.n ?? 0, what: 'cutShort' });
	return faults;
}

function faultsOf(line: AuditEntry, before: AuditEntry | null): AuditFault['what'][] {
	const faults: AuditFault['what'][] = [];
	if (line.n !== (before?.n ?? 0) + 1) faults.push('missing');
	else if (line.previousHash !== (before?.hash ?? null)) faults.push('brokenLink');
	if (hashOf(line) !== line.hash) faults.push('changed');
	return faults;
}
