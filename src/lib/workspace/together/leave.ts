import type { Picture } from '#lib/local/database.ts';
import { Away, RefusedByServer } from '#lib/sync/ask.ts';
import { houseCalls } from '#lib/sync/house.ts';
import type { Standing } from '#lib/sync/waiting.ts';
import { begunDrafts } from '../draft.ts';
import { inside, type Workspace } from '../handle.ts';
import { closeWorkspace, forgetWorkspace, openWorkspace, type House } from '../house.ts';
import { runningHere } from './start.ts';

/** What stands only on this device, and would be gone. */
export type WouldLose = Pick<Standing, 'waiting' | 'refused'> & { drafts: number };
export type Left = { ok: true } | { ok: false; wouldLose: WouldLose };

/**
 * Leaves with everything of one workspace: its databases, documents, keys and drafts (security, fact 5).
 * 1. what is not in a second place is handed over first, as far as that goes;
 * 2. what is left then is named, and nothing is wiped unless it is asked again with `evenSo`;
 * 3. the session stays: other workspaces of this device may need it (`signOut`).
 */
export async function leaveServer(
	house: House,
	workspace: Workspace,
	{ evenSo = false }: { evenSo?: boolean } = {}
): Promise<Left> {
	const wouldLose = await wouldLoseOf(workspace);
	if (wouldLose && !evenSo) return { ok: false, wouldLose };
	await wipe(house, workspace);
	return { ok: true };
}

async function wouldLoseOf(workspace: Workspace): Promise<WouldLose | null> {
	const whole = inside(workspace);
	await whole.opened;
	await whole.saving.tail;
	const running = await runningHere(whole);
	await running?.now();
	const standing = await running?.standing();
	const { pictures } = await whole.stored;
	// A picture that follows its fact is counted with what waits.
	const isLone = ({ draft, fact, fault }: Picture) =>
		draft !== null || (fact !== null && (fault !== null || !standing));
	const drafts = begunDrafts(whole) + (await pictures.filter(isLone).count());
	if (standing?.safeTwice === true && drafts === 0) return null;
	const { waiting, refused } = standing ?? {
		waiting: { facts: 0, photos: 0, documents: whole.documents.size },
		refused: []
	};
	return { waiting, refused, drafts };
}

async function wipe(house: House, workspace: Workspace): Promise<void> {
	await closeWorkspace(workspace);
	await forgetWorkspace(house, workspace.id);
}

/** Of every workspace here that has joined; the one that is open is given, so that its screen can go first. */
export async function signOut(
	house: House,
	open: Workspace | null,
	{ evenSo = false }: { evenSo?: boolean } = {}
): Promise<{ ok: true } | { ok: false; wouldLose: Map<string, WouldLose> }> {
	const joined: Workspace[] = [];
	for (const entry of house.workspaces) {
		const workspace = entry.id === open?.id ? open : await openWorkspace(house, entry.id);
		await inside(workspace).opened;
		if (workspace.exchange.joined) joined.push(workspace);
		else if (workspace !== open) await closeWorkspace(workspace);
	}
	const wouldLose = new Map<string, WouldLose>();
	for (const workspace of joined) {
		const lost = await wouldLoseOf(workspace);
		if (lost) wouldLose.set(workspace.id, lost);
	}
	if (wouldLose.size > 0 && !evenSo) {
		for (const workspace of joined) if (workspace !== open) await closeWorkspace(workspace);
		return { ok: false, wouldLose };
	}
	for (const workspace of joined) await wipe(house, workspace);
	try {
		await houseCalls(house.platform.road).signOut();
	} catch (error) {
		// Without a line the session ends by its own term; what it could show is gone from here.
		if (!(error instanceof Away) && !(error instanceof RefusedByServer)) throw error;
	}
	return { ok: true };
}
