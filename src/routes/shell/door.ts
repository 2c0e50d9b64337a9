import { createContext } from 'svelte';
import type { Workspace } from '#lib/workspace/index.ts';

/** Which municipality is open, and how to open another. Only the layout holds it; the first screen and Beheer use it. */
export interface Door {
	readonly workspace: Workspace | null;
	/** On its way somewhere: the first screen does not send it to Vandaag meanwhile. */
	readonly isEntering: boolean;
	/** Opens it, closes the one before, and goes to `to` (Vandaag unless told). */
	enter(id: string, to?: string): Promise<void>;
	/** Closes what is open, removes it from this device and opens what is left. */
	forget(id: string): Promise<void>;
}

export const [useDoor, provideDoor] = createContext<Door>();
