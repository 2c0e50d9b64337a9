import type { Draft, WorkspaceDatabase } from './database.ts';

/** Drafts as they were typed, without those that something newer stands for: another tab may have said them. */
export async function writeDrafts(database: WorkspaceDatabase, typed: readonly Draft[]): Promise<void> {
	const { drafts } = database;
	await database.transaction('rw', drafts, async () => {
		const kept = await drafts.bulkGet(typed.map(({ key }) => key));
		await drafts.bulkPut(typed.filter(({ at }, n) => at > (kept[n]?.at ?? -Infinity)));
	});
}
