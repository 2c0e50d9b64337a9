import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '#lib/exchange/read/document.ts';
import type { ReadDocument } from '#lib/exchange/reading.ts';
import { count } from '#lib/exchange/understand/review.ts';
import { understand } from '#lib/exchange/understand/understand.ts';
import { holdsInvariants } from './invariants.ts';
import { outlineText } from './outline-text.ts';

/**
 * Plans of invented municipalities, in the layouts that municipalities publish and in every dress that can be thought
 * of. Beside each stands what a reader finds in it, written down before the rules were made to find it too.
 */
const folder = new URL('./fixtures/', import.meta.url);
const plans = readdirSync(folder).filter((name) => !name.endsWith('.expected.txt'));

function documentOf(name: string): ReadDocument {
	const outcome = readDocument(name, readFileSync(new URL(name, folder)));
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.document;
}

function expected(name: string): string {
	return readFileSync(new URL(name.replace(/\.\w+$/, '.expected.txt'), folder), 'utf8').trimEnd();
}

test('there are plans to read', () => {
	expect(plans.length).toBeGreaterThanOrEqual(14);
});

test.each(plans)('%s is understood as a reader would', (name) => {
	expect(outlineText(understand(documentOf(name)))).toBe(expected(name));
});

// Minutes and visions are read too: they give what stands in them and nothing more.
const withoutWork = ['prose-only.txt'];

test.each(plans)('%s: every line is accounted for and every word is in the source', (name) => {
	const document = documentOf(name);
	holdsInvariants(document, understand(document));
	expect(count(understand(document)).measures > 0).toBe(!withoutWork.includes(name));
});
