import type { Platform } from './platform.ts';

/**
 * The names of what stands on this device, kept beside the databases: a browser that is asked to clear its storage, or
 * that can no longer read it, gives an empty device back without a word. Then at least it is said what was here [S2.9].
 */
export interface RememberedTown {
	id: string;
	municipality: string;
}

const key = 'driehoek/hier';

export function remembered({ notes }: Platform): RememberedTown[] {
	try {
		const kept: unknown = JSON.parse(notes.get(key) ?? '[]');
		return Array.isArray(kept) ? kept.filter(isTown) : [];
	} catch {
		// Shut, or not ours: nothing is remembered.
		return [];
	}
}

export function remember({ notes }: Platform, towns: readonly RememberedTown[]): void {
	const text = JSON.stringify(towns.map(({ id, municipality }) => ({ id, municipality })));
	try {
		// Every start comes by here; most have nothing new to note.
		if ((notes.get(key) ?? '[]') !== text) notes.set(key, text);
	} catch {
		// It only helps to say what is gone; where it cannot be kept, everything else works.
	}
}

function isTown(one: unknown): one is RememberedTown {
	if (typeof one !== 'object' || one === null) return false;
	return (
		'id' in one && typeof one.id === 'string' && 'municipality' in one && typeof one.municipality === 'string'
	);
}
