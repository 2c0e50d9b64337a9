import type * as Documents from '../documents/index.ts';
import type { Inside } from '../handle.ts';
import { tellExchange, type Running } from './state.ts';

/**
 * Being together begins behind the first screen, and only in a workspace that has joined a server: its code is not
 * loaded before, and never by who works alone.
 */
export async function startTogether(workspace: Inside, documents: typeof Documents): Promise<void> {
	const joined = await (await workspace.stored).server.get('joinedAt');
	if (joined) beginTogether(workspace, documents);
	else if (!workspace.together.running) tellExchange(workspace, { joined: false });
}

export function beginTogether(workspace: Inside, documents: typeof Documents): void {
	if (workspace.together.running || workspace.closed) return;
	tellExchange(workspace, { joined: true });
	workspace.together.running = import('./run.ts').then(({ runTogether }) =>
		runTogether(workspace, documents)
	);
	workspace.together.running.catch((error: unknown) => void workspace.storeFaults.push(error));
}

export async function runningHere({ together }: Inside): Promise<Running | null> {
	return together.running?.catch(() => null) ?? null;
}

/** Another tab wrote or heard something. */
export function recount({ together }: Inside): void {
	together.running?.then(
		(running) => running.recount(),
		() => null
	);
}

export async function stopTogether(workspace: Inside): Promise<void> {
	const running = await runningHere(workspace);
	workspace.together.running = null;
	await running?.stop();
}
