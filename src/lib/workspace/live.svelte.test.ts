import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { liveMany } from './live.svelte.ts';

test('a reading follows its key from the first time on, and is not woken by most others', () => {
	const rows = liveMany();
	const values = new Map([['measure-a', 'first']]);
	const seen: (string | undefined)[] = [];
	const stop = $effect.root(() => {
		const read = $derived.by(() => {
			rows.read('measure-a');
			return values.get('measure-a');
		});
		$effect(() => void seen.push(read));
	});
	flushSync();
	values.set('measure-a', 'second');
	rows.changed('measure-a');
	flushSync();
	expect(seen).toEqual(['first', 'second']);
	stop();
});

test('changes of many other keys wake few', () => {
	const rows = liveMany();
	let woken = 0;
	const stop = $effect.root(() => {
		$effect(() => {
			rows.read('measure-a');
			woken += 1;
		});
	});
	for (let at = 0; at < 100; at++) {
		flushSync();
		rows.changed(`other-${at}`);
	}
	flushSync();
	expect(woken).toBeLessThan(10);
	stop();
});
