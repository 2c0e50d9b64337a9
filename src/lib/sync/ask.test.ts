import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pressed, said } from './ask.ts';

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
