import { count, type Reading } from '#lib/workspace/reading.ts';

/** For the head: priorities are told apart from the other themes. */
export function countsOf(reading: Reading) {
	const counts = count(reading);
	return { ...counts, themes: counts.themes - counts.priorities };
}
