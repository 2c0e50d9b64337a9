/** A document's name carries its generation: after erasure, or going back to a version, another one (design D13). */
export function generationOf(name: string): number {
	return Number(/\/g(\d+)$/.exec(name)?.[1] ?? 0);
}

/** Of each document only its last generation. */
export function newestOf<T extends { id: string; name: string }>(entries: readonly T[]): T[] {
	const newest = new Map<string, T>();
	for (const entry of entries) {
		const known = newest.get(entry.id);
		if (!known || generationOf(entry.name) > generationOf(known.name)) newest.set(entry.id, entry);
	}
	return [...newest.values()];
}
