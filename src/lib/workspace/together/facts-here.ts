import type { Fact } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { inside, type Workspace } from '../handle.ts';

/** Facts by their ids, to name what the server does not take; what is not here or cannot be read is left out. */
export async function factsHere(workspace: Workspace, ids: readonly string[]): Promise<Fact[]> {
	const stored = await (await inside(workspace).stored).facts.bulkGet([...ids]);
	return stored.flatMap((one) => (one ? (readFact(one) ?? []) : []));
}

/** The name of this device on the server. */
export function deviceIdOf(workspace: Workspace): string {
	return inside(workspace).device;
}
