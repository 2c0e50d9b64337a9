import { Refused } from '#lib/workspace/index.ts';

/**
 * What went wrong unexpectedly, shown once at the edge (house rule 6): the newest one stands until it is put away.
 */
export interface Fault {
	readonly message: string;
	readonly outOfRoom: boolean;
	/** An act this version may not do; nothing is wrong, and nothing was changed. */
	readonly refused: Refused['reason'] | null;
}

let current = $state.raw<Fault | null>(null);

export const faults = {
	get current() {
		return current;
	}
};

export function showFault(cause: unknown): void {
	const error = cause instanceof Error ? cause : null;
	const message = error?.message ?? String(cause);
	// The browser's own layout notice, and a load that was cut off by going elsewhere: nothing is wrong.
	if (message.startsWith('ResizeObserver loop') || error?.name === 'AbortError') return;
	const refused = cause instanceof Refused ? cause.reason : null;
	current = { message, outOfRoom: isOutOfRoom(error), refused };
}

export function putFaultAway(): void {
	current = null;
}

/** Dexie wraps the browser's error; both carry the name. */
function isOutOfRoom(error: Error | null): boolean {
	return error?.name === 'QuotaExceededError' || Boolean(error?.message.includes('QuotaExceeded'));
}
