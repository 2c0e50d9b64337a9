import { expect, test } from 'vitest';
import { runServerKills } from './support/kills.ts';

test(
	'[S5.1] [S3.2] kill -9 of the server in the midst of writing, facts and photos takes nothing that it answered for',
	{ timeout: 40_000 },
	async () => {
		const { lost, kills, edits, facts, photos } = await runServerKills(3, 1);
		expect(lost).toEqual([]);
		// It did something: otherwise nothing was lost for want of anything to lose.
		expect([kills, edits > 10, facts > 10, photos > 10]).toEqual([3, true, true, true]);
	}
);
