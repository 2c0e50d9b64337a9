import type { AccountId } from '#lib/domain/id.ts';
import { Refusal } from './answer.ts';

/**
 * What one account may have the server carry at once. Nothing counts by address, for a whole town hall sits behind one:
 * 1. a body counts from its first byte until it was answered, whether it is announced or not;
 * 2. who has room left is never held up by who has not;
 * 3. what is refused is asked again a moment later, and nothing of it is lost.
 */
export interface Load {
	/** Throws `tooMany`. While `act` runs, its bytes count: those that were announced, else the most there may be. */
	carry<T>(account: AccountId, bytes: number, act: () => Promise<T>): Promise<T>;
}

export interface LoadLimits {
	/** Bodies at once: an account on ten devices sends a photo and a document from each. */
	bodies: number;
	/** Of these bodies together: the largest document (32 MiB) four times over. */
	bytes: number;
}
export const loadLimits: LoadLimits = { bodies: 24, bytes: 128 * 1024 * 1024 };

/** Seconds: a piece of a photo is over by then, also on a slow line. */
const againAfter = 2;

export function createLoad(limits: LoadLimits = loadLimits): Load {
	const carried = new Map<AccountId, { bodies: number; bytes: number }>();
	return {
		async carry(account, bytes, act) {
			const now = carried.get(account) ?? { bodies: 0, bytes: 0 };
			if (now.bodies >= limits.bodies || (now.bodies > 0 && now.bytes + bytes > limits.bytes))
				throw new Refusal('tooMany', { 'retry-after': String(againAfter) });
			carried.set(account, now);
			now.bodies += 1;
			now.bytes += bytes;
			try {
				return await act();
			} finally {
				now.bodies -= 1;
				now.bytes -= bytes;
				if (now.bodies === 0) carried.delete(account);
			}
		}
	};
}

/** `most` where the sender does not say. */
export function announced(headers: { 'content-length'?: string | undefined }, most: number): number {
	const said = Number(headers['content-length'] ?? Number.NaN);
	return Number.isSafeInteger(said) && said >= 0 ? Math.min(said, most) : most;
}
