import { inside, type Inside, type Safety, type Workspace } from './handle.ts';
import { Refused } from './refused.ts';

/**
 * The safety word (P4):
 * 1. `here` is said only when nothing is being written, and nothing is refused;
 * 2. while something is refused it is `stuck`, with the reason, until that very thing stands: what succeeds beside it
 *    says nothing of it;
 * 3. what was refused is tried again until it stands, over a new connection when the old one was lost.
 */
type Kind = 'acts' | 'reading' | 'drafts' | 'pictures';

/** What is written or refused, of which the word is derived. */
export interface Saving {
	safety: Safety;
	/** Acts under way. */
	writing: number;
	/** Why, by attempt. */
	refused: Map<symbol, string>;
}

export function began(workspace: Inside): void {
	workspace.saving.writing++;
	tell(workspace);
}

/**
 * The hand let go of something that is written only behind the frame that shows it. The word is not `here` from now
 * until the answer is called, once the act has stood [S2.4].
 */
export function aboutToWrite(workspace: Workspace): () => void {
	const whole = inside(workspace);
	began(whole);
	return () => {
		whole.saving.writing--;
		tell(whole);
	};
}

/** One act more stands on this device only. */
export function stood(workspace: Inside): void {
	workspace.saving.writing--;
	workspace.saving.safety = { ...workspace.saving.safety, waiting: workspace.saving.safety.waiting + 1 };
	tell(workspace);
}

function refused(workspace: Inside, which: symbol, error: unknown): void {
	workspace.saving.refused.set(which, nameOfFault(error));
	tell(workspace);
}

function noLongerRefused(workspace: Inside, which: symbol): void {
	if (workspace.saving.refused.delete(which)) tell(workspace);
}

function tell({ saving }: Inside): void {
	const [reason = null] = saving.refused.values();
	const state = reason !== null ? 'stuck' : saving.writing > 0 ? 'writing' : 'here';
	saving.safety = { ...saving.safety, state, reason };
	saving.live.changed();
}

/** Long enough not to press a full disk, short enough that a passing fault heals before anyone looks. */
export const retryMs = 1000;

/** Tries until it succeeds, and says so meanwhile. Ends early, by throwing, only when the workspace is closed. */
export async function untilItStands<T>(workspace: Inside, kind: Kind, attempt: () => Promise<T>): Promise<T> {
	const which = Symbol(kind);
	for (;;) {
		try {
			const result = await attempt();
			noLongerRefused(workspace, which);
			return result;
		} catch (error) {
			if (workspace.closed && kind !== 'acts') {
				noLongerRefused(workspace, which);
				throw error;
			}
			refused(workspace, which, error);
			await reconnect(workspace, error);
			await pause(workspace, retryMs);
		}
	}
}

export function pause({ platform }: Pick<Inside, 'platform'>, milliseconds: number): Promise<void> {
	return new Promise((resolve) => void platform.after(milliseconds, resolve));
}

/** A connection that says these gives nothing any more; the next request makes a new one. */
const lost = ['UnknownError', 'InvalidStateError', 'DatabaseClosedError', 'OpenFailedError'];

export async function reconnect({ stored }: Pick<Inside, 'stored'>, error: unknown): Promise<void> {
	if (isLost(error)) (await stored).close({ disableAutoOpen: false });
}

export function isLost(error: unknown): boolean {
	return error instanceof Error && lost.includes(error.name);
}

/** The browser's word for it; Dexie wraps what kept a database from opening. */
function nameOfFault(error: unknown): string {
	if (error instanceof Refused) return error.reason;
	if (!(error instanceof Error)) return String(error);
	if (error.name === 'NewerDatabase') return 'newerDatabase';
	return 'inner' in error && error.inner instanceof Error ? nameOfFault(error.inner) : error.name;
}
