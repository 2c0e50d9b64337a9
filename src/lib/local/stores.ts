import type { HouseDatabase, WorkspaceDatabase } from './database.ts';

/** Dexie comes with the first of these that is asked for, behind the first screen. */
export async function houseStore(name: string): Promise<HouseDatabase> {
	const { HouseDatabase } = await import('./database.ts');
	return new HouseDatabase(name);
}

/** Not opened yet: a first request opens it. */
export async function townStore(name: string): Promise<WorkspaceDatabase> {
	const { WorkspaceDatabase } = await import('./database.ts');
	return new WorkspaceDatabase(name);
}
