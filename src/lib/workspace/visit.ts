import type { Inside } from './handle.ts';

/** Away for less than this is the same visit: a reload does not wipe "since you were here". */
const sameVisitMs = 30 * 60 * 1000;

interface Visit {
	lastSeenAt: number;
	before: number | null;
}

/** When this person was here before this visit, milliseconds, or null; from what was kept about it. */
export function visitOf(kept: unknown, now: number): number | null {
	const last = isVisit(kept) ? kept : null;
	if (last === null) return null;
	return now - last.lastSeenAt < sameVisitMs ? last.before : last.lastSeenAt;
}

/** Notes that someone is here now. */
export async function noteVisit({ stored, previousVisitAt }: Inside, now: number): Promise<void> {
	const { meta } = await stored;
	await meta.put({ key: 'visit', value: { lastSeenAt: now, before: previousVisitAt } satisfies Visit });
}

function isVisit(value: unknown): value is Visit {
	return typeof value === 'object' && value !== null && 'lastSeenAt' in value && 'before' in value;
}
