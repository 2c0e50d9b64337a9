import { expect, test } from '@playwright/test';
import { runKills } from '../../scripts/campaign/kill.ts';

/** A few of what `npm run campaign -- --kill N` does by the hundred. */
const kills = 8;

test('what was seen to be safe is there after the browser is killed in the midst of acts', async () => {
	test.setTimeout(180_000);
	expect(await runKills({ count: kills, seed: 1, port: 0, anew: true, name: 'kill-story' })).toBe(true);
});
