import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pressed, restIn, said } from './ask.ts';

const facts = { facts: ['feit '.repeat(1000)] };

test('a large body goes as gzip, and says so', async () => {
	const init = await pressed(said(facts));
	expect(new Headers(init.headers).get('content-encoding')).toBe('gzip');
	expect(new Headers(init.headers).get('content-type')).toBe('application/json');
	const bytes = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
	expect(bytes.length).toBeLessThan(JSON.stringify(facts).length / 10);
	expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(facts);
});

test('a small one goes as it is, and so does a large one where the browser cannot press', async () => {
	expect(await pressed(said({ facts: [] }))).toEqual(said({ facts: [] }));
	const { CompressionStream: known } = globalThis;
	Reflect.deleteProperty(globalThis, 'CompressionStream');
	try {
		expect(await pressed(said(facts))).toEqual(said(facts));
	} finally {
		globalThis.CompressionStream = known;
	}
});

test('how long a server asks to be left alone is heard in seconds and as a date, and no longer than five minutes', () => {
	const asked = (value?: string) =>
		restIn(
			{ headers: new Headers(value === undefined ? {} : { 'retry-after': value }) },
			Date.UTC(2026, 0, 1)
		);
	expect(asked('2')).toBe(2000);
	expect(asked('Thu, 01 Jan 2026 00:00:30 GMT')).toBe(30_000);
	expect(asked('86400')).toBe(300_000);
	expect([asked('soon'), asked()]).toEqual([null, null]);
});
