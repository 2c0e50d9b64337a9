import { createContext } from 'svelte';
import type { House } from './house.ts';
import type { Workspace } from './handle.ts';

/** The layout opens these once; every screen below reads them. */
const [useHouse, provideHouse] = createContext<House>();
const [readWorkspace, provideWorkspace] = createContext<() => Workspace>();

export { useHouse, provideHouse, provideWorkspace };

/** The open workspace. Screens are made anew when another one is opened. */
export function useWorkspace(): Workspace {
	return readWorkspace()();
}
