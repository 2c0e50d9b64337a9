/**
 * Challenges that were given out for passkeys: known here and nowhere else, each taken once, by whom it was meant for,
 * within a few minutes. They may be lost with the process: then one asks again.
 */
export interface Challenges {
	give(challenge: string, purpose: string): void;
	/** Whether it was given for this; after this call it is gone, whatever the answer. */
	take(challenge: string, purpose: string): boolean;
}

/** A person looks for their key, and the browser asks for a finger. */
export const challengeLifeMs = 5 * 60_000;
/** Asking for one needs no account: whoever asks for many pushes out the oldest, not the memory. */
const mostOpen = 10_000;

export function createChallenges(now: () => number): Challenges {
	const open = new Map<string, { purpose: string; until: number }>();
	return {
		give(challenge, purpose) {
			open.set(challenge, { purpose, until: now() + challengeLifeMs });
			for (const [one, { until }] of open) {
				if (until > now() && open.size <= mostOpen) break;
				open.delete(one);
			}
		},
		take(challenge, purpose) {
			const found = open.get(challenge);
			open.delete(challenge);
			return found !== undefined && found.purpose === purpose && now() < found.until;
		}
	};
}
