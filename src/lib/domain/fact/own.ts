import type { Fact } from './fact.ts';

/**
 * Whether `later` may take back or correct `earlier`: it claims to be from the same person, or, where the earlier one
 * names nobody, it comes from the same device. The server attests whether the claim is true [S3].
 */
export function isOwn(later: Fact, earlier: Fact): boolean {
	return earlier.person === null ? later.device === earlier.device : later.person === earlier.person;
}

/** Oldest first by the writers' clocks, then by id: the same order on every device [S9]. */
export function oldestFirst(a: Fact, b: Fact): number {
	return a.occurredAt - b.occurredAt || compare(a.id, b.id) || compare(a.hash, b.hash);
}
export function newestFirst(a: Fact, b: Fact): number {
	return oldestFirst(b, a);
}
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Each fact once, oldest first. Of two that share an id, which honest devices never make, the choice is the same anywhere. */
export function once(facts: readonly Fact[]): Fact[] {
	const byId = new Map<string, Fact>();
	for (const fact of facts) {
		const known = byId.get(fact.id);
		if (!known || oldestFirst(fact, known) < 0) byId.set(fact.id, fact);
	}
	return [...byId.values()].sort(oldestFirst);
}
