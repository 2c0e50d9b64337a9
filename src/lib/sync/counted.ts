/**
 * What was last read from all facts, or all links, of this device, so that it is not read again behind every pause in
 * typing:
 * 1. with each answer stands what it follows from; it is given again only while that is the very same;
 * 2. what it follows from is read before the answer. Of what may also go away again the answer uses that very reading;
 *    all else only grows, so where it counts the same later it was the same in between. So no answer is ever better
 *    than what is stored [S3.6];
 * 3. it is of one tab and only in memory: each begins by reading.
 */
export interface Counted {
	readonly unanswered: Kept<readonly string[]>;
	readonly proof: Kept<boolean>;
}

interface Kept<T> {
	last: { from: string; answer: T } | null;
}

export function nothingCounted(): Counted {
	return { unanswered: { last: null }, proof: { last: null } };
}

export async function unlessSame<T>(
	kept: Kept<T>,
	from: readonly unknown[],
	read: () => Promise<T>
): Promise<T> {
	const followsFrom = JSON.stringify(from);
	if (kept.last?.from === followsFrom) return kept.last.answer;
	const answer = await read();
	kept.last = { from: followsFrom, answer };
	return answer;
}
