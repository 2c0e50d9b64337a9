import { describe, expect, test } from 'vitest';
import { together as en } from '#lib/ui/words/en/together.ts';
import { together as nl } from '#lib/ui/words/nl/together.ts';
import { documentRefusals, factRefusals } from '#lib/protocol/reasons.ts';

/** What stays on a device because the server does not take it is named with its reason [S3.3] [S8.2]: in words. */
const ofPhotos = ['notFound', 'notAllowed', 'tooLarge', 'hashMismatch', 'wrongOffset'];
const shown = [...new Set([...factRefusals, ...documentRefusals, ...ofPhotos])];

describe.each([
	['Dutch', nl],
	['English', en]
])('in %s', (_, words) => {
	test.each(shown)('%s is said in words', (reason) => {
		expect(words.reason(reason)).not.toContain(reason);
		expect(words.reason(reason).split(' ').length).toBeGreaterThan(2);
	});
	test('a word of a later version is shown as it is', () => {
		expect(words.reason('laterReason')).toContain('laterReason');
	});
});
