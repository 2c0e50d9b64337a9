import type { WorkspaceDatabase } from '#lib/local/database.ts';

/** Away for less than this is the same visit: a reload does not wipe "since you were here". */
const sameVisitMs = 30 * 60 * 1000;

interface Visit {
	lastSeenAt: number;
	before: number | null;
}

/** When this person was here before this visit, milliseconds, or null. Also notes that someone is here now. */
export async function visitOf(database: WorkspaceDatabase, now: number): Promise<number | null> {
	const kept: unknown = (await database.meta.get('visit'))?.value;
	const last = isVisit(kept) ? kept : null;
	const before = last === null ? null : now - last.lastSeenAt < sameVisitMs ? last.before : last.lastSeenAt;
	await database.meta.put({ key: 'visit', value: { lastSeenAt: now, before } satisfies Visit });
	return before;
}

function isVisit(value: unknown): value is Visit {
	return typeof value === 'object' && value !== null && 'lastSeenAt' in value && 'before' in value;
}
