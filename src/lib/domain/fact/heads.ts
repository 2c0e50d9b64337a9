import type { FactId } from '../id.ts';

/** Something that names what its writer had seen of its kind (P3, D11). */
export interface Said {
	factId: FactId;
	seen: readonly FactId[];
}

/**
 * What nobody has seen since: the heads among `live`. What the live ones had seen is followed through `all`, also
 * through withdrawn ones: a withdrawal does not wake up what it had replaced twice.
 */
export function headsOf<T extends Said>(live: readonly T[], all: ReadonlyMap<FactId, Said>): T[] {
	const seen = new Set<FactId>();
	const toVisit = live.flatMap((one) => one.seen);
	for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
		if (seen.has(id)) continue;
		seen.add(id);
		toVisit.push(...(all.get(id)?.seen ?? []));
	}
	const heads = live.filter((one) => !seen.has(one.factId));
	// No honest device makes facts that saw each other; whoever does cannot make what was said disappear.
	return heads.length > 0 ? heads : [...live];
}
