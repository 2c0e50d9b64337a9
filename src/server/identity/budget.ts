import { Refusal } from '../api/answer.ts';

/**
 * How often one may be wrong:
 * 1. only a failure is charged, so two hundred people who sign in from one town hall never meet it;
 * 2. it is counted per thing that is guessed at (an account, the setup) and never per address;
 * 3. what names nothing that is known shares one count: who holds something real is not held up by who guesses.
 */
export interface Budget {
	/** Throws `tooMany`, with the seconds until it makes sense again. */
	mustHaveLeft(key: string): void;
	hasLeft(key: string): boolean;
	charge(key: string): void;
}

/** Keys remembered at once; the oldest goes first. A key is made by a failure, so this bounds memory, not use. */
const mostKeys = 10_000;

export function createBudget(now: () => number, { most, perMs }: { most: number; perMs: number }): Budget {
	const failures = new Map<string, { count: number; since: number }>();
	const current = (key: string) => {
		const found = failures.get(key);
		if (found && now() - found.since < perMs) return found;
		failures.delete(key);
		return null;
	};
	const hasLeft = (key: string) => (current(key)?.count ?? 0) < most;
	return {
		hasLeft,
		mustHaveLeft(key) {
			const found = current(key);
			if (!found || hasLeft(key)) return;
			const seconds = Math.max(1, Math.ceil((found.since + perMs - now()) / 1000));
			throw new Refusal('tooMany', { 'retry-after': String(seconds) });
		},
		charge(key) {
			const found = current(key);
			if (found) found.count += 1;
			else failures.set(key, { count: 1, since: now() });
			const [oldest] = failures.keys();
			if (failures.size > mostKeys && oldest !== undefined) failures.delete(oldest);
		}
	};
}

const minuteMs = 60_000;
/** Of one account, or of the setup: 60 secret bits stand ten guesses an hour for longer than there is anyone to guess. */
export const ofOneThing = { most: 10, perMs: 60 * minuteMs };
/** Of everything unknown together: so that guessing costs the server, and the audit log, next to nothing. */
export const ofTheUnknown = { most: 100, perMs: 10 * minuteMs };
